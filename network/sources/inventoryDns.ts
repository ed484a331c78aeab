import { unknown } from "../../components/plan/policies/iam/truth";
import type { VpcDns } from "../../inventory/readDns";
import type { Inventory } from "../../inventory/readInventory";
import type { NetworkDetails } from "../../inventory/readNetworkDetails";
import {
    type DnsFirewall,
    dnsPort,
    type DnsRecord,
    type PrivateZone,
    type ResolverEndpoint,
    type ResolverRule,
    serverWords,
} from "../model/dnsModel";
import { given, type Maybe } from "../model/maybe";

/** A name as AWS writes it, without its trailing dot and with `*` for the escape that AWS uses. */
function plainName(name: string): string {
    return name.replace(/\.$/, "").replace(/^\\052/, "*").toLowerCase();
}

/** The private hosted zones of the VPCs. A VPC whose zones were not read may have zones of any name. */
export function privateZonesOf({ lists: { vpcs = [] }, dns }: {
    lists: { vpcs?: Inventory["vpcs"] };
    dns: VpcDns;
}): Maybe<PrivateZone[]> {
    const unread = vpcs.filter(({ VpcId }) => !dns.zones[VpcId]).map(({ VpcId }): PrivateZone => {
        const zones = unknown(`the private hosted zones of ${VpcId}`);
        return { id: `zones of ${VpcId}`, domain: zones, vpcs: [VpcId], records: zones };
    });
    const byId = new Map<string, { domain: string; vpcs: string[] }>();
    for (const [vpc, zones] of Object.entries(dns.zones)) {
        for (const { HostedZoneId, Name } of zones) {
            const zone = byId.get(HostedZoneId) ?? { domain: plainName(Name), vpcs: [] };
            zone.vpcs.push(vpc);
            byId.set(HostedZoneId, zone);
        }
    }
    const read = [...byId].map(([id, { domain, vpcs: of }]): PrivateZone => ({
        id,
        name: domain,
        domain,
        vpcs: of,
        records: recordsOf(id, dns),
    }));
    return [...read, ...unread];
}

function recordsOf(id: string, { records }: VpcDns): Maybe<DnsRecord[]> {
    return records[id]?.map(({ Name, Type, ResourceRecords, AliasTarget }) => ({
        host: plainName(Name),
        type: Type,
        values: AliasTarget ? [plainName(AliasTarget.DNSName)] : ResourceRecords.map(({ Value }) => plainName(Value)),
    })) ?? unknown(`the records of hosted zone ${id}`);
}

/** The Resolver rules, with the VPCs that they are associated with. */
export function resolverRulesOf(
    rules: Maybe<Inventory["resolverRules"]>,
    associations: Maybe<Inventory["resolverRuleAssociations"]>,
): Maybe<ResolverRule[]> {
    return given(rules, (all) =>
        // The rule of all names is AWS's own, for what nothing else answers.
        all.filter(({ RuleType }) => RuleType !== "RECURSIVE").map((rule) => ({
            id: rule.Id,
            name: rule.Name ?? undefined,
            domain: rule.DomainName ? plainName(rule.DomainName) : unknown(`the domain of Resolver rule ${rule.Id}`),
            forwards: rule.RuleType === "FORWARD",
            vpcs: given(associations, (them) =>
                them.filter(({ ResolverRuleId }) =>
                    ResolverRuleId === rule.Id
                ).flatMap(({ VPCId }) => VPCId ?? [])),
            servers: rule.TargetIps.flatMap(({ Ip, Port }) => (Ip ? serverWords(Ip, Port ?? dnsPort) : [])),
            endpoint: rule.ResolverEndpointId ?? undefined,
        })));
}

/** The Resolver endpoints, with the addresses that were read. */
export function resolverEndpointOf(
    { Id, Name, Direction, HostVPCId, SecurityGroupIds }: Inventory["resolverEndpoints"][number],
    { resolverAddresses }: NetworkDetails,
): ResolverEndpoint {
    const interfaces = resolverAddresses[Id]?.flatMap(({ Ip, SubnetId }) =>
        SubnetId ? [{ subnet: SubnetId, address: Ip ?? undefined }] : []
    );
    return {
        id: Id,
        name: Name ?? undefined,
        isInbound: Direction ? Direction === "INBOUND" : unknown(`the direction of Resolver endpoint ${Id}`),
        vpc: HostVPCId ?? unknown(`the VPC of Resolver endpoint ${Id}`),
        interfaces: interfaces ?? unknown(`the addresses of Resolver endpoint ${Id}`),
        groups: SecurityGroupIds.length > 0
            ? SecurityGroupIds
            : unknown(`the security groups of Resolver endpoint ${Id}`),
    };
}

/** The association of a rule group with a VPC, with the rules that were read. */
export function firewallOf(
    { Id, Name, VpcId, Priority, FirewallRuleGroupId }: Inventory["firewallAssociations"][number],
    { firewallRules, firewallDomains }: NetworkDetails,
): DnsFirewall {
    const rules = firewallRules[FirewallRuleGroupId];
    const sorted = [...rules ?? []].sort((a, b) => (a.Priority ?? 0) - (b.Priority ?? 0));
    return {
        id: Id,
        name: Name ?? undefined,
        vpc: VpcId ?? unknown(`the VPC of ${Id}`),
        priority: Priority ?? unknown(`the priority of ${Id}`),
        rules: rules
            ? sorted.map(({ FirewallDomainListId: list, Action, Name: rule }) => ({
                domains: (list ? firewallDomains[list] : undefined)?.map(plainName)
                    ?? unknown(`the names of rule ${rule} of DNS Firewall rule group ${FirewallRuleGroupId}`),
                blocks: Action === "BLOCK",
            }))
            : unknown(`the rules of DNS Firewall rule group ${FirewallRuleGroupId}`),
    };
}
