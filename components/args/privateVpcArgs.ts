import { list, map, object, type Rows, text } from "./contract";
import { flowLogs, type FlowLogsArgs } from "./flowLogsArgs";
import { type RequestedEndpointsArgs, requestedEndpointsRows } from "./requestedEndpointsArgs";

/** What a private VPC is made from. */
export interface PrivateVpcArgs extends RequestedEndpointsArgs {
    /** The VPC's IPv4 range, /16 to /25, e.g. `10.0.0.0/16`. Changing it replaces everything. */
    cidrBlock: string;
    /** Zones to have a subnet in, of the provider's Region, e.g. `["us-east-1a", "us-east-1b"]`. */
    availabilityZones: string[];
    /**
     * Subnets' IPv4 ranges by zone, e.g. `{ "us-east-1a": "10.0.8.0/22" }`.
     *
     * Changing one replaces the subnet; move interface endpoints out of the zone first, with `endpointZones`.
     *
     * @default - an eighth of the VPC's range, decided by the zone's letter, so that no other zone can move it
     */
    subnetCidrBlocks?: { [zone: string]: string };
    /** Where the VPC's flow logs go. @default - none are kept */
    flowLogs?: FlowLogsArgs;
}

/** The rows of `PrivateVpcArgs`. */
export const privateVpcRows: Rows<PrivateVpcArgs> = {
    cidrBlock: { is: text, required: "10.0.0.0/16" },
    availabilityZones: { is: list(text), required: "[\"us-east-1a\", \"us-east-1b\"]" },
    ...requestedEndpointsRows,
    subnetCidrBlocks: { is: map(text) },
    flowLogs: { is: flowLogs },
};

/** The schema of `PrivateVpcArgs`. */
export const privateVpc = object("PrivateVpcArgs", privateVpcRows);
