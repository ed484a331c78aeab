import type { InVpcArgs } from "../../args/inVpcArgs";
import type { FoundRoute } from "./waysOut";

/** The properties of a VPC that its endpoints depend on, as AWS reports them. */
export interface FoundVpc {
    id: string;
    cidrBlock: string;
    /** The secondary IPv4 CIDR blocks associated with it. */
    secondaryCidrBlocks: string[];
    enableDnsSupport: boolean;
    enableDnsHostnames: boolean;
    mainRouteTableId: string;
    /** The account that owns it. */
    ownerId: string;
    subnets: FoundSubnet[];
    routeTables: FoundRouteTable[];
}

/** A subnet, as AWS reports it. */
export interface FoundSubnet {
    id: string;
    vpcId: string;
    availabilityZone: string;
    /** Empty for an IPv6-only subnet. */
    cidrBlock: string;
    /** The addresses that are free now. @default - unknown */
    availableAddresses?: number;
}

/** A route table, as AWS reports it. */
export interface FoundRouteTable {
    id: string;
    /** The subnets with an explicit association. */
    subnetIds: string[];
    /** Whether it has a route to an internet gateway, which makes its subnets public. */
    isPublic: boolean;
    /** Its routes. @default - unknown */
    routes?: FoundRoute[];
}

/**
 * The caller's options for the placement of endpoints in the VPC. The found subnets are in the caller's order. They
 * include subnets of other VPCs, but not those that do not exist.
 */
export type PlacementOverride = Pick<InVpcArgs, "availabilityZones" | "subnetIds" | "routeTableIds">;

/** The placement of endpoints in a VPC. */
export interface Place {
    subnetIds: { [zone: string]: string };
    routeTableIds: string[];
}
