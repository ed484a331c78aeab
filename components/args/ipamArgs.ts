import type * as pulumi from "@pulumi/pulumi";

import { integer, late, object, type Rows, text } from "./contract";

/**
 * A pool of Amazon VPC IP Address Manager (IPAM) that allocates the VPC's CIDR block. IPAM's Advanced Tier charges for each
 * active IP address that it manages (https://aws.amazon.com/vpc/pricing/).
 */
export interface IpamArgs {
    /**
     * The ID of an IPv4 pool in the VPC's Region, e.g. `ipam-pool-0123456789abcdef0`, your own or shared with the account.
     * Changing it replaces everything.
     */
    poolId: pulumi.Input<string>;
    /** The prefix length of the VPC's CIDR block, 16 to 25, e.g. `20`. Changing it replaces everything. */
    netmaskLength: number;
}

const rows: Rows<IpamArgs> = {
    poolId: { is: late(text), required: "ipam-pool-0123456789abcdef0" },
    netmaskLength: { is: integer, required: "20" },
};

/** The schema of `IpamArgs`. */
export const ipam = object("IpamArgs", rows);
