import type * as pulumi from "@pulumi/pulumi";

import { checkBlocks } from "../plan/network/blocks";
import { late, list, map, object, type Rows, text } from "./contract";
import { type RequestedEndpointsArgs, requestedEndpointsRows } from "./requestedEndpointsArgs";

/** Options for the endpoints of a VPC that exists, wherever it comes from. */
export interface EndpointsArgs extends RequestedEndpointsArgs {
    /**
     * Ids of endpoints that the VPC has already, by the service's key, e.g. `{ s3: "vpce-0123456789abcdef0" }`: they are kept
     * as they are, and no other is made for the service. Clients may reach them, and their ids are among the outputs.
     *
     * @default {}
     */
    existing?: { [service: string]: pulumi.Input<string> };
}

/** What VPC endpoints are made from. */
export interface VpcEndpointsArgs extends EndpointsArgs {
    /** The VPC, with DNS support and DNS hostnames on. */
    vpcId: pulumi.Input<string>;
    /** The VPC's primary IPv4 range, e.g. `10.0.0.0/16`, which interface endpoints admit. */
    vpcCidrBlock: pulumi.Input<string>;
    /**
     * Secondary IPv4 ranges of the VPC, e.g. `["100.64.0.0/16"]`, which interface endpoints admit as well. They are plain,
     * because each has security group rules that are named after it.
     *
     * @default []
     */
    secondaryCidrBlocks?: string[];
    /** One private subnet for each zone, by the zone's name, e.g. `{ "us-east-1a": "subnet-0a1b" }`. */
    subnetIds: { [zone: string]: pulumi.Input<string> };
    /**
     * Route tables of all private subnets; gateway endpoints are in every one. A subnet of another table does not use
     * them, and a public subnet's table named here brings their policies upon that subnet too.
     */
    routeTableIds: pulumi.Input<pulumi.Input<string>[]>;
}

/** The rows of `EndpointsArgs`. */
export const endpointsRows: Rows<EndpointsArgs> = {
    ...requestedEndpointsRows,
    existing: { is: map(late(text)) },
};

type Placement = Omit<VpcEndpointsArgs, "vpcId" | keyof EndpointsArgs>;

const placementRows: Rows<Placement> = {
    vpcCidrBlock: { is: late(text), required: "10.0.0.0/16" },
    secondaryCidrBlocks: { is: list(text), check: checkBlocks },
    subnetIds: { is: map(late(text)), required: `{ "us-east-1a": "subnet-0123456789abcdef0" }` },
    routeTableIds: { is: late(list(late(text))), required: `["rtb-0123456789abcdef0"]` },
};

const vpcId = late(text);

/** The rows of `VpcEndpointsArgs`. */
export const vpcEndpointsRows: Rows<VpcEndpointsArgs> = {
    vpcId: { is: vpcId, required: "vpc-0123456789abcdef0" },
    ...placementRows,
    ...endpointsRows,
};

/** The schema of `VpcEndpointsArgs`. */
export const vpcEndpoints = object("VpcEndpointsArgs", vpcEndpointsRows);

/** What is planned before the VPC exists. */
export type PlannableVpcEndpointsArgs = Omit<VpcEndpointsArgs, "vpcId"> & Partial<Pick<VpcEndpointsArgs, "vpcId">>;

/** The schema of what is planned before the VPC exists. */
export const plannableVpcEndpoints = object<PlannableVpcEndpointsArgs>("VpcEndpointsArgs", {
    ...placementRows,
    ...endpointsRows,
    vpcId: { is: vpcId },
});
