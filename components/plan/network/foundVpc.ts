import type { InVpcArgs } from "../../args/inVpcArgs";

/** What AWS tells of a VPC, as far as its endpoints depend on it. */
export interface FoundVpc {
    id: string;
    cidrBlock: string;
    /** The further IPv4 ranges that are associated with it. */
    secondaryCidrBlocks: string[];
    enableDnsSupport: boolean;
    enableDnsHostnames: boolean;
    mainRouteTableId: string;
    /** The account it belongs to. */
    ownerId: string;
    subnets: FoundSubnet[];
    routeTables: FoundRouteTable[];
}

/** What AWS tells of a subnet. */
export interface FoundSubnet {
    id: string;
    vpcId: string;
    availabilityZone: string;
    /** Empty where it has IPv6 only. */
    cidrBlock: string;
}

/** What AWS tells of a route table. */
export interface FoundRouteTable {
    id: string;
    /** The subnets it is associated with explicitly. */
    subnetIds: string[];
    /** Whether a route of it leads to an internet gateway, which makes its subnets public. */
    isPublic: boolean;
}

/**
 * Where in the VPC a caller wants the endpoints. The subnets are in the caller's order; one of another VPC is among the found
 * ones too, one that does not exist is not.
 */
export type PlacementOverride = Pick<InVpcArgs, "availabilityZones" | "subnetIds" | "routeTableIds">;

/** Where in a VPC its endpoints go. */
export interface Place {
    subnetIds: { [zone: string]: string };
    routeTableIds: string[];
}
