import type { RouteTargetField, routeTargets } from "../../components/plan/network/routeTargets";
import type { Truth } from "../../components/plan/policies/iam/truth";
import type { Maybe } from "./maybe";

/** Something in a network: its ID, which is unique in the network, and the name that people gave it. */
export interface Named {
    id: string;
    name?: string;
}

/** A VPC. */
export interface Vpc extends Named {
    /** Its IPv4 CIDR blocks. */
    cidrBlocks: Maybe<string[]>;
    /** Whether the Route 53 Resolver answers in it (`enableDnsSupport`). */
    dnsSupport: Truth;
    /** Whether private hosted zones and private DNS work in it (`enableDnsHostnames`). */
    dnsHostnames: Truth;
}

/** A subnet with its route table and network ACL, which are the VPC's main table and default ACL unless it has others. */
export interface Subnet extends Named {
    vpc: Maybe<string>;
    zone: Maybe<string>;
    cidrBlock: Maybe<string>;
    routeTable: Maybe<string>;
    networkAcl: Maybe<string>;
    /** Whether instances get public IPv4 addresses unless they are launched without. */
    mapsPublicAddresses: Truth;
}

/** A route table. */
export interface RouteTable extends Named {
    vpc: Maybe<string>;
    routes: Maybe<Route[]>;
}

/** A route. IPv6 routes matter only for finding ways out. */
export interface Route {
    destination: Maybe<{ cidr: string } | { prefixList: string }>;
    target: Maybe<RouteTarget>;
    /** Whether its target is deleted or not available. */
    blackhole?: boolean;
    /** Whether a virtual private gateway propagated it: other routes of the same destination go first. */
    propagated?: boolean;
}

/** What a route leads to: its kind, in AWS's words, and its ID. */
export interface RouteTarget {
    kind: TargetKind;
    id: string;
}

export type TargetKind =
    | "local"
    | "gateway endpoint"
    | "internet gateway"
    | "virtual private gateway"
    | "other target"
    | (typeof routeTargets)[RouteTargetField];

/** A prefix list; `cidrs` are its IPv4 entries. */
export interface PrefixList extends Named {
    cidrs: Maybe<string[]>;
    /** The AWS service whose public addresses are its entries. */
    service?: string;
}

/** The packets of a rule: a protocol, e.g. `tcp`, or `-1` for all, and its ports. */
export interface Traffic {
    protocol: string;
    fromPort: number;
    toPort: number;
}

/** A network ACL. */
export interface NetworkAcl extends Named {
    entries: Maybe<AclEntry[]>;
}

/** An entry of a network ACL. `cidr` is its IPv4 block, or an IPv6 block, which matches no IPv4 address. */
export interface AclEntry {
    number: number;
    egress: boolean;
    allow: boolean;
    traffic: Maybe<Traffic>;
    cidr: Maybe<string>;
}

/** A security group. */
export interface SecurityGroup extends Named {
    vpc: Maybe<string>;
    rules: Maybe<GroupRule[]>;
}

/** A rule of a security group. */
export interface GroupRule extends Named {
    egress: boolean;
    traffic: Maybe<Traffic>;
    peer: Maybe<{ cidr: string } | { group: string } | { prefixList: string }>;
}

/** A gateway of a VPC. A NAT gateway is in a subnet. */
export interface Gateway extends Named {
    kind: Extract<TargetKind, `${string} gateway`>;
    vpc: Maybe<string>;
    subnet?: Maybe<string>;
    /** Whether a NAT gateway has a public address; private ones reach other networks only. */
    isPublic?: Truth;
}

/** A VPC peering connection. */
export interface Peering extends Named {
    vpcs: [Maybe<string>, Maybe<string>];
    isActive: Truth;
}

/** The attachment of a VPC to a transit gateway, with the routes of the route table that it is associated with. */
export interface TransitAttachment extends Named {
    transitGateway: Maybe<string>;
    vpc: Maybe<string>;
    subnets: Maybe<string[]>;
    /** Each to the ID of an attachment, or `blackhole`. */
    routes: Maybe<{ cidr: string; attachment: Maybe<string> }[]>;
}
