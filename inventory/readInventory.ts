import * as v from "valibot";

import type { Problem } from "../components/plan/problem";
import type { Call } from "./calls";
import * as dns from "./dnsShapes";
import * as gateways from "./gatewayShapes";
import * as network from "./networkShapes";
import { parseAnswer, type Parsed } from "./parseAnswer";
import * as resolver from "./resolverShapes";
import * as roles from "./roleShapes";
import * as services from "./serviceShapes";

/** The answer to a call of the AWS CLI, as JSON, and where it is from; or why there is none. */
export type Ask = (call: Call) => Promise<{ path: string; answer: unknown } | { problems: Problem[] }>;

/** One command describes roles and the policies that are attached to them. */
const authorizations = [
    ...["iam", "get-account-authorization-details", "--filter"] as const,
    ...["Role", "LocalManagedPolicy", "AWSManagedPolicy"] as const,
] as const;

/** The commands that list everything of a kind in a Region: the command, the key of the list in its answer, its items. */
const listings = {
    vpcs: [["ec2", "describe-vpcs"], "Vpcs", network.vpc],
    subnets: [["ec2", "describe-subnets"], "Subnets", network.subnet],
    routeTables: [["ec2", "describe-route-tables"], "RouteTables", network.routeTable],
    endpoints: [["ec2", "describe-vpc-endpoints"], "VpcEndpoints", network.endpoint],
    securityGroups: [["ec2", "describe-security-groups"], "SecurityGroups", network.securityGroup],
    securityGroupRules: [["ec2", "describe-security-group-rules"], "SecurityGroupRules", network.securityGroupRule],
    networkAcls: [["ec2", "describe-network-acls"], "NetworkAcls", network.networkAcl],
    networkInterfaces: [["ec2", "describe-network-interfaces"], "NetworkInterfaces", network.networkInterface],
    internetGateways: [["ec2", "describe-internet-gateways"], "InternetGateways", gateways.internetGateway],
    egressOnlyInternetGateways: [
        ["ec2", "describe-egress-only-internet-gateways"],
        "EgressOnlyInternetGateways",
        gateways.egressOnlyInternetGateway,
    ],
    carrierGateways: [["ec2", "describe-carrier-gateways"], "CarrierGateways", gateways.carrierGateway],
    natGateways: [["ec2", "describe-nat-gateways"], "NatGateways", gateways.natGateway],
    vpnGateways: [["ec2", "describe-vpn-gateways"], "VpnGateways", gateways.vpnGateway],
    prefixLists: [["ec2", "describe-prefix-lists"], "PrefixLists", gateways.prefixList],
    peerings: [["ec2", "describe-vpc-peering-connections"], "VpcPeeringConnections", gateways.peering],
    transitAttachments: [
        ["ec2", "describe-transit-gateway-vpc-attachments"],
        "TransitGatewayVpcAttachments",
        gateways.transitAttachment,
    ],
    anyTransitAttachments: [
        ["ec2", "describe-transit-gateway-attachments"],
        "TransitGatewayAttachments",
        gateways.anyTransitAttachment,
    ],
    managedPrefixLists: [["ec2", "describe-managed-prefix-lists"], "PrefixLists", gateways.managedPrefixList],
    resolverEndpoints: [["route53resolver", "list-resolver-endpoints"], "ResolverEndpoints", dns.resolverEndpoint],
    roleAuthorizations: [authorizations, "RoleDetailList", roles.roleAuthorization],
    policyAuthorizations: [authorizations, "Policies", roles.policyAuthorization],
    resolverRules: [["route53resolver", "list-resolver-rules"], "ResolverRules", dns.resolverRule],
    resolverRuleAssociations: [
        ["route53resolver", "list-resolver-rule-associations"],
        "ResolverRuleAssociations",
        dns.resolverRuleAssociation,
    ],
    firewallAssociations: [
        ["route53resolver", "list-firewall-rule-group-associations"],
        "FirewallRuleGroupAssociations",
        dns.firewallAssociation,
    ],
    lambdaFunctions: [["lambda", "list-functions"], "Functions", dns.lambdaFunction],
    endpointServices: [
        ["ec2", "describe-vpc-endpoint-service-configurations"],
        "ServiceConfigurations",
        services.endpointService,
    ],
    endpointConnections: [
        ["ec2", "describe-vpc-endpoint-connections"],
        "VpcEndpointConnections",
        services.endpointConnection,
    ],
    connectionNotifications: [
        ["ec2", "describe-vpc-endpoint-connection-notifications"],
        "ConnectionNotificationSet",
        services.connectionNotification,
    ],
    flowLogs: [["ec2", "describe-flow-logs"], "FlowLogs", services.flowLog],
    logGroups: [["logs", "describe-log-groups"], "logGroups", services.logGroup],
    roles: [["iam", "list-roles"], "Roles", services.role],
    firewallDomainLists: [
        ["route53resolver", "list-firewall-domain-lists"],
        "FirewallDomainLists",
        resolver.firewallDomainList,
    ],
    firewallRuleGroups: [
        ["route53resolver", "list-firewall-rule-groups"],
        "FirewallRuleGroups",
        resolver.firewallRuleGroup,
    ],
    queryLogConfigs: [
        ["route53resolver", "list-resolver-query-log-configs"],
        "ResolverQueryLogConfigs",
        resolver.queryLogConfig,
    ],
    queryLogAssociations: [
        ["route53resolver", "list-resolver-query-log-config-associations"],
        "ResolverQueryLogConfigAssociations",
        resolver.queryLogAssociation,
    ],
    hostedZones: [["route53", "list-hosted-zones"], "HostedZones", services.hostedZone],
} as const satisfies { [kind: string]: readonly [Call, string, v.GenericSchema] };

