import type { Service } from "../facts/services";
import { isInZones, type PlannedEndpoint } from "../kinds/endpointKinds";
import { factsOf, freeKindOf, isService, knownServices, missingIn } from "../services/serviceNames";
import { optionalServices } from "./expandRequests";

/** An endpoint that is not created but worth mentioning, and the reason. */
export interface NotMade {
    /** The service key. */
    service: Service;
    /** Why it is offered or omitted. */
    reason: NotMadeReason;
}

/** Why an endpoint is offered or omitted. */
export interface NotMadeReason {
    /**
     * `free-gateway`: not requested, but free. `optional-for-workload`: a workload calls it only for an optional
     * feature. `gateway-given-up`: the caller requested only an interface. `no-fips-endpoint`: the caller requested
     * FIPS endpoints, and AWS offers none for the service. `existing-endpoint`: one already exists and is kept as is.
     */
    key: "free-gateway" | "optional-for-workload" | "gateway-given-up" | "no-fips-endpoint" | "existing-endpoint";
    /** The workloads it is optional for. */
    workloads?: string[];
    /** The existing endpoint, if its ID is known before the deployment. */
    endpointId?: string;
}

/** Endpoints that were not requested but may be useful, of those that AWS offers in the Region. */
export function offers(made: Service[], workloads: string[], region: string): NotMade[] {
    const optional = optionalServices(workloads);
    const useful = knownServices.flatMap((service): NotMade[] => {
        const callers = optional.get(service);
        if (callers) return [{ service, reason: { key: "optional-for-workload", workloads: callers } }];
        return freeKindOf(service) ? [{ service, reason: { key: "free-gateway" } }] : [];
    });
    return useful.filter(({ service }) => !made.includes(service) && !missingIn(region, service));
}

/** Endpoints that are not created at the caller's request, or because AWS does not offer them. */
export function leftOut(endpoints: PlannedEndpoint[], fips: boolean): NotMade[] {
    const own = endpoints.filter(({ service }) => isService(service));
    return [...givenUp(own), ...(fips ? withoutFips(own) : [])];
}

function withoutFips(endpoints: PlannedEndpoint[]): NotMade[] {
    const hasNone = (service: Service) => factsOf(service).fips === undefined && !service.includes("fips");
    return endpoints.filter(isInZones).filter(({ service }) => isService(service) && hasNone(service))
        .map(({ service }) => ({ service, reason: { key: "no-fips-endpoint" } }));
}

function givenUp(endpoints: PlannedEndpoint[]): NotMade[] {
    return endpoints
        .filter(({ service, reason }) => reason.key === "interface-asked-for" && freeKindOf(service) !== undefined)
        .map(({ service }) => ({ service, reason: { key: "gateway-given-up" } }));
}
