import * as assert from "node:assert/strict";

import { type Attributes, LookUpError } from "../../../emulator/aws/emulatedAws";
import { types } from "../../../emulator/aws/world";
import { Account } from "./account";

const nothing = (what: string) => (error: unknown) =>
    error instanceof LookUpError && error.message === `no matching ${what} found`
    && error.details.includes(error.message);

describe("a look-up in the emulated AWS", () => {
    it("of a VPC returns its CIDR block, its DNS attributes with AWS's defaults, and its main route table", () => {
        const { aws, vpc } = new Account({}, { enableDnsSupport: undefined, enableDnsHostnames: undefined });
        const { cidrBlock, enableDnsSupport, enableDnsHostnames, mainRouteTableId, ownerId } = aws.invoke(
            "aws:ec2/getVpc:getVpc",
            { id: vpc.id },
        );
        assert.deepEqual([cidrBlock, enableDnsSupport, enableDnsHostnames, mainRouteTableId, ownerId], [
            "10.0.0.0/16",
            true,
            false,
            vpc.id.replace("vpc-", "rtb-"),
            "123456789012",
        ]);
        assert.throws(() => aws.invoke("aws:ec2/getVpc:getVpc", { id: "vpc-2" }), nothing("EC2 VPC"));
    });

    it("of a VPC returns every associated CIDR block, the primary one first, with its state", () => {
        const { aws, vpc } = new Account();
        const type = "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation";
        const second = aws.create(type, "second", { vpcId: vpc.id, cidrBlock: "100.64.0.0/16" });
        aws.create(type, "other", { vpcId: "vpc-2", cidrBlock: "100.65.0.0/16" });
        assert.deepEqual(aws.invoke("aws:ec2/getVpc:getVpc", { id: vpc.id }).cidrBlockAssociations, [
            {
                associationId: vpc.id.replace("vpc-", "vpc-cidr-assoc-"),
                cidrBlock: "10.0.0.0/16",
                state: "associated",
            },
            { associationId: second.id, cidrBlock: "100.64.0.0/16", state: "associated" },
        ]);
    });

    it("of subnets and route tables returns those of the VPC, with their associations and routes", () => {
        const account = new Account();
        const [subnet, table] = [account.subnet("a", "10.0.0.0/24"), account.routeTable("a")];
        account.aws.create(types.association, "a", { subnetId: subnet.id, routeTableId: table.id });
        account.aws.create(types.routeTable, "other", { vpcId: "vpc-2" });
        const { aws, vpc } = account;
        const filters = [{ name: "vpc-id", values: [vpc.id] }];
        assert.deepEqual(aws.invoke("aws:ec2/getSubnets:getSubnets", { filters }).ids, [subnet.id]);
        const { vpcId, availabilityZone } = aws.invoke("aws:ec2/getSubnet:getSubnet", { id: subnet.id });
        assert.deepEqual([vpcId, availabilityZone], [vpc.id, "us-east-1a"]);
        assert.throws(() => aws.invoke("aws:ec2/getSubnet:getSubnet", { id: "subnet-2" }), nothing("EC2 Subnet"));
        assert.deepEqual(aws.invoke("aws:ec2/getRouteTables:getRouteTables", { vpcId: vpc.id }).ids, [
            table.id,
            vpc.attributes.mainRouteTableId,
        ]);
        const { associations, routes } = aws.invoke("aws:ec2/getRouteTable:getRouteTable", { routeTableId: table.id });
        assert.deepEqual([associations, routes], [[{ subnetId: subnet.id, main: false }], []]);
    });

    it("of an endpoint service returns its type, but not for a hidden service or an unnamed other Region", () => {
        const inRegion = (region: string) => `com.amazonaws.vpce.${region}.vpce-svc-0123456789abcdef0`;
        const hidden = inRegion("us-east-1").replace(/.$/, "1");
        const { aws } = new Account({
            foreignServices: { [inRegion("us-east-1")]: "GatewayLoadBalancer", [hidden]: null },
        });
        const typeOf = (args: Attributes) =>
            aws.invoke("aws:ec2/getVpcEndpointService:getVpcEndpointService", args).serviceType;
        assert.equal(typeOf({ serviceName: inRegion("us-east-1") }), "GatewayLoadBalancer");
        assert.equal(typeOf({ serviceName: inRegion("eu-west-1"), serviceRegions: ["eu-west-1"] }), "Interface");
        for (const serviceName of [hidden, inRegion("eu-west-1")]) {
            assert.throws(() => typeOf({ serviceName }), /couldn't find resource/);
        }
        const wanted = { serviceName: inRegion("us-east-1"), serviceType: "Interface" };
        assert.throws(() => typeOf(wanted), nothing("EC2 VPC Endpoint Service"));
    });

    it("of an endpoint returns the one match, and fails for none or several", () => {
        const account = new Account();
        const sqs = account.interface("a", "sqs", { tags: { Name: "a" } });
        const ask = (args: Attributes) => account.aws.invoke("aws:ec2/getVpcEndpoint:getVpcEndpoint", args);
        const filter = { vpcId: account.vpc.id, serviceName: "com.amazonaws.us-east-1.sqs", state: "available" };
        assert.equal(ask(filter).id, sqs.id);
        const { vpcEndpointType, tags, routeTableIds } = ask({ id: sqs.id });
        assert.deepEqual([vpcEndpointType, tags, routeTableIds], ["Interface", { Name: "a" }, []]);
        for (
            const other of [{ id: "vpce-1" }, { ...filter, vpcId: "vpc-2" }, { ...filter, vpcEndpointType: "Gateway" }]
        ) {
            assert.throws(() => ask(other), nothing("EC2 VPC Endpoint"));
        }
        account.interface("b", "sqs");
        assert.throws(() => ask(filter), /multiple EC2 VPC Endpoints matched/);
        assert.equal(ask({ id: sqs.id }).id, sqs.id);
    });
});
