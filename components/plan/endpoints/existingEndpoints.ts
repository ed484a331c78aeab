import type { Known } from "../../args/contract";
import type { EndpointsArgs } from "../../args/vpcEndpointsArgs";
import { interfaceGigabyteUsd } from "../costs/interfaceCost";
import { checkEndpointId } from "../endpointServices/checkEndpointService";
import { factsOfKind, kindFacts } from "../facts/endpointKind";
import type { Service } from "../facts/services";
import type { PlannedEndpoint } from "../kinds/endpointKinds";
import type { PlannedInterface } from "../kinds/interfaceKind";
import type { Problem, Warning } from "../problem";
import { unknownService } from "../services/find";
import { factsOf, isService, serviceNamesIn } from "../services/serviceNames";
import type { EndpointOverrides } from "./endpointOverrides";
import type { ServiceRequest } from "./expandRequests";
import type { NotMade } from "./offers";
import { type PlannedEgress, portName, uniqueBy } from "./securityGroups";

/** IDs of endpoints that the VPC already has, by service. */
export type ExistingEndpoints = NonNullable<Known<EndpointsArgs>["existing"]>;

/** All problems with the existing endpoints to keep. */
export function checkExisting(existing: ExistingEndpoints, asked: string[], overrides: EndpointOverrides): Problem[] {
    return Object.entries(existing).flatMap(([name, ids]) => {
        const path = `existing.${name}`;
        if (!isService(name)) return [unknownService(path, name)];
        if (!asked.includes(name)) {
            const hint = `add ${name} to services, or remove this entry`;
            return [{ code: "services.not-requested", path, message: `no service or workload requests ${name}`, hint }];
        }
        if (Object.hasOwn(overrides, name) && !isForOutsiders(name, overrides)) {
            const message = `${name} uses an existing endpoint, so these options have no effect`;
            const further = hasBothKinds(name)
                ? `, or set reachableFrom without kind, for an interface endpoint in addition to an existing gateway endpoint`
                : "";
            const hint = `remove this entry, or existing.${name}${further}`;
            return [{ code: "existing.with-options", path: `endpoints.${name}`, message, hint }];
        }
        if (Array.isArray(ids) && ids.length === 0) {
            return [{ code: "list.empty", path, message: "is empty", hint: "list the endpoints, or remove the entry" }];
        }
        return existingIds({ [name]: ids }).flatMap((one) => checkEndpointId(one.path, one.id));
    });
}

/** The IDs of existing endpoints, each with its path. A service may have several. */
export function existingIds<Id>(
    existing: { [service: string]: Id | Id[] },
): { service: string; id: Id; path: string }[] {
    return Object.entries(existing).flatMap(([service, ids]) => {
        const path = `existing.${service}`;
        if (!Array.isArray(ids)) return [{ service, id: ids, path }];
        return ids.map((id: Id, index) => ({ service, id, path: `${path}[${index}]` }));
    });
}

/** Whether a service with an existing gateway endpoint also gets an interface endpoint, for clients outside the VPC. */
function isForOutsiders(service: Service, overrides: EndpointOverrides): boolean {
    const { kind, reachableFrom = [] } = overrides[service]!;
    return hasBothKinds(service) && kind === undefined && reachableFrom.length > 0;
}

function hasBothKinds(service: Service): boolean {
    return factsOf(service).kinds.length > 1;
}

/** Whether an endpoint is created although the service has an existing one. */
export function isInAddition({ reason }: PlannedEndpoint): boolean {
    return reason.key === "reachable-from-outside";
}

/** The warning about an interface endpoint that takes the traffic of a free gateway endpoint. */
export function unusedGateway(planned: PlannedInterface, id: string | undefined, vpcId: string): Problem {
    const { service, privateDns } = planned;
    const path = `endpoints.${planned.askedAs}.kind`;
    const gateway = id === undefined ? "gateway endpoints" : `the gateway endpoint ${id}`;
    const what = privateDns
        ? `its names then resolve to the interface endpoint, so the workloads' traffic also costs USD ${interfaceGigabyteUsd} a `
            + "gigabyte, which is free through the gateway endpoint"
        : `the interface endpoint costs USD ${
            planned.monthlyUsd.toFixed(2)
        } a month, and only clients that use its own DNS `
            + "name reach it";
    const message = `${vpcId} already has ${gateway} of ${service}: ${what}`;
    const hint = `remove kind, and set existing: { "${planned.askedAs}": "${id ?? "vpce-…"}" }`;
    return { code: "vpc.gateway-unused", path, message, hint };
}

/** Whether a service has an endpoint that is kept as is. */
export function isKeptAsIs(service: string, existing: ExistingEndpoints): boolean {
    return Object.hasOwn(existing, service);
}