/** A kind of resource that can be listed. */
export type Kind = keyof typeof listings;

/** The resources of a Region as AWS describes them, by kind, in AWS's own spelling. */
export type Inventory = { [K in Kind]: v.InferOutput<(typeof listings)[K][2]>[] };

/** The command that lists a kind of resource. */
export function listingCall(kind: Kind): Call {
    return listings[kind][0];
}

/** The details of single resources, which the lists lack. */
export interface Details {
    /** Tags by the ARN of a log group. */
    logGroupTags: { [arn: string]: { [key: string]: string } };
    /** Tags and names of inline policies, by the name of a role. */
    roles: { [name: string]: { tags: { Key: string; Value: string }[]; policyNames: string[] } };
    /** Tags by the ARN of a part of a DNS firewall. */
    resolverTags: { [arn: string]: { Key: string; Value: string }[] };
    /** Rules by the ID of a rule group of DNS Firewall. */
    firewallRules: { [groupId: string]: v.InferOutput<typeof resolver.firewallRules>["FirewallRules"] };
    /** Records by the ID of a hosted zone. */
    records: { [zoneId: string]: v.InferOutput<typeof services.record>[] };
}

/** Reads the lists of these kinds; kinds that are not requested are empty. */
export async function readInventory(
    ask: Ask,
    kinds: readonly Kind[],
): Promise<{ inventory: Inventory; problems: Problem[] }> {
    const inventory = Object.fromEntries(Object.keys(listings).map((kind) => [kind, []])) as unknown as Inventory;
    const problems: Problem[] = [];
    await Promise.all(kinds.map(async (kind) => {
        const [call, key, item] = listings[kind];
        const { value, problems: wrong } = await answerTo(ask, call, v.object({ [key]: v.array(item) }));
        problems.push(...wrong);
        if (value) Object.assign(inventory, { [kind]: value[key] });
    }));
    return { inventory, problems };
}

/** What to read details of. */
export interface Detailed {
    /** ARNs of log groups, whose tags are read. */
    logGroups: string[];
    /** Names of roles, whose tags and policies are read. */
    roles: string[];
    /** IDs of hosted zones, whose records are read. */
    zones: string[];
    /** ARNs of parts of DNS firewalls, whose tags are read. @default [] */
    resolverArns?: string[];
    /** IDs of rule groups of DNS Firewall, whose rules are read. @default [] */
    ruleGroups?: string[];
}

/** Reads the details of these resources. */
export async function readDetails(
    ask: Ask,
    { logGroups, roles, zones, resolverArns = [], ruleGroups = [] }: Detailed,
): Promise<{ details: Details; problems: Problem[] }> {
    const details: Details = { logGroupTags: {}, roles: {}, resolverTags: {}, firewallRules: {}, records: {} };
    const problems: Problem[] = [];
    const read = async <Schema extends v.GenericSchema>(call: Call, schema: Schema) => {
        const { value, problems: wrong } = await answerTo(ask, call, schema);
        problems.push(...wrong);
        return value;
    };
    await Promise.all([
        ...logGroups.map(async (arn) => {
            const tagged = await read(["logs", "list-tags-for-resource", "--resource-arn", arn], services.logGroupTags);
            details.logGroupTags[arn] = tagged?.tags ?? {};
        }),
        ...roles.map(async (name) => {
            const role = await read(["iam", "get-role", "--role-name", name], services.roleDetails);
            const policies = await read(["iam", "list-role-policies", "--role-name", name], services.policyNames);
            details.roles[name] = { tags: role?.Role.Tags ?? [], policyNames: policies?.PolicyNames ?? [] };
        }),
        ...resolverArns.map(async (arn) => {
            const call: Call = ["route53resolver", "list-tags-for-resource", "--resource-arn", arn];
            details.resolverTags[arn] = (await read(call, resolver.resourceTags))?.Tags ?? [];
        }),
        ...ruleGroups.map(async (id) => {
            const call: Call = ["route53resolver", "list-firewall-rules", "--firewall-rule-group-id", id];
            details.firewallRules[id] = (await read(call, resolver.firewallRules))?.FirewallRules ?? [];
        }),
        ...zones.map(async (id) => {
            const schema = v.object({ ResourceRecordSets: v.array(services.record) });
            const found = await read(["route53", "list-resource-record-sets", "--hosted-zone-id", id], schema);
            details.records[id] = found?.ResourceRecordSets ?? [];
        }),
    ]);
    return { details, problems };
}

async function answerTo<Schema extends v.GenericSchema>(
    ask: Ask,
    call: Call,
    schema: Schema,
): Promise<Parsed<v.InferOutput<Schema>>> {
    const answered = await ask(call);
    if ("problems" in answered) return { problems: answered.problems };
    return parseAnswer(call, answered.path, schema, answered.answer);
}
