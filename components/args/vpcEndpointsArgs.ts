import type * as pulumi from "@pulumi/pulumi";

import { checkBlocks } from "../plan/network/blocks";
import { late, list, map, object, oneOrList, type Rows, text } from "./contract";
import { type RequestedEndpointsArgs, requestedEndpointsRows } from "./requestedEndpointsArgs";

/** Options for the endpoints of an existing VPC. */
export interface EndpointsArgs extends RequestedEndpointsArgs {
    /**
     * IDs of endpoints the VPC already has, by service key, e.g. `{ s3: "vpce-0123456789abcdef0" }`. They are not
     * modified, and no second endpoint is created for the service. The client security group may reach them, and the
     * outputs include them. If a service has several, list them, a gateway endpoint first; outputs return the first.
     *
     * If the service has a gateway endpoint, e.g. of another team, and clients outside the VPC must reach it too, set
     * `endpoints.<service>.reachableFrom` in addition: an interface endpoint is created for these clients only.
     *
     * @default {}
     */
    existing?: { [service: string]: pulumi.Input<string> | pulumi.Input<string>[] };
}

/** Arguments for `VpcEndpoints`. */
export interface VpcEndpointsArgs extends EndpointsArgs {
    /** The VPC's ID. DNS support must be enabled, and DNS hostnames if an endpoint uses private DNS. */
    vpcId: pulumi.Input<string>;
    /**
     * The VPC's primary IPv4 CIDR block, e.g. `10.0.0.0/16`, which interface endpoints allow. Or a list of all its blocks,
     * the primary one first, e.g. `["10.0.0.0/16", "100.64.0.0/16"]`. The others cannot be outputs, because each has
     * security group rules that are named after it.
     */
    vpcCidrBlock: pulumi.Input<string> | pulumi.Input<string>[];
    /**
     * Secondary IPv4 CIDR blocks of the VPC, e.g. `["100.64.0.0/16"]`, in addition to those in `vpcCidrBlock`.
     *
     * @default []
     * @deprecated List all CIDR blocks of the VPC in `vpcCidrBlock`, the primary one first.
     */
    secondaryCidrBlocks?: string[];
    /** One private subnet for each zone, by zone name, e.g. `{ "us-east-1a": "subnet-0a1b" }`. */
    subnetIds: { [zone: string]: pulumi.Input<string> };
    /**
     * Route tables of all private subnets. Gateway endpoints are associated with each of them; a subnet whose table is
     * missing here does not use them. If you list a public subnet's table, the endpoint policies apply to that subnet
     * too.
     */
    routeTableIds: pulumi.Input<pulumi.Input<string>[]>;
}

/** The rows of `EndpointsArgs`. */
export const endpointsRows: Rows<EndpointsArgs> = {
    ...requestedEndpointsRows,
    existing: { is: map(oneOrList(late(text), "[vpce-0123456789abcdef0]")) },
};

type Placement = Omit<VpcEndpointsArgs, "vpcId" | keyof EndpointsArgs>;

const tables = "[\"rtb-0123456789abcdef0\"]";

/** The rows of the options that say where the endpoints are. */
export const placementRows: Rows<Placement> = {
    vpcCidrBlock: { is: oneOrList(late(text), "[10.0.0.0/16, 100.64.0.0/16]"), required: "10.0.0.0/16" },
    secondaryCidrBlocks: {
        is: list(text, "[100.64.0.0/16]"),
        check: checkBlocks,
        replacedBy: { key: "vpcCidrBlock", hint: "list all CIDR blocks of the VPC, the primary one first" },
    },
    subnetIds: { is: map(late(text)), required: `{ "us-east-1a": "subnet-0123456789abcdef0" }` },
    routeTableIds: { is: late(list(late(text), tables)), required: tables },
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

/** Arguments that can be planned before the VPC exists. */
export type PlannableVpcEndpointsArgs = Omit<VpcEndpointsArgs, "vpcId"> & Partial<Pick<VpcEndpointsArgs, "vpcId">>;

/** The schema of `PlannableVpcEndpointsArgs`. */
export const plannableVpcEndpoints = object<PlannableVpcEndpointsArgs>("VpcEndpointsArgs", {
    ...placementRows,
    ...endpointsRows,
    vpcId: { is: vpcId },
});