/** The endpoints that are not created because they already exist. */
export function keptAsIs(requests: ServiceRequest[], existing: ExistingEndpoints): NotMade[] {
    return requests.filter(({ askedAs }) => isKeptAsIs(askedAs, existing)).flatMap(({ service, askedAs }) =>
        existingIds({ [askedAs]: existing[askedAs] }).map(({ id }): NotMade => ({
            service,
            reason: { key: "existing-endpoint", ...(typeof id === "string" && { endpointId: id }) },
        }))
    );
}

/**
 * The egress that clients need to reach existing endpoints. Interface endpoints often share a security group, which
 * only a lookup reveals, and AWS rejects duplicate rules. So one rule for each of the VPC's CIDR blocks covers them
 * all. If a service has both kinds, a lookup determines which one exists; further endpoints of the service are reached by
 * that rule too, or in the VPC.
 */
export function existingEgress(
    requests: ServiceRequest[],
    existing: ExistingEndpoints,
    secondaryCidrBlocks: string[] = [],
): PlannedEgress[] {
    const rules = requests.filter(({ askedAs }) => isKeptAsIs(askedAs, existing)).flatMap(({ service, askedAs }) => {
        const { ports, kinds } = factsOf(service);
        return (ports ?? []).flatMap((port): PlannedEgress[] => {
            const name = `existing-${portName(port)}`;
            const further = secondaryCidrBlocks.map((cidrBlock) => ({ name: `${name}-${cidrBlock}`, port, cidrBlock }));
            const inVpc: PlannedEgress[] = [{ name, port, toVpc: true }, ...further];
            if (!kinds.some((kind) => kindFacts[kind].inRouteTables)) return inVpc;
            const first = { name: `${askedAs}-${name}`, port, existing: askedAs };
            const ids = existing[askedAs];
            return Array.isArray(ids) && ids.length > 1 ? [first, ...inVpc] : [first];
        });
    });
    return uniqueBy(rules, ({ name }) => name);
}

/** Every service that is reached through an endpoint of the VPC, created or existing. */
export function reachedServices(
    { endpoints, leftOut }: { endpoints: PlannedEndpoint[]; leftOut: NotMade[] },
): Service[] {
    const alone = leftOut.filter(({ reason }) => reason.key === "existing-endpoint");
    return [...new Set([...endpoints, ...alone].map(({ service }) => service))];
}

/** The properties of an existing endpoint that matter here, as AWS reports them. */
export interface FoundEndpoint {
    id: string;
    vpcId: string;
    serviceName: string;
    vpcEndpointType: string;
    privateDnsEnabled: boolean;
    routeTableIds: string[];
    tags: { [key: string]: string };
}

/** Problems with an existing endpoint, after lookup. */
export function checkFound(
    { service, path, isForOutsiders = false }: { service: Service; path: string; isForOutsiders?: boolean },
    found: FoundEndpoint,
    vpcId: string,
    region: string,
): Problem[] {
    if (found.vpcId !== vpcId) {
        const message = `${found.id} is in ${found.vpcId}, not in ${vpcId}`;
        const hint = `use an endpoint of ${vpcId}, or remove the entry to create one`;
        return [{ code: "existing.other-vpc", path, message, hint }];
    }
    // The service's FIPS endpoint reaches it as well.
    const [serviceName, ...others] = [service, factsOf(service).fips ?? []].flat()
        .flatMap((one) => serviceNamesIn(region, one));
    if (isForOutsiders && !factsOfKind(found.vpcEndpointType)?.inRouteTables) {
        const message =
            `${found.id} is an interface endpoint, and endpoints.${service}.reachableFrom creates another one `
            + "only in addition to a gateway endpoint";
        const hint = `allow these clients in the security groups of ${found.id}, and remove endpoints.${service}`;
        return [{ code: "existing.not-a-gateway", path, message, hint }];
    }
    if ([serviceName, ...others].includes(found.serviceName)) return [];
    const message = `${found.id} is an endpoint of ${found.serviceName}, not of ${serviceName}`;
    const hint = `use an endpoint of ${service}, or remove the entry to create one`;
    return [{ code: "existing.other-service", path, message, hint }];
}

/** The warning about route tables that an existing gateway endpoint is not associated with. */
export function lackingRouteTables(
    service: string,
    found: Pick<FoundEndpoint, "id" | "vpcEndpointType" | "routeTableIds">,
    wanted: string[],
): Warning[] {
    if (!factsOfKind(found.vpcEndpointType)?.inRouteTables) return [];
    const lacking = [...new Set(wanted)].filter((table) => !found.routeTableIds.includes(table)).sort();
    if (lacking.length === 0) return [];
    const where = `${found.id} is not associated with ${lacking.join(", ")}`;
    const message = `${where}: subnets that use ${
        lacking.length === 1 ? "this table" : "these tables"
    } cannot reach ${service} through it`;
    return [{ code: "gw.implicit-scope", path: `existing.${service}`, message }];
}
