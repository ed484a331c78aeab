import { list, object, type Rows, text } from "./contract";
import { type EndpointsArgs, endpointsRows } from "./vpcEndpointsArgs";

/** Arguments for `VpcEndpoints.inVpc`. */
export interface InVpcArgs extends EndpointsArgs {
    /** The VPC's ID, e.g. `vpc-0123456789abcdef0`. It must exist before the program runs. */
    vpcId: string;
    /** Availability Zones to use, e.g. `["us-east-1a"]`. @default - every zone with a private subnet */
    availabilityZones?: string[];
    /**
     * Subnets to use, one per Availability Zone.
     *
     * @default - in each zone a private subnet that already has endpoints of this stack, otherwise the largest one
     */
    subnetIds?: string[];
    /** Route tables for gateway endpoints. @default - those of all private subnets, also in Local Zones */
    routeTableIds?: string[];
}

const rows: Rows<InVpcArgs> = {
    vpcId: { is: text, required: "vpc-0123456789abcdef0" },
    availabilityZones: { is: list(text, "[us-east-1a, us-east-1b]") },
    subnetIds: { is: list(text, "[subnet-0123456789abcdef0]") },
    routeTableIds: { is: list(text, "[rtb-0123456789abcdef0]") },
    ...endpointsRows,
};

/** The schema of `InVpcArgs`. */
export const inVpc = object("InVpcArgs", rows);
