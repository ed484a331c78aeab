import * as assert from "node:assert/strict";

import { awsCli } from "../../emulator/awsCli/awsCli";
import { type Call, commandOf, fileOf } from "../../inventory/calls";
import { readDetails } from "../../inventory/readDetails";
import { type Ask, type Kind, readInventory } from "../../inventory/readInventory";
import { networkKinds } from "../../network/sources/fromInventory";
import { Account } from "../emulator/aws/account";
import { types } from "../run";

const kinds: Kind[] = [
    "vpcs",
    "subnets",
    "routeTables",
    "endpoints",
    "securityGroups",
    "securityGroupRules",
    "networkAcls",
    "networkInterfaces",
    "endpointServices",
    "endpointConnections",
    "connectionNotifications",
    "flowLogs",
    "logGroups",
    "roles",
    "firewallDomainLists",
    "firewallRuleGroups",
    "queryLogConfigs",
    "queryLogAssociations",
    "hostedZones",
    ...networkKinds,
];

/** What the AWS CLI prints for an account, with some answers changed. */
const askOf = ({ aws }: Account, changed: { [operation: string]: unknown } = {}): Ask => async (call) => {
    const { stdout, stderr } = awsCli(aws, [...call]);
    assert.equal(stderr, "");
    return { path: fileOf(call), answer: changed[call[1]] ?? JSON.parse(stdout) as unknown };
};

/** An account with a gateway, an interface, and a flow log to CloudWatch Logs. */
function smallAccount(): Account {
    const account = new Account();
    const subnet = account.subnet("a", "10.0.0.0/24");
    const table = account.routeTable("a");
    account.aws.create(types.association, "a", { subnetId: subnet.id, routeTableId: table.id });
    const group = account.group("endpoints");
    const rule = { securityGroupId: group.id, ipProtocol: "tcp", fromPort: 443, toPort: 443, cidrIpv4: "10.0.0.0/16" };
    account.aws.create(types.ingress, "rule", { ...rule, tags: { Name: "rule" } });
    account.gateway("s3", "s3", { routeTableIds: [table.id] });
    account.interface("sqs", "sqs", { subnetIds: [subnet.id], securityGroupIds: [group.id] });
    const logs = account.aws.create(types.logGroup, "logs", { tags: { Name: "logs" } });
    const role = account.aws.create(types.role, "role", { assumeRolePolicy: "{}", tags: { Name: "role" } });
    account.aws.create(types.rolePolicy, "policy", { role: role.id, policy: "{}" });
    const to = {
        logDestinationType: "cloud-watch-logs",
        logDestination: logs.attributes.arn,
        iamRoleArn: role.attributes.arn,
    };
    const { id: list } = account.aws.create(types.firewallDomains, "names", { name: "names", domains: ["*"] });
    const { id: firewall } = account.aws.create(types.firewallGroup, "names", {
        name: "names",
        tags: { Name: "names" },
    });
    const firewallRule = { firewallRuleGroupId: firewall, firewallDomainListId: list, priority: 100, action: "ALERT" };
    account.aws.create(types.firewallRule, "names", { ...firewallRule, name: "names" });
    const associated = { vpcId: account.vpc.id, firewallRuleGroupId: firewall, priority: 9000, name: "names" };
    account.aws.create(types.firewallAssociation, "names", associated);
    const queries = { destinationArn: logs.attributes.arn as string, name: "queries" };
    const { id: logging } = account.aws.create(types.queryLog, "queries", queries);
    const ofVpc = { resolverQueryLogConfigId: logging, resourceId: account.vpc.id };
    account.aws.create(types.queryLogAssociation, "queries", ofVpc);
    account.aws.create(types.flowLog, "log", { vpcId: account.vpc.id, trafficType: "ALL", ...to });
    connect(account, subnet.id);
    return account;
}

/** What leads out of the VPC, or answers its DNS queries. */
function connect({ aws, vpc: { id: vpcId } }: Account, subnetId: string): void {
    aws.create("aws:ec2/internetGateway:InternetGateway", "out", { vpcId });
    aws.create("aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway", "out", { vpcId });
    aws.create("aws:ec2/carrierGateway:CarrierGateway", "out", { vpcId });
    aws.create("aws:ec2/natGateway:NatGateway", "out", { subnetId });
    aws.create("aws:ec2/vpnGateway:VpnGateway", "out", { vpcId });
    aws.create("aws:ec2/vpcPeeringConnection:VpcPeeringConnection", "out", { vpcId, peerVpcId: vpcId });
    aws.create("aws:ec2transitgateway/vpcAttachment:VpcAttachment", "out", { vpcId, transitGatewayId: "tgw-1" });
    aws.create("aws:ec2/managedPrefixList:ManagedPrefixList", "out", { addressFamily: "IPv4", entries: [] });
    aws.create("aws:route53/resolverEndpoint:ResolverEndpoint", "out", {
        direction: "OUTBOUND",
        ipAddresses: [{ subnetId }],
    });
    aws.create("aws:iam/policy:Policy", "out", { arn: "arn:aws:iam::123456789012:policy/out", policy: "{}" });
    const rule = { domainName: "example.com", ruleType: "FORWARD", targetIps: [{ ip: "10.8.0.2" }] };
    const { id: resolverRuleId } = aws.create("aws:route53/resolverRule:ResolverRule", "out", rule);
    aws.create("aws:route53/resolverRuleAssociation:ResolverRuleAssociation", "out", { resolverRuleId, vpcId });
    const group = { firewallRuleGroupId: "rslvr-frg-1", vpcId, priority: 101 };
    aws.create("aws:route53/resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation", "out", group);
    aws.create("aws:ecs/cluster:Cluster", "app", {});
    const vpcConfig = { subnetIds: [subnetId], securityGroupIds: [] };
    aws.create("aws:lambda/function:Function", "worker", { role: "arn:aws:iam::123456789012:role/worker", vpcConfig });
}

