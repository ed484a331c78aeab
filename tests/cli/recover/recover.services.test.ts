import * as assert from "node:assert/strict";

import type { Attributes, Made } from "../../../emulator/aws/emulatedAws";
import { types } from "../../run";
import { RecordedStack, urnOf } from "./recordedStack";
import { recover, StackAccount } from "./stackAccount";

const zone = "Z0123456789ABCDEFGHIJ";
const topic = "arn:aws:sns:us-east-1:123456789012:connections";
const privateDnsName = "*.orders.example.com";

/** An account with the stack's endpoint service, its notification, its DNS record, and a connection. */
class ServiceAccount extends StackAccount {
    readonly service = this.create(types.endpointService, "orders", {
        vpcId: undefined,
        networkLoadBalancerArns: [
            "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/a/0123456789abcdef",
        ],
        acceptanceRequired: true,
        privateDnsName,
    });
    readonly notification = this.notify(topic);
    readonly record = this.verify(zone);
    readonly connection = this.interface("clients-orders-interface", "", {
        serviceName: this.service.attributes.serviceName,
    });
    readonly accepter = this.accept(this.connection);

    notify(connectionNotificationArn: string): Made {
        const inputs = {
            vpcEndpointServiceId: this.service.id,
            connectionNotificationArn,
            connectionEvents: ["Accept"],
        };
        return this.aws.create(types.notification, "orders-notification", inputs);
    }

    verify(zoneId: string, more: Attributes = {}): Made {
        const [{ name, value }] = this.service.attributes.privateDnsNameConfigurations;
        const inputs = {
            zoneId,
            name: `${name}.orders.example.com`,
            type: "TXT",
            ttl: 1800,
            records: [value],
            ...more,
        };
        return this.aws.create(types.record, `orders-${privateDnsName}`, inputs);
    }

    accept(endpoint: Made): Made {
        const ids = { vpcEndpointServiceId: this.service.id, vpcEndpointId: endpoint.id };
        return this.aws.create(types.accepter, "orders-web", ids);
    }

    get all(): Made[] {
        return [this.vpc, this.table, this.connection, this.service, this.notification, this.record, this.accepter];
    }

    /** The stack's state without some resources. */
    stackWithout(...missing: Made[]): RecordedStack {
        const stack = new RecordedStack(this.all.filter((made) => !missing.includes(made)));
        stack.service = {
            privateDnsName,
            privateDnsHostedZoneId: `/hostedzone/${zone}`,
            connectionNotification: { topicArn: topic },
            acceptedEndpointIds: { web: this.connection.id },
        };
        return stack;
    }
}

