import { gatewayKind, type PlannedGateway } from "./gatewayKind";
import { interfaceKind, type PlannedInterface } from "./interfaceKind";
import type { KindOfEndpoint } from "./kindOfEndpoint";
import type { PlannedOfAnyKind } from "./plannedEndpoint";

/** One endpoint to create. Its properties depend on its `kind`. */
export type PlannedEndpoint = PlannedGateway | PlannedInterface;

/** How each kind of endpoint is planned. */
export const endpointKinds: {
    [Kind in PlannedOfAnyKind["kind"]]: KindOfEndpoint<Extract<PlannedEndpoint, { kind: Kind }>>;
} = {
    Gateway: gatewayKind,
    Interface: interfaceKind,
};

/** An endpoint with a network interface in each of its zones, each billed. */
export type EndpointInZones = Extract<PlannedEndpoint, { zones: string[] }>;

/** Whether an endpoint has network interfaces in zones. */
export function isInZones(planned: PlannedEndpoint): planned is EndpointInZones {
    return "zones" in planned;
}

/** Whether an endpoint supports private DNS. */
export function hasPrivateDns(planned: PlannedEndpoint): planned is Extract<PlannedEndpoint, { privateDns: boolean }> {
    return "privateDns" in planned;
}

/** Whether an endpoint has a security group, which clients must be allowed to reach. */
export function hasSecurityGroup(planned: PlannedEndpoint): planned is Extract<PlannedEndpoint, { sources: string[] }> {
    return "securityGroup" in planned;
}

/** The IPv4 CIDR blocks outside the VPC that must reach an endpoint. */
export function outsidersOf({ reason }: PlannedEndpoint): string[] {
    return "reachableFrom" in reason ? reason.reachableFrom ?? [] : [];
}

/** The zones an endpoint has network interfaces in; none if it is in route tables. */
export function zonesOf(planned: PlannedEndpoint): string[] {
    return isInZones(planned) ? planned.zones : [];
}
