import { isUnknown, type Truth, unknown } from "../../components/plan/policies/iam/truth";
import type { VpcDns } from "../../inventory/readDns";
import type { Inventory, Kind } from "../../inventory/readInventory";
import type { NetworkDetails } from "../../inventory/readNetworkDetails";
import type { EcsTasks } from "../../inventory/readTasks";
import type { Workload } from "../model/accessModel";
import { given, type Maybe } from "../model/maybe";
import { emptyNetwork, type Network } from "../model/network";
import { routeOf } from "./awsTargets";
import { firewallOf, privateZonesOf, resolverEndpointOf, resolverRulesOf } from "./inventoryDns";
import { endpointOf, interfaceOf } from "./inventoryEndpoints";
import { attached, natGateway } from "./inventoryGateways";
import { rolesOf } from "./inventoryRoles";
import { servicesOf } from "./inventoryTasks";
import { isGone, prefixListsOf, transitAttachmentOf } from "./inventoryTransit";
import { aclEntry, blocksOf, groupRule, nameOf, subnetOf } from "./inventoryVpcs";
import { functionOf, interfaceWorkload } from "./inventoryWorkloads";

/** What AWS describes of an account in one Region. A kind that was not read has the reason instead. */
export interface Described {
    region: string;
    lists: { [K in Kind]?: Inventory[K] };
    /** Why lists are missing, by kind, e.g. `ec2-describe-network-acls.json`. */
    missing: { [K in Kind]?: string };
    dns: VpcDns;
    details: NetworkDetails;
    tasks: EcsTasks;
}

/** The kinds that a network is read from. */
export const networkKinds: Kind[] = [
    ...["vpcs", "subnets", "routeTables", "endpoints", "securityGroups", "securityGroupRules", "networkAcls"] as const,
    ...["networkInterfaces", "internetGateways", "egressOnlyInternetGateways", "carrierGateways"] as const,
    ...["natGateways", "vpnGateways", "prefixLists", "peerings", "transitAttachments"] as const,
    ...["anyTransitAttachments", "managedPrefixLists", "resolverRules", "resolverRuleAssociations"] as const,
    ...["resolverEndpoints", "firewallAssociations", "lambdaFunctions", "ecsClusters"] as const,
    ...["roleAuthorizations", "policyAuthorizations"] as const,
];

type Items<K extends Kind> = Inventory[K][number];

