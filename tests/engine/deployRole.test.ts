import * as assert from "node:assert/strict";

import { ownerTag } from "../../components/plan/facts/ownerTag";
import type { Attributes } from "../../emulator/aws/emulatedAws";
import { allowedActions } from "../policies/roles/rolePolicies";
import { types } from "../run";
import { AuthorizedStack } from "./authorizedStack";

const boundary = "arn:aws:iam::123456789012:policy/prod-app-flow-logs-boundary";
const network: Attributes = {
    "private-vpc:cidrBlock": "10.40.0.0/16",
    "private-vpc:availabilityZones": ["eu-central-1a", "eu-central-1b"],
    "private-vpc:services": ["s3", "sqs"],
    "private-vpc:endpoints": { s3: { reachableFrom: ["10.200.0.0/16"] } },
    "private-vpc:flowLogs": { destination: "cloud-watch-logs", retentionInDays: 90, permissionsBoundary: boundary },
    "private-vpc:dnsFirewall": { action: "alert", queryLogs: { retentionInDays: 90 } },
    "private-vpc:tags": { environment: "prod", team: "payments" },
};

const changed: Attributes = {
    ...network,
    "private-vpc:availabilityZones": ["eu-central-1b", "eu-central-1c"],
    "private-vpc:secondaryCidrBlocks": [{ cidrBlock: "100.64.0.0/16" }],
    "private-vpc:services": ["s3", "kms"],
    "private-vpc:flowLogs": { destination: "cloud-watch-logs", retentionInDays: 0, permissionsBoundary: boundary },
    "private-vpc:dnsFirewall": { action: "block", priority: 8000, queryLogs: { retentionInDays: 0 } },
    "private-vpc:tags": { environment: "production" },
};

const fullAccess = JSON.stringify({ Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }] });

/** Changes resources in AWS: their attributes, by type and name. */
const drift: [type: string, name: string, attributes: Attributes][] = [
    [types.vpc, "app", { enableDnsHostnames: false }],
    [types.subnet, "app-eu-central-1b", { mapPublicIpOnLaunch: true }],
    [types.defaultGroup, "app-default", { ingress: [{ protocol: "-1", fromPort: 0, toPort: 0, self: true }] }],
    [types.ingress, "app-endpoints-443-vpc", { cidrIpv4: "0.0.0.0/0" }],
    [types.endpoint, "app-kms-interface", { policy: fullAccess }],
    [types.role, "app-flow-logs", { assumeRolePolicy: fullAccess }],
    [types.rolePolicy, "app-flow-logs", { policy: fullAccess }],
    [types.firewallDomains, "app-dns-allowed", { domains: ["*"] }],
    [types.firewallRule, "app-dns-others", { action: "ALERT" }],
    [types.firewallConfig, "app-dns", { firewallFailOpen: "ENABLED" }],
    [types.subnet, "app-eu-central-1c", { tags: { Name: "c", "private-vpc:owner": "private-vpc/prod" } }],
];

const beforeVpc = ["up.json", "up.new-vpc.json", "up.flow-logs.json", "up.dns-firewall.json"];
const withVpc = ["up.json", "up.vpc.json", "up.flow-logs.json", "up.dns-firewall.json"];

describe("the deploy role on the real engine", () => {
    it("can create, change, repair, replace and destroy a PrivateVpc with flow logs and a DNS firewall", async function() {
        this.timeout("10m");
        const stack = await AuthorizedStack.create(network);
        stack.attach(...beforeVpc);
        await stack.up();
        stack.attach(...withVpc);
        await stack.assertSettled();
        await stack.up(changed);
        for (const change of drift) stack.change(...change);
        const [first, second] = stack.all(types.association);
        first!.attributes.routeTableId = second!.attributes.routeTableId;
        await stack.repair();
        // The boundary alone: without it, nothing else of the role can be changed.
        stack.change(types.role, "app-flow-logs", { permissionsBoundary: `${boundary}-2` });
        await stack.repair();
        stack.attach(...beforeVpc);
        const flowLogs = { destination: "s3", bucketArn: "arn:aws:s3:::amzn-s3-demo-bucket" };
        await stack.up({
            ...changed,
            "private-vpc:cidrBlock": "10.50.0.0/16",
            "private-vpc:flowLogs": flowLogs,
        });
        stack.attach(...withVpc);
        await stack.assertSettled();
        await stack.destroy();
        assert.deepEqual(stack.aws.state.made, []);
        assert.deepEqual([...stack.aws.requested].sort(), allowedActions(...beforeVpc, ...withVpc));
        stack.remove();
    });

    it("cannot create a VPC without the policy for a new one", async function() {
        this.timeout("10m");
        const stack = await AuthorizedStack.create(network);
        stack.attach(...withVpc);
        assert.match(await stack.refusedUp(), /UnauthorizedOperation.* ec2:CreateVpc /);
        assert.deepEqual(stack.all(types.vpc), []);
        stack.remove();
    });

    it("can add the owner tag to a stack without owner tags only with the policy for the transition", async function() {
        this.timeout("10m");
        const stack = await AuthorizedStack.create(network);
        stack.attach(...beforeVpc);
        await stack.up();
        for (const { attributes } of stack.aws.state.made) {
            for (const tags of [attributes.tags, attributes.tagsAll]) delete tags?.[ownerTag];
        }
        stack.attach(...withVpc);
        // Which of the tags is set first depends on the engine.
        assert.match(
            await stack.refusedUp("--refresh"),
            /UnauthorizedOperation.* (ec2:CreateTags|\w+:Tag(Resource|Role)) /,
        );
        stack.attach(...withVpc, "up.transition.json");
        await stack.up();
        stack.attach(...withVpc);
        await stack.assertSettled();
        await stack.destroy();
        assert.deepEqual(stack.aws.state.made, []);
        stack.remove();
    });
});
