import * as assert from "node:assert/strict";

import { EndpointService, type EndpointServiceArgs, VpcEndpoints } from "../../../components";
import { attachmentTypes } from "../../../emulator/aws/world";
import { runOffline } from "../../../emulator/runProgram";
import { runStack, types } from "../../run";
import { arnOf } from "./apiRequests";
import { lookUps } from "./authorizedAws";
import { calls, type ProviderCalls, serviceCalls } from "./providerCalls";
import { allowedActions, allows, statementsFor, statementsOf } from "./rolePolicies";
import { serviceAuthorization } from "./serviceAuthorization";

const all = (some: { [type: string]: ProviderCalls }) =>
    Object.values(some).flatMap(({ read, write }) => [...read, ...write]);

/** The lookups of the program. */
const looked = ["getVpcEndpointService", "getCallerIdentity", "getRegion"].map((name) =>
    Object.keys(lookUps).find((token) => token.endsWith(`:${name}`))!
);

const everything: EndpointServiceArgs = {
    networkLoadBalancerArns: [
        "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/orders/50dc6c495c0c9188",
    ],
    allowedPrincipals: ["arn:aws:iam::111122223333:root"],
    acceptedEndpointIds: { web: "vpce-0123456789abcdef0" },
    supportedRegions: ["eu-west-1"],
    privateDnsName: "orders.example.com",
    privateDnsHostedZoneId: "Z0123456789ABCDEFGHIJ",
    connectionNotification: { topicArn: "arn:aws:sns:us-east-1:123456789012:connections" },
};

describe("the roles of the workflows", () => {
    it("allow `up` exactly the API calls of each resource type, with a separate policy for flow logs", () => {
        const { flowLog, logGroup, role, rolePolicy, ...network } = calls;
        const needed = [...looked.flatMap((token) => lookUps[token]!), ...all(network)];
        assert.deepEqual(allowedActions("up.json", "up.new-vpc.json"), [...new Set(needed)].sort());
        assert.deepEqual(allowedActions("up.json", "up.vpc.json", "up.new-vpc.json"), [...new Set(needed)].sort());
        const ofFlowLogs = all({ flowLog, logGroup, role, rolePolicy });
        assert.deepEqual(allowedActions("up.flow-logs.json"), [...new Set(ofFlowLogs)].sort());
    });

    it("cover every resource type that the stacks create, and every look-up", async () => {
        const secondary = { "private-vpc:secondaryCidrBlocks": JSON.stringify([{ cidrBlock: "100.64.0.0/16" }]) };
        const runs = [await runStack("dev", secondary), await runStack("prod")];
        const made = new Set(runs.flatMap(({ resources }) => resources.map(({ type }) => type)));
        const known = Object.keys(calls).map((key) => types[key as keyof typeof types]);
        assert.deepEqual([...made].filter((type) => type.startsWith("aws:")).sort(), known.sort());
        const asked = new Set(runs.flatMap(({ invokes }) => invokes.map(({ token }) => token)));
        assert.deepEqual([...asked].sort(), [...looked].sort());
    });

    it("allow `up` the API calls of an endpoint service, with a policy that only its stacks need", async () => {
        assert.deepEqual(allowedActions("endpoint-service.json"), [...new Set(all(serviceCalls))].sort());
        const { resources } = await runOffline(() => new EndpointService("orders", everything), {
            config: { "aws:region": "us-east-1" },
        });
        const made = new Set(resources.map(({ type }) => type).filter((type) => type.startsWith("aws:")));
        const known = Object.keys(serviceCalls).map((key) => types[key as keyof typeof types]);
        assert.deepEqual([...made].sort(), known.sort());
    });

    it("allow a preview only look-ups, since it reads no resource", () => {
        assert.deepEqual(allowedActions("preview.json"), looked.flatMap((token) => lookUps[token]!));
    });

    it("allow a preview in an existing VPC exactly the look-ups of `VpcEndpoints.inVpc`", async () => {
        const vpcId = "vpc-0123456789abcdef0";
        const made = (type: string, id: string, attributes: object) => ({ id, type, name: id, attributes });
        const resources = [
            made(types.vpc, vpcId, { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true, mainRouteTableId: "rtb-1" }),
            made(types.subnet, "subnet-1", { vpcId, availabilityZone: "us-east-1a", cidrBlock: "10.0.1.0/24" }),
            made(attachmentTypes.transitAttachment, "tgw-attach-1", { vpcId, transitGatewayId: "tgw-1" }),
            made(attachmentTypes.zone, "Z0123456789ABCDEFGHIJ", { name: "example.com", vpcs: [{ vpcId }] }),
            made(types.firewallAssociation, "rslvr-frgassoc-1", { vpcId, priority: 200, tags: { team: "dns" } }),
        ];
        const program = () => VpcEndpoints.inVpc("app", { vpcId, services: ["s3", "sqs"], dnsFirewall: {} });
        const { invokes } = await runOffline(() => program().then(() => undefined), {
            config: { "aws:region": "us-east-1" },
            context: { resources },
        });
        const needed = [...new Set(invokes.map(({ token }) => token))].flatMap((token) => lookUps[token]!);
        const files = ["preview.json", "preview.existing-vpc.json"];
        assert.deepEqual(allowedActions(...files), [...new Set(needed)].sort());
        const statements = statementsFor(vpcId, ...files);
        const region = "eu-central-1";
        const association = `arn:aws:route53resolver:${region}:123456789012:firewall-rule-group-association/1`;
        const keys = { "ec2:Region": region, "aws:RequestedRegion": region };
        for (const action of needed) {
            const [kind = "*"] = Object.keys(serviceAuthorization[action]!);
            const arns: { [kind: string]: string } = {
                vpc: arnOf("vpc", vpcId),
                hostedzone: arnOf("hostedzone", "Z1"),
            };
            const arn = kind === "*" ? "*" : arns[kind] ?? association;
            const isLimited = !["route53:", "route53resolver:"].some((start) => action.startsWith(start));
            assert.ok(allows(statements, action, { arn, context: keys }), action);
            const elsewhere = { "ec2:Region": "us-east-1", "aws:RequestedRegion": "us-east-1" };
            const other = { arn: arn.replace(region, "us-east-1"), context: elsewhere };
            // AWS's list of endpoint services is the same for everyone.
            if (isLimited && action !== "ec2:DescribeVpcEndpointServices") {
                assert.ok(!allows(statements, action, other));
            }
        }
    });

    it("can each be assumed by one subject, without a pattern", () => {
        const issuer = "token.actions.githubusercontent.com";
        for (const [role, subject] of [["preview", "pull_request"], ["up", "environment:prod"]]) {
            const [{ Condition, Sid, ...rest } = assert.fail(), ...more] = statementsOf(`${role}.trust.json`);
            assert.deepEqual(more, [], Sid);
            assert.deepEqual(rest, {
                Effect: "Allow",
                Principal: { Federated: `arn:aws:iam::123456789012:oidc-provider/${issuer}` },
                Action: "sts:AssumeRoleWithWebIdentity",
            });
            assert.deepEqual(Condition, {
                StringEquals: {
                    [`${issuer}:aud`]: "sts.amazonaws.com",
                    [`${issuer}:sub`]: `repo:octocat@123456/my-repo@456789:${subject}`,
                },
            });
        }
    });
});
