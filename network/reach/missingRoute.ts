import { isUnknown } from "../../components/plan/policies/iam/truth";
import { freeKindOf, isService } from "../../components/plan/services/serviceNames";
import type { PrivateZone } from "../model/dnsModel";
import { knownOr } from "../model/maybe";
import type { NetworkIndex } from "../model/networkIndex";
import { isWithin } from "../model/serviceHosts";
import type { Vpc } from "../model/vpcModel";
import type { Client } from "./client";
import { isWildcardFor } from "./dnsFirewalls";
import type { ExplanationCode } from "./explanations";
import type { Fix } from "./hop";
import type { Target } from "./target";

/** Why there is no route, and the change that helps most: an endpoint for an AWS service, otherwise a route. */
export function missingRoute(
    index: NetworkIndex,
    { vpc, subnet }: Client,
    { addresses, service, host }: Target,
    table: string,
): { code: ExplanationCode; fix: Fix; says?: string } {
    if (host !== undefined) return unansweredHost(index, vpc, host, `${addresses.label} to ${table}`);
    if (service === undefined) {
        const sentence = `add a route to ${addresses.label} to ${table}`;
        return { code: "NO_ROUTE_TO_DESTINATION", fix: { sentence } };
    }
    const own = knownOr(index.inVpc("endpoints", vpc.id), []).filter((one) => one.service === service);
    const gateway = own.find((one) => one.kind === "Gateway");
    if (gateway) {
        const [endpoint, from] = [index.label("endpoints", gateway.id), index.label("subnets", subnet.id)];
        const says = `${from} has no way to ${service}: its ${table} is not associated with gateway ${endpoint}`;
        const sentence = `associate ${table} of ${from} with ${endpoint}`;
        return { code: "service.route-table-without-gateway", fix: { sentence }, says };
    }
    const unnamed = own.find((one) => one.privateDns === false);
    if (unnamed) {
        const sentence = `turn on private DNS of ${index.label("endpoints", unnamed.id)}, or call its own DNS name`;
        return { code: "service.private-dns-off", fix: { sentence, option: { add: "privateDns", service } } };
    }
    const kind = isService(service) ? freeKindOf(service) ?? "Interface" : "Interface";
    const an = kind === "Interface" ? "an interface endpoint" : "a gateway endpoint, which is free,";
    const sentence = `create ${an} for ${service} in ${index.label("vpcs", vpc.id)}`;
    return { code: "service.no-endpoint", fix: { sentence, option: { add: "service", service } } };
}

/** Nothing in the VPC answers for a host name: it may be public, or a private hosted zone has it that does not answer here. */
function unansweredHost(index: NetworkIndex, { id, dnsHostnames }: Vpc, host: string, toTable: string) {
    const label = index.label("vpcs", id);
    const has = ({ domain, records }: PrivateZone) =>
        !isUnknown(domain) && isWithin(domain, host)
        && knownOr(records, [{ host }]).some((one) => one.host === host || isWildcardFor(one.host, host));
    const zone = knownOr(index.network.privateZones, []).find(has);
    if (!zone) {
        const sentence = `add a route to ${toTable}; or, if ${host} is a private name, `
            + `associate the private hosted zone that has it with ${label}`;
        return { code: "NO_ROUTE_TO_DESTINATION", fix: { sentence } } as const;
    }
    const name = index.label("privateZones", zone.id);
    if (dnsHostnames === false && knownOr<string[], string[]>(zone.vpcs, []).includes(id)) {
        const says = `${name} has ${host}, but enableDnsHostnames of ${label} is off`;
        return {
            code: "dns.hostnames-off",
            fix: { sentence: `set enableDnsHostnames of ${label} to true` },
            says,
        } as const;
    }
    const says = `${name}, which has ${host}, is not associated with ${label}`;
    return { code: "dns.zone-not-associated", fix: { sentence: `associate ${name} with ${label}` }, says } as const;
}
