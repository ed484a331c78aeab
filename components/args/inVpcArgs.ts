import { list, object, type Rows, text } from "./contract";
import { type EndpointsArgs, endpointsRows } from "./vpcEndpointsArgs";

/** What VPC endpoints are made from in a VPC of which only the id is known. */
export interface InVpcArgs extends EndpointsArgs {
    /** The VPC's id, e.g. `vpc-0123456789abcdef0`. It must exist before the program runs. */
    vpcId: string;
    /** Zones to use, e.g. `["us-east-1a"]`. @default - every zone with a private subnet */
    availabilityZones?: string[];
    /** Subnets to use, one for each zone. @default - of each zone the private subnet with the lowest address */
    subnetIds?: string[];
    /** Route tables of gateway endpoints. @default - the tables of all private subnets */
    routeTableIds?: string[];
}

const rows: Rows<InVpcArgs> = {
    vpcId: { is: text, required: "vpc-0123456789abcdef0" },
    availabilityZones: { is: list(text) },
    subnetIds: { is: list(text) },
    routeTableIds: { is: list(text) },
    ...endpointsRows,
};

/** The schema of `InVpcArgs`. */
export const inVpc = object("InVpcArgs", rows);