describe("private-vpc recover, for an endpoint service", () => {
    it("finds nothing to do if the state agrees with AWS", async () => {
        const account = new ServiceAccount();
        assert.deepEqual((await recover(account, account.stackWithout())).findings, []);
    });

    it("imports the service, its notification, its DNS record and its acceptance if the provider ended before it answered", async () => {
        for (const what of ["notification", "record", "accepter"] as const) {
            const account = new ServiceAccount();
            const made = account[what];
            const { findings } = await recover(account, account.stackWithout(made));
            assert.deepEqual(findings.map(({ kind, urn, ...one }) => [kind, urn, "id" in one && one.id]), [
                ["import", urnOf(made), made.id],
            ]);
        }
        const account = new ServiceAccount();
        account.aws.delete(account.connection.id);
        const { findings } = await recover(account, account.stackWithout(...account.all.slice(2)));
        assert.deepEqual(findings.map(({ kind, urn }) => [kind, urn]), [["import", urnOf(account.service)]]);
    });

    it("imports what an interrupted deployment was creating, by its inputs", async () => {
        const account = new ServiceAccount();
        const creating = [account.notification, account.record, account.accepter];
        const stack = new RecordedStack([account.vpc, account.table, account.connection, account.service], creating);
        assert.deepEqual((await recover(account, stack)).brief.sort(), [
            `import ${account.record.name} ${zone}_${account.record.attributes.name}_TXT`,
            `import ${account.notification.name} ${account.notification.id}`,
            `import ${account.accepter.name} ${account.accepter.id}`,
        ]);
    });

    it("deletes a record that was to replace another, with a command that deletes only this record", async () => {
        const account = new ServiceAccount();
        const moved = account.verify("Z0987654321ABCDEFGHIJ");
        const stack = account.stackWithout();
        stack.service.privateDnsHostedZoneId = "Z0987654321ABCDEFGHIJ";
        const { brief, commands: [first] } = await recover(account, stack);
        assert.deepEqual(brief, [`delete ${moved.name} ${moved.id}`]);
        const [, command, batch] = /^(aws .*) --change-batch (.*) --region us-east-1$/.exec(first!)!;
        assert.equal(command, "aws route53 change-resource-record-sets --hosted-zone-id Z0987654321ABCDEFGHIJ");
        const { name: Name, type: Type, ttl: TTL, records: [value] } = moved.attributes;
        const ResourceRecordSet = { Name: `${Name}.`, Type, TTL, ResourceRecords: [{ Value: `"${value}"` }] };
        assert.deepEqual(JSON.parse(batch!), { Changes: [{ Action: "DELETE", ResourceRecordSet }] });
    });

    it("leaves a connection accepted that was to replace another, because the next up accepts it again", async () => {
        const account = new ServiceAccount();
        const { serviceName } = account.service.attributes;
        const next = account.accept(account.interface("clients-orders-interface", "", { serviceName }));
        const stack = new RecordedStack(account.all, [next]);
        const { brief, commands } = await recover(account, stack);
        assert.deepEqual(brief, []);
        assert.deepEqual(commands, ["pulumi refresh --clear-pending-creates --stack dev", "pulumi up --stack dev"]);
    });

    const foreign: { [what: string]: (account: ServiceAccount) => unknown } = {
        "a notification to another topic": (account) => account.notify(`${topic}-by-hand`),
        "a second notification to the same topic": (account) => account.notify(topic),
        "a connection that was accepted by hand": (account) =>
            account.accept(account.interface("by-hand", "", { serviceName: account.service.attributes.serviceName })),
        "the record of another service, and other records of the domain": (account) => {
            account.verify(zone, { name: "_other.orders.example.com" });
            account.verify(zone, { name: "orders.example.com", records: ["v=spf1 -all"] });
        },
        "a service with the stack's owner tag that endpoints are connected to": (account) => {
            const networkLoadBalancerArns = account.service.attributes.networkLoadBalancerArns as string[];
            const other = account.create(types.endpointService, "orders-2", {
                vpcId: undefined,
                networkLoadBalancerArns,
            });
            account.interface("by-hand", "", { serviceName: other.attributes.serviceName });
        },
    };
    for (const [what, create] of Object.entries(foreign)) {
        it(`does not list ${what}`, async () => {
            const account = new ServiceAccount();
            create(account);
            assert.deepEqual((await recover(account, account.stackWithout())).findings, []);
        });
    }

    it("reports a pending creation that it does not compare, and does not say that AWS lacks it", async () => {
        const account = new StackAccount();
        const balancer = account.aws.create(types.loadBalancer, "orders", { loadBalancerType: "network" });
        const { brief, commands } = await recover(account, new RecordedStack([account.vpc, account.table], [balancer]));
        assert.deepEqual(brief, ["not-compared orders "]);
        assert.deepEqual(commands[0], "pulumi refresh --clear-pending-creates --stack dev");
    });

    it("compares one Region of a stack in several, and reports pending creations in the others", async () => {
        const account = new StackAccount();
        const elsewhere = { ...account.table, id: "rtb-0fedcba9876543210", name: "app-eu-west-1a" };
        const creating = { ...account.table, name: "app-eu-west-1b" };
        const stack = new RecordedStack([account.vpc, account.table, elsewhere], [creating]);
        stack.regions = { "app-eu-west-1a": "eu-west-1", "app-eu-west-1b": "eu-west-1" };
        assert.deepEqual((await recover(account, stack, "--region", "us-east-1")).brief, [
            "not-compared app-eu-west-1b ",
        ]);
    });

    it("does not miss resources of the program itself, of which it does not read everything", async () => {
        const account = new StackAccount();
        const role = account.create(types.role, "app-flow-logs", { assumeRolePolicy: "{}", vpcId: undefined });
        const own = { id: "task", type: types.role, name: "task", attributes: {} };
        const stack = new RecordedStack([account.vpc, account.table, role]);
        const { deployment } = stack.exported as { deployment: { resources: object[] } };
        const urn = `urn:pulumi:dev::shop::${types.role}::task`;
        deployment.resources.push({ ...own, urn, parent: "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev" });
        Object.defineProperty(stack, "exported", { value: { version: 3, deployment } });
        assert.deepEqual((await recover(account, stack)).findings, []);
    });
});
