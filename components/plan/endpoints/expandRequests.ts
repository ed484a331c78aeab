import type { RequestedEndpointsArgs } from "../../args/requestedEndpointsArgs";
import type { Service } from "../facts/services";
import { workloads, workloadsByName } from "../facts/workloads";
import type { Problem } from "../problem";
import { findServices, unknownService } from "../services/find";
import { findWorkloads, unknownWorkload } from "../services/findWorkloads";
import { isService, missingIn } from "../services/serviceNames";
import type { ChosenKind } from "./chooseKinds";

/** A service and who requested it. */
export interface ServiceRequest {
    service: Service;
    /** The requested key: the same, or that of the service whose FIPS endpoint this is. */
    askedAs: Service;
    /** Names of workloads, and `services` if it was requested directly. */
    requestedBy: string[];
    /** The path of its first request, e.g. `services[2]`. */
    path: string;
    /** The kinds to create. @default - the usual ones for the service and its options */
    chosen?: ChosenKind[];
}

/** The services and workloads of a request. */
export type Wants = Pick<RequestedEndpointsArgs, "services" | "workloads">;

/** Every requested service once, sorted by key, and the problems in the names. */
export function expandRequests(wants: Wants): { requests: ServiceRequest[]; problems: Problem[] } {
    const problems: Problem[] = [];
    const requests = new Map<Service, ServiceRequest>();
    const add = (service: Service, by: string, path: string) => {
        const request = requests.get(service) ?? { service, askedAs: service, requestedBy: [], path };
        if (!request.requestedBy.includes(by)) request.requestedBy.push(by);
        requests.set(service, request);
    };
    for (const [index, name] of (wants.workloads ?? []).entries()) {
        const path = `workloads[${index}]`;
        if (Object.hasOwn(workloadsByName, name)) {
            workloadsByName[name]!.required.forEach((service) => add(service, name, path));
        } else problems.push(unknownWorkload(path, name));
    }
    for (const [index, name] of (wants.services ?? []).entries()) {
        const path = `services[${index}]`;
        if (isService(name)) add(name, "services", path);
        else problems.push(unknownService(path, name));
    }
    const sorted = [...requests.values()].sort((a, b) => (a.service < b.service ? -1 : 1));
    for (const { requestedBy } of sorted) requestedBy.sort();
    return { requests: sorted, problems };
}

/** The services that workloads call only for an optional feature, each with its workloads. */
export function optionalServices(names: string[]): Map<Service, string[]> {
    const optional = new Map<Service, string[]>();
    for (const name of [...new Set(names)].sort()) {
        for (const service of workloadsByName[name]?.optional ?? []) {
            optional.set(service, [...optional.get(service) ?? [], name]);
        }
    }
    return optional;
}

/** Warnings about services and workloads that are listed twice. */
export function repeatedRequests({ services = [], workloads: names = [] }: Wants): Problem[] {
    return Object.entries({ workloads: names, services }).flatMap(([argument, list]) =>
        list.flatMap((name, index): Problem[] => {
            if (list.indexOf(name) === index) return [];
            const path = `${argument}[${index}]`;
            return [{ code: "list.repeated", path, message: `${name} is listed twice`, hint: "remove it" }];
        })
    );
}

/** The requested services, plus the likely targets of misspelt or misplaced names. */
export function probablyRequested({ services = [], workloads: names = [] }: Wants): string[] {
    const ofWorkload = (name: string) => findWorkloads(name).slice(0, 1).flatMap((found) => workloads[found].required);
    const meant = (name: string, ...finds: ((name: string) => string[])[]) => {
        if (isService(name)) return [name];
        // A search takes longer than everything else here.
        if (Object.hasOwn(workloadsByName, name)) return workloadsByName[name]!.required;
        return finds.map((find) => find(name)).find(({ length }) => length > 0) ?? [];
    };
    return [
        ...services.flatMap((name) => meant(name, findServices, ofWorkload)),
        ...names.flatMap((name) => meant(name, ofWorkload, findServices)),
    ];
}

/** The services that AWS does not offer in a Region. */
export function notInRegion(requests: ServiceRequest[], region: string): Problem[] {
    return requests.flatMap(({ service, path }) => {
        const missing = missingIn(region, service);
        if (!missing) return [];
        const message = `AWS offers no endpoint for ${service} in ${region}`;
        const { onlyInRegions } = missing;
        const hint = onlyInRegions
            ? `AWS offers it only in ${onlyInRegions.join(", ")}`
            : "remove it";
        return [{ code: "services.not-in-region", path, message, hint }];
    });
}
