import type { PlannedEndpoint } from "../plan/kinds/endpointKinds";
import type { EndpointMaker } from "./endpointMaker";
import { gatewayEndpoint } from "./gatewayEndpoint";
import { interfaceEndpoint } from "./interfaceEndpoint";

/** The maker for each kind of endpoint. */
export const endpointMakers: { [Planned in PlannedEndpoint as Planned["kind"]]: EndpointMaker<Planned> } = {
    Gateway: gatewayEndpoint,
    Interface: interfaceEndpoint,
};

/** The maker for an endpoint type that AWS reports; undefined if this package does not create that type. */
export function makerOf(type: string): EndpointMaker<PlannedEndpoint> | undefined {
    return Object.hasOwn(endpointMakers, type) ? endpointMakers[type as PlannedEndpoint["kind"]] : undefined;
}
