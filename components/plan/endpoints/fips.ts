import { kindFacts } from "../facts/endpointKind";
import type { Problem } from "../problem";
import { factsOf } from "../services/serviceNames";
import { chooseKinds } from "./chooseKinds";
import type { EndpointOverrides } from "./endpointOverrides";
import type { ServiceRequest } from "./expandRequests";

/**
 * The requests, with each interface endpoint replaced by its FIPS endpoint where one exists. A gateway is kept: it is a
 * route, which also carries traffic to the service's FIPS names.
 */
export function withFips(requests: ServiceRequest[], overrides: EndpointOverrides): ServiceRequest[] {
    const merged = new Map<string, ServiceRequest>();
    for (const request of requests.flatMap((one) => withTwin(one, overrides))) {
        const { service } = request;
        const same = merged.get(service);
        const requestedBy = [...new Set([...same?.requestedBy ?? [], ...request.requestedBy])].sort();
        merged.set(service, { ...request, ...same, service, requestedBy });
    }
    return [...merged.values()].sort((a, b) => (a.service < b.service ? -1 : 1));
}

/** A request split into the kinds of endpoint that have no FIPS endpoint of their own, and the FIPS endpoint. */
function withTwin(request: ServiceRequest, overrides: EndpointOverrides): ServiceRequest[] {
    const { fips } = factsOf(request.service);
    const { chosen } = chooseKinds(request.service, overrides[request.service] ?? {});
    const twins = chosen.filter(({ kind }) => kindFacts[kind].fipsTwin);
    if (fips === undefined || twins.length === 0) return [request];
    const others = chosen.filter((one) => !twins.includes(one));
    return [
        ...(others.length > 0 ? [{ ...request, chosen: others }] : []),
        { ...request, service: fips, chosen: twins },
    ];
}

/** Problems where options are set on a FIPS key that `options.fips` already substitutes for a requested service. */
export function checkTwins(requests: ServiceRequest[], said: { [argument: string]: object }): Problem[] {
    return requests.flatMap(({ service }) => {
        const twin = requests.find((one) => factsOf(service).fips === one.service)?.service;
        if (twin === undefined) return [];
        const places = Object.entries(said).filter(([, entries]) => Object.hasOwn(entries, twin));
        const message = `options.fips replaces ${service} with ${twin}, and both are requested`;
        const hint = `set these options for ${service}`;
        return places.map(([argument]) => ({
            code: "endpoints.fips-twin",
            path: `${argument}.${twin}`,
            message,
            hint,
        }));
    });
}
