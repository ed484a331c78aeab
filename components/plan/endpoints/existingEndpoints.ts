import type { Known } from "../../args/contract";
import type { EndpointsArgs } from "../../args/vpcEndpointsArgs";
import { checkEndpointId } from "../endpointServices/checkEndpointService";
import { factsOfKind, kindFacts } from "../facts/endpointKind";
import type { Service } from "../facts/services";
import type { PlannedEndpoint } from "../kinds/endpointKinds";
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
    return Object.entries(existing).flatMap(([name, id]) => {
        const path = `existing.${name}`;
        if (!isService(name)) return [unknownService(path, name)];
        if (!asked.includes(name)) {
            const hint = `add ${name} to services, or remove this entry`;
            return [{ code: "services.not-requested", path, message: `no service or workload requests ${name}`, hint }];
        }
        if (Object.hasOwn(overrides, name)) {
            const message = `${name} uses an existing endpoint, so these options have no effect`;
            const hint = `remove this entry, or existing.${name}`;
            return [{ code: "existing.with-options", path: `endpoints.${name}`, message, hint }];
        }
        return checkEndpointId(path, id);
    });
}

/** Whether a service has an endpoint that is kept as is. */
export function isKeptAsIs(service: string, existing: ExistingEndpoints): boolean {
    return Object.hasOwn(existing, service);
}

/** The endpoints that are not created because they already exist. */
export function keptAsIs(requests: ServiceRequest[], existing: ExistingEndpoints): NotMade[] {
    return requests.filter(({ askedAs }) => isKeptAsIs(askedAs, existing)).map(({ service, askedAs }) => {
        const id = existing[askedAs];
        return { service, reason: { key: "existing-endpoint", ...(typeof id === "string" && { endpointId: id }) } };
    });
}

/**
 * The egress that clients need to reach existing endpoints. Interface endpoints often share a security group, which
 * only a lookup reveals, and AWS rejects duplicate rules. So one rule for each of the VPC's CIDR blocks covers them
 * all. If a service has both kinds, a lookup determines which one exists.
 */
export function existingEgress(
    requests: ServiceRequest[],
    existing: ExistingEndpoints,
    secondaryCidrBlocks: string[] = [],
): PlannedEgress[] {
    const rules = requests.filter(({ askedAs }) => isKeptAsIs(askedAs, existing)).flatMap(({ service, askedAs }) => {
        const { ports, kinds } = factsOf(service);
        return (ports ?? []).flatMap((port): PlannedEgress[] => {
            if (kinds.some((kind) => kindFacts[kind].inRouteTables)) {
                return [{ name: `${askedAs}-existing-${portName(port)}`, port, existing: askedAs }];
            }
            const name = `existing-${portName(port)}`;
            const further = secondaryCidrBlocks.map((cidrBlock) => ({ name: `${name}-${cidrBlock}`, port, cidrBlock }));
            return [{ name, port, toVpc: true }, ...further];
        });
    });
    return uniqueBy(rules, ({ name }) => name);
}

/** Every service that is reached through an endpoint of the VPC, created or existing. */
export function reachedServices(
    { endpoints, leftOut }: { endpoints: PlannedEndpoint[]; leftOut: NotMade[] },
): Service[] {
    const alone = leftOut.filter(({ reason }) => reason.key === "existing-endpoint");
    return [...endpoints, ...alone].map(({ service }) => service);
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
export function checkFound(service: Service, found: FoundEndpoint, vpcId: string, region: string): Problem[] {
    const path = `existing.${service}`;
    if (found.vpcId !== vpcId) {
        const message = `${found.id} is in ${found.vpcId}, not in ${vpcId}`;
        const hint = `use an endpoint of ${vpcId}, or remove the entry to create one`;
        return [{ code: "existing.other-vpc", path, message, hint }];
    }
    // The service's FIPS endpoint reaches it as well.
    const [serviceName, ...others] = [service, factsOf(service).fips ?? []].flat()
        .flatMap((one) => serviceNamesIn(region, one));
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
