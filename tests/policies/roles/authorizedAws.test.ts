import * as assert from "node:assert/strict";

import { EndpointService } from "../../../components";
import type { Attributes } from "../../../emulator/aws/emulatedAws";
import { type Registration, runOffline } from "../../../emulator/runProgram";
import { runStack, types } from "../../run";
import { AuthorizedAws } from "./authorizedAws";
import { firewallReads } from "./firewallRequests";
import { calls, serviceCalls } from "./providerCalls";
import { requestsByType } from "./requestsByType";
import { type RoleStatement, statementsFor } from "./rolePolicies";

const fullAccess = JSON.stringify({ Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }] });
const boundary = "arn:aws:iam::123456789012:policy/prod-app-flow-logs-boundary";

/** What changes in the second deployment, by type: at least one change for each request that updates. */
const changes: { [type: string]: Attributes } = {
    [types.ingress]: { fromPort: 400 },
    [types.egress]: { fromPort: 400 },
    [types.endpoint]: { policy: fullAccess },
    [types.subnet]: { mapPublicIpOnLaunch: true },
    [types.logGroup]: { retentionInDays: 0 },
    [types.role]: { assumeRolePolicy: fullAccess },
    [types.firewallDomains]: { domains: ["example.com"] },
    [types.firewallAssociation]: { priority: 8000 },
    [types.firewallConfig]: { firewallFailOpen: "ENABLED" },
    [types.endpointService]: { acceptanceRequired: false, allowedPrincipals: [] },
    [types.notification]: { connectionEvents: ["Reject"] },
};

/** Deploys resources, changes their tags and more, and deletes them. */
function live(resources: Registration[], statements: RoleStatement[]): AuthorizedAws {
    const aws = new AuthorizedAws({ region: "eu-central-1" }, statements);
    const own = resources.filter(({ type }) => type.startsWith("aws:"));
    const made = own.map(({ type, name, inputs }) => aws.create(type, name, inputs));
    for (const { id, type, attributes } of made) {
        const { environment, ...tags } = attributes.tags ?? {};
        aws.update(id, {
            ...attributes,
            ...(attributes.tags && { tags: { ...tags, team: "payments" } }),
            ...changes[type],
        });
        aws.read(id);
    }
    for (const { id } of made.reverse()) aws.delete(id);
    return aws;
}

/** The stack prod, with a boundary, and with a second flow log to a bucket. */
async function prod(): Promise<Registration[]> {
    const flowLogs = JSON.stringify({ destination: "cloud-watch-logs", permissionsBoundary: boundary });
    const { resources } = await runStack("prod", { "private-vpc:flowLogs": flowLogs });
    const flowLog = resources.find(({ type }) => type === types.flowLog)!;
    const { vpcId, trafficType, tags } = flowLog.inputs;
    const logDestination = "arn:aws:s3:::amzn-s3-demo-bucket";
    const inputs = { vpcId, trafficType, tags, logDestinationType: "s3", logDestination };
    return [...resources, { ...flowLog, name: "app-to-bucket", inputs }];
}

/** The stack prod with a DNS firewall, without its flow logs. */
async function prodWithFirewall(): Promise<Registration[]> {
    const { resources } = await runStack("prod", { "private-vpc:dnsFirewall": JSON.stringify({ queryLogs: {} }) });
    const others: string[] = [types.flowLog, types.role, types.rolePolicy];
    return resources.filter(({ type, name }) => !others.includes(type) && name !== "app-flow-logs");
}

async function orders(): Promise<Registration[]> {
    const { resources } = await runOffline(() =>
        new EndpointService("orders", {
            networkLoadBalancerArns: [
                "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/net/orders/50dc6c495c0c9188",
            ],
            allowedPrincipals: ["arn:aws:iam::111122223333:root"],
            acceptedEndpointIds: { web: "vpce-0123456789abcdef0" },
            supportedRegions: ["eu-west-1"],
            privateDnsName: "orders.example.com",
            privateDnsHostedZoneId: "Z0123456789ABCDEFGHIJ",
            connectionNotification: { topicArn: "arn:aws:sns:eu-central-1:123456789012:connections" },
            tags: { environment: "prod" },
        }), { stack: "prod", config: { "aws:region": "eu-central-1" } });
    return resources;
}

const lives: { [files: string]: () => Promise<Registration[]> } = {
    "up.json up.new-vpc.json up.flow-logs.json": prod,
    "up.json up.new-vpc.json up.dns-firewall.json": prodWithFirewall,
    "endpoint-service.json": orders,
};

describe("the requests of the AWS provider", () => {
    it("are known for every type that the components create", () => {
        const known = Object.keys({ ...calls, ...serviceCalls, ...firewallReads }).map((key) =>
            types[key as keyof typeof types]
        );
        assert.deepEqual(Object.keys(requestsByType).sort(), known.sort());
    });

    for (const [files, resourcesOf] of Object.entries(lives)) {
        it(`are allowed by ${files}, and by no fewer statements`, async function() {
            this.timeout("5m");
            const resources = await resourcesOf();
            const statements = statementsFor(undefined, ...files.split(" "));
            const { requested, state } = live(resources, statements);
            assert.ok(requested.size > 20);
            assert.deepEqual(state.made, []);
            const superfluous = statements.filter((statement) => {
                if (statement.Effect === "Deny") return false;
                try {
                    live(resources, statements.filter((one) => one !== statement));
                    return true;
                } catch (error) {
                    assert.match((error as Error).message, /^UnauthorizedOperation: /);
                    return false;
                }
            });
            assert.deepEqual(superfluous.map(({ Sid }) => Sid), []);
        });
    }
});
