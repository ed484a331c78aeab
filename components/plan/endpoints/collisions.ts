import { EndpointKind } from "../facts/kinds";
import type { Problem } from "../problem";
import { isService } from "../services/services";
import { placeOf, type PlannedEndpoint } from "./endpoints";
import type { FoundEndpoint } from "./existing";

/**
 * Why AWS would refuse an endpoint, beside one of the same service and kind that is there already.
 *
 * @param ours what the `Name` tag of the endpoint is when it was made by an earlier deployment, and is no collision
 */
export function collision(
    planned: PlannedEndpoint,
    found: FoundEndpoint,
    routeTableIds: string[],
    ours: string[],
): Problem[] {
    const { service, askedAs, kind, privateDns } = planned;
    if (ours.includes(found.tags.Name ?? "")) return [];
    const path = `existing.${askedAs}`;
    const leave = `leave it alone, with existing: { "${askedAs}": "${found.id}" }`;
    if (kind === EndpointKind.Gateway) {
        const shared = routeTableIds.filter((table) => found.routeTableIds.includes(table));
        if (shared.length === 0) return [];
        const message = `${found.id} already stands in ${shared.join(", ")}, and a route table takes one of ${service}`;
        return [{ path, message, hint: `${leave}, or delete it first` }];
    }
    if (!privateDns || !found.privateDnsEnabled) return [];
    const message = `${found.id} already holds the private DNS names of ${service} in ${found.vpcId}`;
    const turnOff = "turn off private DNS on one of the two";
    if (isService(askedAs)) return [{ path, message, hint: `${leave}, or ${turnOff}` }];
    return [{ path: `${placeOf(planned)}.privateDns`, message, hint: turnOff }];
}

/** What to tell where the provider finds several endpoints of a service in the VPC, and so hands over none of them. */
export function uncertain({ service, kind, privateDns, serviceName }: PlannedEndpoint, vpcId: string): string[] {
    if (kind === EndpointKind.Interface && !privateDns) return [];
    const risk = kind === EndpointKind.Gateway ? "stands in one of its route tables" : "holds its private DNS names";
    return [`${vpcId} has several endpoints of ${serviceName}: AWS will refuse that of ${service} if one ${risk}`];
}
