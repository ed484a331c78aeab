import type { PlannedCost } from "./costs/cost";
import type { EndpointWishes } from "./endpoints/endpointWish";
import type { ExistingEndpoints } from "./endpoints/existing";
import type { NotMade } from "./endpoints/offers";
import type { Wants } from "./endpoints/requests";
import type { PlannedEgress, PlannedSecurityGroup } from "./endpoints/securityGroups";
import type { ConnectionWishes } from "./endpointServices/connections";
import type { PlannedEndpoint } from "./kinds/endpointKinds";
import type { FlowLogsRequest } from "./network/flowLogs";
import type { NetworkRequest, PlannedSubnet } from "./network/network";
import type { PerimeterRequest } from "./policies/perimeter";
import type { Problem } from "./problem";
import type { RaisedQuotas } from "./quotas";

/** What a caller says of the endpoints of a VPC, as far as it decides what is made. */
export interface EndpointsRequest extends Wants {
    /** The VPC's own range; anything but text is known only in a deployment. */
    vpcCidrBlock?: unknown;
    /** The VPC's further IPv4 ranges. */
    secondaryCidrBlocks?: string[];
    endpoints?: EndpointWishes;
    endpointServices?: ConnectionWishes;
    endpointZones?: string[];
    /** Endpoints that are there already, and are left alone. */
    existing?: ExistingEndpoints;
    /** The route tables of gateway endpoints; anything but a list is known only in a deployment. */
    routeTableIds?: unknown;
    options?: PlanOptions;
    perimeter?: PerimeterRequest;
    quotas?: RaisedQuotas;
    /** Anything but a map is known only in a deployment. */
    tags?: unknown;
}

/** What a caller says of the endpoints as a whole. */
export interface PlanOptions {
    fips?: boolean;
    maxMonthlyUsd?: number;
    lookUp?: boolean;
}

/** What a caller says of a private VPC, as far as it decides what is made. */
export interface VpcRequest extends EndpointsRequest, NetworkRequest {
    availabilityZones: string[];
    flowLogs?: FlowLogsRequest;
}

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