/** The networks that AWS describes. */
export function networkOfInventory(described: Described): Network {
    const { region, details } = described;
    const list = <K extends Kind>(kind: K): Maybe<Items<K>[]> =>
        (described.lists[kind] as Items<K>[] | undefined)
            ?? unknown(described.missing[kind] ?? `the list of ${kind}`);
    const mapped = <K extends Kind, T>(kind: K, follow: (item: Items<K>) => T[]): Maybe<T[]> =>
        given(list(kind), (items) => items.flatMap(follow));
    const endpoints = list("endpoints");
    const isGateway = (id: string) =>
        isUnknown(endpoints) || endpoints.some((one) => one.VpcEndpointId === id && one.VpcEndpointType === "Gateway");
    const rules = given(list("securityGroupRules"), grouped);
    const accountId = accountOf(described);
    const roles = rolesOf(list("roleAuthorizations"), list("policyAuthorizations"));
    return {
        ...emptyNetwork(region),
        accountId,
        vpcs: mapped("vpcs", (vpc) => [{
            id: vpc.VpcId,
            name: nameOf(vpc.Tags),
            cidrBlocks: blocksOf(vpc),
            dnsSupport: attribute(described, vpc.VpcId, "enableDnsSupport"),
            dnsHostnames: attribute(described, vpc.VpcId, "enableDnsHostnames"),
        }]),
        subnets: mapped("subnets", (subnet) => [subnetOf(subnet, list("routeTables"), list("networkAcls"))]),
        routeTables: mapped("routeTables", (table) => [{
            id: table.RouteTableId,
            name: nameOf(table.Tags),
            vpc: table.VpcId,
            routes: table.Routes.flatMap((route) => routeOf(route, isGateway)),
        }]),
        prefixLists: prefixListsOf(list("prefixLists"), list("managedPrefixLists"), details),
        networkAcls: mapped("networkAcls", (acl) => [{
            id: acl.NetworkAclId,
            name: nameOf(acl.Tags),
            entries: acl.Entries.map(aclEntry),
        }]),
        securityGroups: mapped("securityGroups", (group) => [{
            id: group.GroupId,
            name: group.GroupName,
            vpc: group.VpcId ?? unknown(`the VPC of ${group.GroupId}`),
            rules: given(rules, (byGroup) => (byGroup.get(group.GroupId) ?? []).map(groupRule)),
        }]),
        endpoints: mapped("endpoints", (one) => [endpointOf(one, region, list("networkInterfaces"))]),
        interfaces: mapped("networkInterfaces", interfaceOf),
        gateways: allOf([
            mapped("internetGateways", (one) => attached(one.InternetGatewayId, "internet gateway", one.Attachments)),
            mapped(
                "egressOnlyInternetGateways",
                (one) => attached(one.EgressOnlyInternetGatewayId, "egress-only internet gateway", one.Attachments),
            ),
            mapped("vpnGateways", (one) => attached(one.VpnGatewayId, "virtual private gateway", one.VpcAttachments)),
            mapped("carrierGateways", (one) => attached(one.CarrierGatewayId, "carrier gateway", [one])),
            mapped("natGateways", natGateway),
        ]),
        peerings: mapped("peerings", (one) => [{
            id: one.VpcPeeringConnectionId,
            name: nameOf(one.Tags),
            vpcs: [one.RequesterVpcInfo, one.AccepterVpcInfo].map((end) =>
                end?.VpcId ?? unknown(`a VPC of ${one.VpcPeeringConnectionId}`)
            ) as [Maybe<string>, Maybe<string>],
            isActive: one.Status?.Code === "active",
        }]),
        transitAttachments: mapped(
            "transitAttachments",
            (one) => (isGone(one) ? [] : [transitAttachmentOf(one, list("anyTransitAttachments"), details)]),
        ),
        privateZones: privateZonesOf(described),
        resolverRules: resolverRulesOf(list("resolverRules"), list("resolverRuleAssociations")),
        resolverEndpoints: mapped("resolverEndpoints", (one) => [resolverEndpointOf(one, details)]),
        dnsFirewalls: mapped("firewallAssociations", (one) => [firewallOf(one, details)]),
        roles,
        workloads: [
            ...orUnread("Lambda functions", mapped("lambdaFunctions", (one) => functionOf(one, roles))),
            ...orUnread("ECS services", servicesOf(list("ecsClusters"), described.tasks, { region, accountId, roles })),
            ...orUnread("network interfaces", mapped("networkInterfaces", interfaceWorkload)),
        ],
    };
}

function grouped(rules: Items<"securityGroupRules">[]): Map<string, Items<"securityGroupRules">[]> {
    const groups = new Map<string, Items<"securityGroupRules">[]>();
    for (const rule of rules) groups.set(rule.GroupId, [...groups.get(rule.GroupId) ?? [], rule]);
    return groups;
}

function accountOf({ lists: { vpcs = [] } }: Described): string | undefined {
    return vpcs.find(({ OwnerId }) => OwnerId)?.OwnerId ?? undefined;
}

function attribute({ dns }: Described, vpc: string, name: "enableDnsSupport" | "enableDnsHostnames"): Truth {
    return dns.attributes[vpc]?.[name] ?? unknown(`${name} of ${vpc}`);
}

/** Workloads; instead of those that were not read, one of which nothing is known. */
function orUnread(what: string, workloads: Maybe<Workload[]>): Workload[] {
    if (!isUnknown(workloads)) return workloads;
    return [{ id: what, subnets: workloads, groups: workloads, hasPublicAddress: workloads }];
}

/** Several lists as one, of which nothing is known if one is not. */
function allOf<T>(lists: Maybe<T[]>[]): Maybe<T[]> {
    const missing = lists.filter(isUnknown).flatMap((one) => (one as { unknown: string[] }).unknown);
    return missing.length > 0 ? { unknown: missing } : (lists as T[][]).flat();
}
