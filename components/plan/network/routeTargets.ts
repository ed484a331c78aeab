/**
 * What a route leads to outside of a VPC, by the field that names it
 * (https://docs.aws.amazon.com/vpc/latest/userguide/route-table-options.html).
 */
export const routeTargets = {
    carrierGatewayId: "carrier gateway",
    coreNetworkArn: "core network of AWS Cloud WAN",
    egressOnlyGatewayId: "egress-only internet gateway",
    localGatewayId: "local gateway",
    natGatewayId: "NAT gateway",
    networkInterfaceId: "network interface of an appliance",
    odbNetworkArn: "network of Oracle Database@AWS",
    transitGatewayId: "transit gateway",
    vpcEndpointId: "Gateway Load Balancer endpoint",
    vpcPeeringConnectionId: "VPC peering connection",
} as const;

/** A field of a route that names what it leads to. */
export type RouteTargetField = keyof typeof routeTargets;