describe("the inventory of an account", () => {
    it("reads what the AWS CLI prints of every kind, and only the kinds that are asked for", async () => {
        const account = smallAccount();
        const { inventory, problems } = await readInventory(askOf(account), kinds);
        assert.deepEqual(problems, []);
        assert.deepEqual(Object.fromEntries(Object.entries(inventory).map(([kind, { length }]) => [kind, length])), {
            vpcs: 1,
            subnets: 1,
            // With the VPC's main route table and default security group.
            routeTables: 2,
            endpoints: 2,
            securityGroups: 2,
            securityGroupRules: 1,
            networkAcls: 1,
            anyTransitAttachments: 1,
            managedPrefixLists: 1,
            policyAuthorizations: 1,
            resolverEndpoints: 1,
            roleAuthorizations: 1,
            networkInterfaces: 1,
            endpointServices: 0,
            endpointConnections: 0,
            connectionNotifications: 0,
            flowLogs: 1,
            logGroups: 1,
            roles: 1,
            firewallDomainLists: 1,
            firewallRuleGroups: 1,
            queryLogConfigs: 1,
            queryLogAssociations: 1,
            hostedZones: 0,
            internetGateways: 1,
            egressOnlyInternetGateways: 1,
            carrierGateways: 1,
            natGateways: 1,
            vpnGateways: 1,
            // That of the gateway endpoint.
            prefixLists: 1,
            peerings: 1,
            transitAttachments: 1,
            resolverRules: 1,
            resolverRuleAssociations: 1,
            firewallAssociations: 2,
            lambdaFunctions: 1,
            ecsClusters: 1,
        });
        const [gateway, face] = inventory.endpoints;
        assert.deepEqual([gateway!.VpcEndpointType, face!.VpcEndpointType], ["Gateway", "Interface"]);
        const routes = inventory.routeTables[0]!.Routes.map(({ GatewayId }) => GatewayId);
        assert.deepEqual(routes, ["local", gateway!.VpcEndpointId]);
        const none = await readInventory(askOf(account), ["vpcs"]);
        assert.deepEqual([none.inventory.vpcs.length, none.inventory.subnets.length], [1, 0]);
    });

    it("reads the tags of log groups and roles, and the policies of roles", async () => {
        const account = smallAccount();
        const { inventory: { logGroups: [group], roles: [role] } } = await readInventory(askOf(account), kinds);
        const arn = group!.arn.replace(":*", "");
        const asked = { logGroups: [arn], roles: [role!.RoleName], zones: [] };
        const { details, problems } = await readDetails(askOf(account), asked);
        assert.deepEqual(problems, []);
        assert.deepEqual(details.logGroupTags[arn], { Name: "logs" });
        assert.deepEqual(details.roles[role!.RoleName], {
            tags: [{ Key: "Name", Value: "role" }],
            policyNames: ["policy"],
        });
    });

    it("reads the tags of a DNS firewall's parts, and the rules of its groups", async () => {
        const account = smallAccount();
        const { inventory: { firewallRuleGroups: [group] } } = await readInventory(askOf(account), kinds);
        const asked = { logGroups: [], roles: [], zones: [], resolverArns: [group!.Arn], ruleGroups: [group!.Id] };
        const { details, problems } = await readDetails(askOf(account), asked);
        assert.deepEqual(problems, []);
        assert.deepEqual(details.resolverTags[group!.Arn], [{ Key: "Name", Value: "names" }]);
        assert.deepEqual(details.firewallRules[group!.Id]!.map(({ Name }) => Name), ["names"]);
    });

    const wrong: { [what: string]: { answer: unknown; code: string; message: RegExp } } = {
        "an answer to another command": {
            answer: { Subnets: [] },
            code: "inventory.not-an-answer",
            message: /^it is not an answer to aws ec2 describe-vpcs: Vpcs: /,
        },
        "a resource without its ID": {
            answer: { Vpcs: [{ CidrBlock: "10.0.0.0/16" }] },
            code: "inventory.not-an-answer",
            message: /Vpcs\.0\.VpcId/,
        },
        "null": { answer: null, code: "inventory.not-an-answer", message: /not an answer/ },
        "the first of several pages": {
            answer: { Vpcs: [], NextToken: "eyJ2IjoiMiJ9" },
            code: "inventory.partial-answer",
            message: /first page/,
        },
    };
    for (const [what, { answer, code, message }] of Object.entries(wrong)) {
        it(`refuses ${what}`, async () => {
            const ask: Ask = async () => ({ path: "answers/x.json", answer });
            const { problems: [problem, ...more] } = await readInventory(ask, ["vpcs"]);
            assert.deepEqual([problem!.code, problem!.path, more], [code, "answers/x.json", []]);
            assert.match(problem!.message, message);
        });
    }

    it("asks with commands of the AWS CLI that only read, and keeps each answer in a file of its own name", () => {
        const call: Call = ["iam", "get-role", "--role-name", "app-flow-logs-1234567"];
        assert.equal(
            commandOf(call, "us-east-1").join(" "),
            "aws iam get-role --role-name app-flow-logs-1234567 --region us-east-1 --output json",
        );
        assert.equal(fileOf(call), "iam-get-role.app-flow-logs-1234567.json");
        assert.equal(
            fileOf(["logs", "list-tags-for-resource", "--resource-arn", "arn:aws:logs:x"]),
            "logs-list-tags-for-resource.arn_aws_logs_x.json",
        );
    });
});
