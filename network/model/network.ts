import type { PerimeterRequest } from "../../components/plan/policies/perimeter";
import type { Endpoint, Interface, PublicAddress, Role, Workload } from "./accessModel";
import type { DnsFirewall, PrivateZone, ResolverEndpoint, ResolverRule } from "./dnsModel";
import type { Maybe } from "./maybe";
import type {
    Gateway,
    NetworkAcl,
    Peering,
    PrefixList,
    RouteTable,
    SecurityGroup,
    Subnet,
    TransitAttachment,
    Vpc,
} from "./vpcModel";

/** What is in a network, by kind. A kind that was not read is unknown, which is not the same as an empty list. */
export interface Contents {
    vpcs: Vpc[];
    subnets: Subnet[];
    routeTables: RouteTable[];
    prefixLists: PrefixList[];
    networkAcls: NetworkAcl[];
    securityGroups: SecurityGroup[];
    endpoints: Endpoint[];
    interfaces: Interface[];
    publicAddresses: PublicAddress[];
    gateways: Gateway[];
    peerings: Peering[];
    transitAttachments: TransitAttachment[];
    privateZones: PrivateZone[];
    resolverRules: ResolverRule[];
    resolverEndpoints: ResolverEndpoint[];
    dnsFirewalls: DnsFirewall[];
    workloads: Workload[];
    roles: Role[];
}

/** A kind of thing in a network. */
export type ContentKind = keyof Contents;

/** The networks of one account in one Region. Nothing in it depends on where it was read from. */
export type Network = { [Kind in ContentKind]: Maybe<Contents[Kind]> } & {
    region: string;
    /** The account; undefined if it is not known. */
    accountId?: string;
    /** Which principals and resources are trusted in addition to those of the account. */
    perimeter?: PerimeterRequest;
    /** What a reader concluded from incomplete data, each in a sentence. */
    assumptions: string[];
};

/** A network with nothing in it, for readers to fill. */
export function emptyNetwork(region: string): Network & Contents {
    return {
        region,
        vpcs: [],
        subnets: [],
        routeTables: [],
        prefixLists: [],
        networkAcls: [],
        securityGroups: [],
        endpoints: [],
        interfaces: [],
        publicAddresses: [],
        gateways: [],
        peerings: [],
        transitAttachments: [],
        privateZones: [],
        resolverRules: [],
        resolverEndpoints: [],
        dnsFirewalls: [],
        workloads: [],
        roles: [],
        assumptions: [],
    };
}
