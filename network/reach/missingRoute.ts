import { freeKindOf, isService } from "../../components/plan/services/serviceNames";
import { knownOr } from "../model/maybe";
import type { NetworkIndex } from "../model/networkIndex";
import type { Client } from "./client";
import type { ExplanationCode } from "./explanations";
import type { Fix } from "./hop";
import type { Target } from "./target";

/** Why there is no route, and the change that helps most: an endpoint for an AWS service, otherwise a route. */
export function missingRoute(
    index: NetworkIndex,
    { vpc, subnet }: Client,
    { addresses, service }: Target,
    table: string,
): { code: ExplanationCode; fix: Fix; says?: string } {
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
