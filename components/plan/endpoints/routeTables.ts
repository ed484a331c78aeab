import type { PlannedEndpoint } from "../kinds/endpointKinds";
import type { Problem } from "../problem";

/** The problem of gateway endpoints without a route table. */
export function noRouteTables(endpoints: PlannedEndpoint[], routeTableIds: unknown): Problem[] {
    const gateways = endpoints.filter((endpoint) => "routeTables" in endpoint).map(({ service }) => service);
    if (gateways.length === 0 || !Array.isArray(routeTableIds) || routeTableIds.length > 0) return [];
    const message = `is empty, so no subnet could reach the gateway endpoint of ${gateways.join(", ")}`;
    const hint = "list the route tables of all private subnets";
    return [{ code: "gw.implicit-scope", path: "routeTableIds", message, hint }];
}
