import type { PlannedEndpoint } from "./endpoints";
import type { FoundEndpoint } from "./existing";
import { EndpointKind } from "./facts/kinds";
import type { Problem } from "./problem";

/**
 * Why AWS would refuse an endpoint, beside one of the same service and kind that is there already.
 *
 * @param ours what the `Name` tag of the endpoint is when it was made by an earlier deployment, and is no collision
 */
export function collision(
    { service, kind, privateDns }: PlannedEndpoint,
    found: FoundEndpoint,
    routeTableIds: string[],
    ours: string,
): Problem[] {
    if (found.tags.Name === ours) return [];
    const path = `existing.${service}`;
    const leave = `leave it alone, with existing: { "${service}": "${found.id}" }`;
    if (kind === EndpointKind.Gateway) {
        const shared = routeTableIds.filter((table) => found.routeTableIds.includes(table));
        if (shared.length === 0) return [];
        const message = `${found.id} already stands in ${shared.join(", ")}, and a route table takes one of ${service}`;
        return [{ path, message, hint: `${leave}, or delete it first` }];
    }
    if (!privateDns || !found.privateDnsEnabled) return [];
    const message = `${found.id} already holds the private DNS names of ${service} in ${found.vpcId}`;
    return [{ path, message, hint: `${leave}, or turn off private DNS on one of the two` }];
}
