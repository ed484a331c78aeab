import type * as v from "valibot";

import type { Problem } from "../components/plan/problem";
import { answersOf, type Ask } from "./answersOf";
import type { Call } from "./calls";
import * as dns from "./dnsShapes";
import * as gateways from "./gatewayShapes";
import * as resolver from "./resolverShapes";

/** What AWS describes for one part of a network at a time, by its ID. What was not answered is missing. */
export interface NetworkDetails {
    firewallRules: { [group: string]: v.InferOutput<typeof resolver.firewallRules>["FirewallRules"] };
    firewallDomains: { [list: string]: string[] };
    resolverAddresses: { [endpoint: string]: v.InferOutput<typeof dns.resolverAddresses>["IpAddresses"] };
    prefixListEntries: { [list: string]: string[] };
    transitRoutes: { [routeTable: string]: v.InferOutput<typeof gateways.transitRoutes>["Routes"] };
}

/** Of which parts the details are read, by their IDs. */
export interface DetailedParts {
    firewallGroups: string[];
    resolverEndpoints: string[];
    prefixLists: string[];
    transitRouteTables: string[];
}

/** The calls that describe one part of a network. */
export const detailCalls: { [detail in keyof NetworkDetails]: (id: string) => Call } = {
    firewallRules: (id) => ["route53resolver", "list-firewall-rules", "--firewall-rule-group-id", id],
    firewallDomains: (id) => ["route53resolver", "list-firewall-domains", "--firewall-domain-list-id", id],
    resolverAddresses: (id) => [
        ...["route53resolver", "list-resolver-endpoint-ip-addresses", "--resolver-endpoint-id"] as const,
        id,
    ],
    prefixListEntries: (id) => ["ec2", "get-managed-prefix-list-entries", "--prefix-list-id", id],
    transitRoutes: (id) => [
        ...["ec2", "search-transit-gateway-routes", "--transit-gateway-route-table-id", id] as const,
        ...["--filters", "Name=state,Values=active,blackhole"] as const,
    ],
};

/** Reads the details of parts of a network. */
export async function readNetworkDetails(
    ask: Ask,
    parts: DetailedParts,
): Promise<{ details: NetworkDetails; problems: Problem[] }> {
    const details: NetworkDetails = {
        firewallRules: {},
        firewallDomains: {},
        resolverAddresses: {},
        prefixListEntries: {},
        transitRoutes: {},
    };
    const { read: answerTo, problems } = answersOf(ask);
    const read = async <Detail extends keyof NetworkDetails, Schema extends v.GenericSchema>(
        detail: Detail,
        ids: string[],
        schema: Schema,
        follow: (answer: v.InferOutput<Schema>) => NetworkDetails[Detail][string],
    ): Promise<void> => {
        await Promise.all(ids.map(async (id) => {
            const value = await answerTo(detailCalls[detail](id), schema);
            if (value !== undefined) details[detail][id] = follow(value) as never;
        }));
    };
    const { firewallGroups, resolverEndpoints, prefixLists, transitRouteTables } = parts;
    await read("firewallRules", firewallGroups, resolver.firewallRules, ({ FirewallRules }) => FirewallRules);
    const rules = Object.values(details.firewallRules).flat();
    const lists = [...new Set(rules.flatMap(({ FirewallDomainListId }) => FirewallDomainListId ?? []))];
    await Promise.all([
        read("firewallDomains", lists, dns.firewallDomains, ({ Domains }) => Domains),
        read("resolverAddresses", resolverEndpoints, dns.resolverAddresses, ({ IpAddresses }) => IpAddresses),
        read(
            "prefixListEntries",
            prefixLists,
            gateways.prefixListEntries,
            ({ Entries }) => Entries.map(({ Cidr }) => Cidr),
        ),
        read("transitRoutes", transitRouteTables, gateways.transitRoutes, ({ Routes }) => Routes),
    ]);
    return { details, problems };
}
