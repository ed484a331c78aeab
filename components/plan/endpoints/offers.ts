import type { Service } from "../facts/services";
import { isInZones, type PlannedEndpoint } from "../kinds/endpointKinds";
import { freeKindOf, isService, knownServices } from "../services/serviceNames";
import { optionalServices } from "./expandRequests";

/** An endpoint that is not made, and why it is worth a word. */
export interface NotMade {
    /** The service, by AWS's own key. */
    service: Service;
    /** Why it is offered or left out. */
    reason: NotMadeReason;
}

/** Why an endpoint is offered or left out. */
export interface NotMadeReason {
    /**
     * `free-gateway`: nobody asked for it and it costs nothing; `optional-for-workload`: a workload calls it where a
     * feature is used; `gateway-given-up`: the caller asked for an interface alone; `no-fips-endpoint`: the caller asked
     * for FIPS endpoints, and AWS offers none of the service; `existing-endpoint`: one is there already and left alone.
     */
    key: "free-gateway" | "optional-for-workload" | "gateway-given-up" | "no-fips-endpoint" | "existing-endpoint";
    /** The workloads it is optional for. */
    workloads?: string[];
    /** The endpoint that is there already, where it is known before the deployment. */
    endpointId?: string;
}

/** What was not asked for and might be wanted. */
export function offers(made: Service[], workloads: string[]): NotMade[] {
    const optional = optionalServices(workloads);
    return knownServices.filter((service) => !made.includes(service)).flatMap((service): NotMade[] => {
        const callers = optional.get(service);
        if (callers) return [{ service, reason: { key: "optional-for-workload", workloads: callers } }];
        return freeKindOf(service) ? [{ service, reason: { key: "free-gateway" } }] : [];
    });
}

/** What was given up by the caller's own choice, or could not be had. */
export function leftOut(endpoints: PlannedEndpoint[], fips: boolean): NotMade[] {
    const own = endpoints.filter(({ service }) => isService(service));
    return [...givenUp(own), ...(fips ? withoutFips(own) : [])];
}

function withoutFips(endpoints: PlannedEndpoint[]): NotMade[] {
    return endpoints.filter(isInZones).filter(({ service }) => isService(service) && !service.includes("fips"))
        .map(({ service }) => ({ service, reason: { key: "no-fips-endpoint" } }));
}

function givenUp(endpoints: PlannedEndpoint[]): NotMade[] {
    return endpoints
        .filter(({ service, reason }) => reason.key === "interface-asked-for" && freeKindOf(service) !== undefined)
        .map(({ service }) => ({ service, reason: { key: "gateway-given-up" } }));
}
