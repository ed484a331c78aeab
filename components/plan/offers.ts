import type { PlannedEndpoint } from "./endpoints";
import { EndpointKind } from "./facts/kinds";
import type { Service } from "./facts/services";
import { optionalServices } from "./requests";
import { factsOf, isService, knownServices } from "./services";

/** An endpoint that is not made, and why it is worth a word. */
export interface NotMade {
    service: Service;
    reason: NotMadeReason;
}

/** Why an endpoint is offered or left out. */
export interface NotMadeReason {
    /**
     * `free-gateway`: nobody asked for it and it costs nothing; `optional-for-workload`: a workload calls it where a
     * feature is used; `gateway-given-up`: the caller asked for an interface alone; `existing-endpoint`: one is there
     * already and left alone.
     */
    key: "free-gateway" | "optional-for-workload" | "gateway-given-up" | "existing-endpoint";
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
        const free = factsOf(service).kinds.includes(EndpointKind.Gateway);
        return free ? [{ service, reason: { key: "free-gateway" } }] : [];
    });
}

/** What was given up by the caller's own choice. */
export function leftOut(endpoints: PlannedEndpoint[]): NotMade[] {
    return endpoints.flatMap(({ service, reason }): NotMade[] => {
        if (reason.key !== "interface-asked-for" || !isService(service)) return [];
        if (!factsOf(service).kinds.includes(EndpointKind.Gateway)) return [];
        return [{ service, reason: { key: "gateway-given-up" } }];
    });
}
