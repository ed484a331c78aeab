import type { Known } from "../args/contract";
import type { PerimeterArgs } from "../args/perimeterArgs";
import type { PrivateVpcArgs } from "../args/privateVpcArgs";
import type { EndpointsArgs, VpcEndpointsArgs } from "../args/vpcEndpointsArgs";
import type { PlannedCost } from "./costs/cost";
import type { PlannedDnsFirewall } from "./dnsFirewall/plannedDnsFirewall";
import type { NotMade } from "./endpoints/offers";
import type { PlannedEgress, PlannedSecurityGroup } from "./endpoints/securityGroups";
import type { PlannedEndpoint } from "./kinds/endpointKinds";
import type { PlannedSubnet } from "./network/placeSubnets";
import type { PlannedSecondaryRange } from "./network/planSecondaryRanges";
import type { WayOut } from "./network/waysOut";
import type { Problem } from "./problem";

/** The options that decide which endpoints of a VPC are created. */
export type EndpointsRequest = Known<
    EndpointsArgs & Partial<Pick<VpcEndpointsArgs, "vpcCidrBlock" | "secondaryCidrBlocks" | "routeTableIds">> & {
        /** The CIDR blocks of the workloads' subnets. @default - the VPC's CIDR blocks */
        workloadBlocks?: string[];
    }
>;

/** The options that decide what is created for a private VPC. */
export type VpcRequest = Known<PrivateVpcArgs> & Omit<EndpointsRequest, "vpcCidrBlock" | "secondaryCidrBlocks">;

/** Everything that is created inside a VPC, with the reasons. */
export interface EndpointsPlan {
    /** The Region of the zones, e.g. `us-east-1`. */
    region: string;
    /** The partition of the Region, e.g. `aws`. */
    partition: string;
    /** Which principals and resources the endpoint policies trust, as requested; the stack's own account always is. */
    perimeter: PerimeterArgs;
    /** The endpoints to create: AWS services first, sorted by key, then other endpoint services. */
    endpoints: PlannedEndpoint[];
    /** The security groups of interface endpoints, and who may connect. */
    securityGroups: PlannedSecurityGroup[];
    /** The egress rules of the client security group. */
    clientEgress: PlannedEgress[];
    /**
     * The routes out of an existing VPC that was looked up, and what is attached to it without a route, which its endpoints do
     * not control.
     *
     * @default - not looked up
     */
    waysOut?: WayOut[];
    /** Warnings, each with a fix, e.g. about a policy that allows less, or more, than it appears to. */
    warnings: Problem[];
    /** Endpoints that are not created at the caller's request. */
    leftOut: NotMade[];
    /** Endpoints that were not requested but may be useful. */
    offered: NotMade[];
    /** The DNS firewall of the VPC. @default - none is created, and data can leave the VPC in DNS queries */
    dnsFirewall?: PlannedDnsFirewall;
    /** The monthly cost of the endpoints, and of NAT gateways for comparison. */
    cost: PlannedCost;
}

/** Everything that is created for a private VPC, with the reasons. */
export interface VpcPlan extends EndpointsPlan {
    /** The VPC and its subnets. */
    network: PlannedNetwork;
}

/** The VPC and its subnets. */
export interface PlannedNetwork {
    /** The VPC's IPv4 CIDR block, e.g. `10.0.0.0/16`; `null` if IPAM allocates it. */
    cidrBlock: string | null;
    /** The IPAM pool that allocates the block. @default - none */
    ipam?: PlannedIpam;
    /** One isolated subnet for each zone, in which the interface endpoints are too. */
    subnets: PlannedSubnet[];
    /** The secondary CIDR blocks, in the order in which they are associated. @default - none are requested */
    secondaryCidrBlocks?: PlannedSecondaryRange[];
}

/** How IPAM allocates a VPC's CIDR block. */
export interface PlannedIpam {
    /** The pool's ID; `null` if it is known only during a deployment. */
    poolId: string | null;
    /** The block's prefix length, e.g. 20. */
    netmaskLength: number;
}

/** A plan, or all problems in the request. */
export type Planned<T> =
    | {
        /** The plan. */
        plan: T;
        /** No problems. */
        problems: [];
    }
    | {
        /** No plan: there are problems. */
        plan?: undefined;
        /** All problems. */
        problems: Problem[];
    };
