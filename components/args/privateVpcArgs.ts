import { list, map, object, type Rows, text } from "./contract";
import { flowLogs, type FlowLogsArgs } from "./flowLogsArgs";
import { ipam, type IpamArgs } from "./ipamArgs";
import { type RequestedEndpointsArgs, requestedEndpointsRows } from "./requestedEndpointsArgs";
import { secondaryCidrBlock, type SecondaryCidrBlockArgs } from "./secondaryCidrBlockArgs";

/** Arguments for `PrivateVpc`. */
export interface PrivateVpcArgs extends RequestedEndpointsArgs {
    /**
     * The VPC's IPv4 CIDR block, /16 to /25, e.g. `10.0.0.0/16`. Changing it replaces everything.
     *
     * @default - required, unless `ipam` allocates it
     */
    cidrBlock?: string;
    /**
     * The IPAM pool that allocates the VPC's CIDR block, in place of `cidrBlock`. The block is known only after the
     * deployment; the subnet of each zone is one eighth of it, chosen by the zone's letter.
     *
     * @default - none
     */
    ipam?: IpamArgs;
    /** Availability Zones in the provider's Region, one subnet each, e.g. `["us-east-1a", "us-east-1b"]`. */
    availabilityZones: string[];
    /**
     * The subnets' IPv4 CIDR blocks by zone, e.g. `{ "us-east-1a": "10.0.8.0/22" }`.
     *
     * Changing one replaces the subnet. Move interface endpoints out of the zone first, with `endpointZones`.
     *
     * @default - one eighth of the VPC's range, chosen by the zone's letter, so that adding zones never moves a subnet
     */
    subnetCidrBlocks?: { [zone: string]: string };
    /**
     * Secondary IPv4 CIDR blocks of the VPC, each with its own subnets for workloads, e.g.
     * `[{ cidrBlock: "100.64.0.0/16" }]`. Free of charge. Interface endpoints stay in the subnets of `cidrBlock`, and
     * allow clients in every block; gateway endpoints serve every subnet.
     *
     * @default []
     */
    secondaryCidrBlocks?: SecondaryCidrBlockArgs[];
    /** The destination of the VPC's flow logs. @default - no flow logs */
    flowLogs?: FlowLogsArgs;
}

const zones = "[us-east-1a, us-east-1b]";

/** The rows of `PrivateVpcArgs`. */
export const privateVpcRows: Rows<PrivateVpcArgs> = {
    cidrBlock: { is: text, requiredUnless: { key: "ipam", example: "10.0.0.0/16" } },
    ipam: { is: ipam },
    availabilityZones: { is: list(text, zones), required: zones },
    ...requestedEndpointsRows,
    subnetCidrBlocks: { is: map(text) },
    secondaryCidrBlocks: { is: list(secondaryCidrBlock, "[{ cidrBlock: 100.64.0.0/16 }]") },
    flowLogs: { is: flowLogs },
};

/** The schema of `PrivateVpcArgs`. */
export const privateVpc = object("PrivateVpcArgs", privateVpcRows);
