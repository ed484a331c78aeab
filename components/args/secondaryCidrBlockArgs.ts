import { list, map, object, type Rows, text } from "./contract";

/**
 * A secondary IPv4 CIDR block of a VPC, with subnets for workloads. Interface endpoints stay in the subnets of the VPC's
 * first block. Adding or removing a secondary block replaces nothing.
 */
export interface SecondaryCidrBlockArgs {
    /**
     * The IPv4 CIDR block, /16 to /28, e.g. `100.64.0.0/16`. AWS restricts which blocks a VPC can combine: to a block in
     * 10.0.0.0/8, it adds only blocks of the same range, of 100.64.0.0/10, or publicly routable ones
     * (https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html#add-cidr-block-restrictions).
     */
    cidrBlock: string;
    /** Availability Zones of the VPC with a subnet in this block, one each. @default - every zone of the VPC */
    availabilityZones?: string[];
    /**
     * The subnets' IPv4 CIDR blocks by zone, e.g. `{ "us-east-1a": "100.64.0.0/18" }`. Changing one replaces the subnet.
     *
     * @default - one eighth of the block, chosen by the zone's letter
     */
    subnetCidrBlocks?: { [zone: string]: string };
}

const rows: Rows<SecondaryCidrBlockArgs> = {
    cidrBlock: { is: text, required: "100.64.0.0/16" },
    availabilityZones: { is: list(text, "[us-east-1a]") },
    subnetCidrBlocks: { is: map(text) },
};

/** The schema of `SecondaryCidrBlockArgs`. */
export const secondaryCidrBlock = object("SecondaryCidrBlockArgs", rows);
