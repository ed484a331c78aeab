import { checkRows } from "../../args/checkRows";
import { type ConnectionArgs, connectionRows } from "../../args/connectionArgs";
import type { Known } from "../../args/contract";
import { checkAdmission } from "../endpoints/admission";
import { checkZoneNames } from "../endpoints/checkEndpointOverrides";
import { regions } from "../facts/regions";
import { interfaceKind, planInterface, type PlannedInterface } from "../kinds/interfaceKind";
import type { PlanContext } from "../planContext";
import { noPolicy } from "../policies/endpointPolicy";
import type { Problem } from "../problem";
import { isService } from "../services/serviceNames";
import { regionOfService } from "./endpointServiceName";

/** A caller's options for a connection to an endpoint service. */
export type ConnectionRequest = Known<ConnectionArgs>;

/** Options by the caller's name for the service. */
export interface ConnectionRequests {
    [name: string]: ConnectionRequest;
}

const defaultPorts = [443];

/**
 * All problems in the endpoint services to connect to. Zones are not checked if the VPC's zones are unknown.
 *
 * @param own the Region of the VPC, if it is known
 */
export function checkConnections(overrides: ConnectionRequests, zones: string[], own?: string): Problem[] {
    const problems = Object.entries(overrides).flatMap(([name, override]) => {
        const path = `endpointServices.${name}`;
        return [
            ...wrongName(path, name),
            ...checkRows(connectionRows, override, path),
            ...checkZoneNames(`${path}.zones`, override.zones, zones),
            ...checkAdmission(path, override),
            ...otherPartition(path, override, own),
        ];
    });
    return [...problems, ...sameNames(overrides)];
}

function wrongName(path: string, name: string): Problem[] {
    if (isService(name)) {
        const hint = "choose another name; AWS services belong in services";
        return [{ code: "connections.reserved-name", path, message: `${name} is the key of an AWS service`, hint }];
    }
    if (/^[A-Za-z0-9][\w.-]*$/.test(name)) return [];
    const hint = "use letters, digits, dots and hyphens, e.g. orders";
    return [{ code: "connections.invalid-name", path, message: `"${name}" cannot be part of a resource name`, hint }];
}

function otherPartition(path: string, { serviceName }: ConnectionRequest, own: string | undefined): Problem[] {
    const region = typeof serviceName === "string" ? regionOfService(serviceName) : undefined;
    if (own === undefined || region === undefined || !Object.hasOwn(regions, region)) return [];
    if (regions[region]!.partition === regions[own]!.partition) return [];
    const message = `the service is in ${region}, and the VPC in ${own}, which is in a different partition`;
    const hint = `ask its owner for a service in a Region of the same partition as ${own}`;
    return [{ code: "regions.other-partition", path: `${path}.serviceName`, message, hint }];
}

function sameNames(overrides: ConnectionRequests): Problem[] {
    const holders = Object.entries(overrides).filter(([, { privateDns }]) => privateDns);
    return holders.flatMap(([name, { serviceName }]) => {
        if (typeof serviceName !== "string") return [];
        const [first] = holders.find(([, other]) => other.serviceName === serviceName)!;
        if (first === name) return [];
        const path = `endpointServices.${name}.privateDns`;
        const message = `${first} already uses the private DNS name of ${serviceName}`;
        return [{ code: "if.private-dns-conflict", path, message, hint: "set privateDns on only one of the two" }];
    });
}

/** Warnings about endpoint services in another Region than the VPC. */
export function otherRegions(overrides: ConnectionRequests, own: string): Problem[] {
    return Object.entries(overrides).flatMap(([name, { serviceName }]) => {
        const region = typeof serviceName === "string" ? regionOfService(serviceName) : undefined;
        if (region === undefined || region === own) return [];
        const message = `the service is in ${region} and the VPC in ${own}: AWS also charges for data transfer between `
            + "Regions, which the cost estimate excludes";
        const hint = `check that its owner supports ${own}`;
        const path = `endpointServices.${name}.serviceName`;
        return [{ code: "connections.other-region", path, message, hint }];
    });
}

/** The endpoints to create, sorted by name, for options without problems. */
export function planConnections(overrides: ConnectionRequests, context: PlanContext): PlannedInterface[] {
    const { kind } = interfaceKind;
    return Object.entries(overrides).sort(([a], [b]) => (a < b ? -1 : 1)).map(([service, options]) => {
        const { serviceName, privateDns = false, ports = defaultPorts } = options;
        const alike = {
            service,
            askedAs: service,
            name: `${service}-${kind.toLowerCase()}`,
            kind,
            serviceName: typeof serviceName === "string" ? serviceName : null,
            ports,
            // AWS supports endpoint policies only for its own services.
            policy: noPolicy,
            requestedBy: ["endpointServices"],
        };
        return {
            ...planInterface(alike, "endpoint-service", options, context),
            privateDns,
            privateDnsNames: null,
            // A NAT gateway cannot reach the service, so there is nothing to compare.
            paysOffFromGigabytes: null,
        };
    });
}
