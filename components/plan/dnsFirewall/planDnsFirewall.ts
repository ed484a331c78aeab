import type { Known } from "../../args/contract";
import type { DnsFirewallArgs } from "../../args/dnsFirewallArgs";
import { cents } from "../costs/interfaceCost";
import { otherPrice } from "../costs/priceIn";
import { DnsFirewallAction } from "../facts/dnsFirewallAction";
import { hasPrivateDns } from "../kinds/endpointKinds";
import { freeKindOf } from "../services/serviceNames";
import { allowedNames, type NamedParts } from "./allowedNames";
import type { PlannedDnsFirewall } from "./plannedDnsFirewall";

/** The caller's options for the DNS firewall. */
export type DnsFirewallRequest = Known<DnsFirewallArgs>;

/** After the rule groups that a VPC may have already, because this one matches every name. */
export const defaultPriority = 9000;

/** The options for a VPC that is created: nobody else's workloads or settings are in it. */
export function forOwnVpc(request: DnsFirewallRequest | undefined): DnsFirewallRequest | undefined {
    return request && { action: DnsFirewallAction.Block, failOpen: false, ...request };
}

/** Plans the DNS firewall; `undefined` if none is requested. */
export function planDnsFirewall(
    request: DnsFirewallRequest | undefined,
    parts: Omit<NamedParts, "allowedDomains">,
): PlannedDnsFirewall | undefined {
    if (!request) return undefined;
    const { action = DnsFirewallAction.Alert, failOpen = null, priority = defaultPriority, queryLogs } = request;
    const allowed = allowedNames({ ...parts, allowedDomains: request.allowedDomains ?? [] });
    return {
        action: action as DnsFirewallAction,
        failOpen,
        priority,
        allowed,
        reported: [
            ...parts.endpoints.filter(hasPrivateDns).map(({ name }) => name),
            // A gateway endpoint has no DNS names.
            ...parts.existing.filter((service) => !freeKindOf(service)).map((service) => `${service}-existing`),
            ...(parts.cidrBlocks.length === 0 ? ["vpc"] : []),
        ],
        queryLogs: queryLogs ? (queryLogs.destinationArn === undefined ? "log-group" : "given") : null,
        namesUsd: cents((allowed.length + 1) * otherPrice(parts.region, "dnsFirewallDomainMonth").usd),
        millionQueries: otherPrice(parts.region, "dnsFirewallMillionQueries"),
    };
}
