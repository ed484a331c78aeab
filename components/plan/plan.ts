import type { Known } from "../args/contract";
import type { PrivateVpcArgs } from "../args/privateVpcArgs";
import type { EndpointsArgs, VpcEndpointsArgs } from "../args/vpcEndpointsArgs";
import type { PlannedCost } from "./costs/cost";
import type { NotMade } from "./endpoints/offers";
import type { PlannedEgress, PlannedSecurityGroup } from "./endpoints/securityGroups";
import type { PlannedEndpoint } from "./kinds/endpointKinds";
import type { PlannedSubnet } from "./network/planSubnets";
import type { Problem } from "./problem";

/** What decides which endpoints of a VPC are made. */
export type EndpointsRequest = Known<
    EndpointsArgs & Partial<Pick<VpcEndpointsArgs, "vpcCidrBlock" | "secondaryCidrBlocks" | "routeTableIds">>
>;

/** What decides what is made of a private VPC. */
export type VpcRequest = Known<PrivateVpcArgs> & EndpointsRequest;

/** Everything that will be made inside a VPC, and why. */
export interface EndpointsPlan {
    /** The Region of the zones, e.g. `us-east-1`. */
    region: string;
    /** The partition of the Region, e.g. `aws`. */
    partition: string;
    /** The endpoints to make: AWS's own services first, in order of their keys, then endpoint services. */
    endpoints: PlannedEndpoint[];
    /** The security groups of interface endpoints, and whom they let in. */
    securityGroups: PlannedSecurityGroup[];
    /** Where the client security group lets a workload go. */
    clientEgress: PlannedEgress[];
    /** What of the policies does less, or more, than it seems to. */
    warnings: Problem[];
    /** What was given up by the caller's own choice. */
    leftOut: NotMade[];
    /** What nobody asked for and might be wanted. */
    offered: NotMade[];
    /** What the endpoints cost a month, and what NAT gateways would. */
    cost: PlannedCost;
}

/** Everything that will be made for a private VPC, and why. */
export interface VpcPlan extends EndpointsPlan {
    /** The VPC and its subnets. */
    network: PlannedNetwork;
}

/** The VPC and its subnets. */
export interface PlannedNetwork {
    /** The VPC's IPv4 range, e.g. `10.0.0.0/16`. */
    cidrBlock: string;
    /** One isolated subnet for each zone. */
    subnets: PlannedSubnet[];
}

/** A plan, or everything that is wrong with what was asked for. */
export type Planned<T> = { plan: T; problems: [] } | { plan?: undefined; problems: Problem[] };
