import type { PlannedEndpoint } from "../plan/kinds/endpointKinds";
import type { EndpointMaker } from "./endpointMaker";
import { gatewayEndpoint } from "./gatewayEndpoint";
import { interfaceEndpoint } from "./interfaceEndpoint";

/** How each kind of endpoint is made. */
export const endpointMakers: { [Planned in PlannedEndpoint as Planned["kind"]]: EndpointMaker<Planned> } = {
    Gateway: gatewayEndpoint,
    Interface: interfaceEndpoint,
};

/** How endpoints of the kind that AWS reports are made; undefined where none are made here. */
export function makerOf(type: string): EndpointMaker<PlannedEndpoint> | undefined {
    return Object.hasOwn(endpointMakers, type) ? endpointMakers[type as PlannedEndpoint["kind"]] : undefined;
}
