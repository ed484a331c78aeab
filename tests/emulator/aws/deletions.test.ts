import { types } from "../../../emulator/aws/world";
import { Account, refused } from "./account";

/** Asserts that a resource is deleted only after the one that still needs it. */
function onlyAfter({ aws }: Account, needed: { id: string; name: string }, user: { id: string; name: string }): void {
    refused(
        "DependencyViolation",
        needed.name,
        /has a dependent object/,
        new RegExp(`delete ${user.name} first`),
        () => aws.delete(needed.id),
    );
    aws.delete(user.id);
    aws.delete(needed.id);
}

describe("the emulated AWS rejects deleting", () => {
    it("a VPC that still has a subnet, but deletes it once the subnet is gone", () => {
        const account = new Account();
        onlyAfter(account, account.vpc, account.subnet("a", "10.0.0.0/24"));
    });

    it("a VPC because of anything in it but its default security group and its flow logs", () => {
        const { aws, vpc } = new Account();
        aws.create(types.defaultGroup, "default", { vpcId: vpc.id });
        aws.create(types.flowLog, "log", { vpcId: vpc.id });
        aws.delete(vpc.id);
    });

    it("a subnet with an endpoint's network interface, but deletes it once the endpoint is gone", () => {
        const account = new Account();
        const subnet = account.subnet("a", "10.0.0.0/24");
        onlyAfter(account, subnet, account.interface("sqs", "sqs", { subnetIds: [subnet.id] }));
    });

    it("a route table associated with a subnet, but deletes it once the association is gone", () => {
        const account = new Account();
        const [subnet, table] = [account.subnet("a", "10.0.0.0/24"), account.routeTable("a")];
        const association = { subnetId: subnet.id, routeTableId: table.id };
        onlyAfter(account, table, account.aws.create(types.association, "association", association));
    });

    it("a security group attached to an endpoint, but deletes it once it is detached", () => {
        const account = new Account();
        const group = account.group("group");
        onlyAfter(account, group, account.interface("sqs", "sqs", { securityGroupIds: [group.id] }));
    });

    it("a security group referenced by another group's rule, but not one referenced by its own rules", () => {
        const account = new Account();
        const [endpoints, clients] = [account.group("endpoints"), account.group("clients")];
        const rule = { securityGroupId: clients.id, referencedSecurityGroupId: endpoints.id };
        onlyAfter(account, endpoints, account.aws.create(types.egress, "egress", rule));
        account.aws.create(types.ingress, "own", {
            securityGroupId: clients.id,
            referencedSecurityGroupId: clients.id,
        });
        account.aws.delete(clients.id);
    });

    it("S3's gateway while an interface's private names are for inbound Resolvers only, but deletes it afterwards [s3.inbound-only-delete]", () => {
        const withFlag = (flag: boolean) => {
            const account = new Account();
            const gateway = account.gateway("gateway", "s3");
            const dnsOptions = { privateDnsOnlyForInboundResolverEndpoint: flag };
            const other = account.interface("interface", "s3", { privateDnsEnabled: true, dnsOptions });
            return { aws: account.aws, gateway, other };
        };
        const { aws, gateway, other } = withFlag(true);
        refused(
            "InvalidParameter",
            "gateway",
            /PrivateDnsOnlyForInboundResolverEndpoint set to true/,
            /delete interface/,
            () => aws.delete(gateway.id),
        );
        aws.delete(other.id);
        aws.delete(gateway.id);
        const free = withFlag(false);
        free.aws.delete(free.gateway.id);
    });
});
