import type * as pulumi from "@pulumi/pulumi";

import { connection, type ConnectionArgs } from "./connectionArgs";
import { integer, list, map, type Rows, secret, text } from "./contract";
import { endpoint, type EndpointArgs } from "./endpointArgs";
import { type EndpointOptions, endpointOptions } from "./endpointOptions";
import { perimeter, type PerimeterArgs } from "./perimeterArgs";

/** What a VPC's workloads use, and the options for its endpoints: the same for a new VPC and for one that exists. */
export interface RequestedEndpointsArgs {
    /** Named sets of services, e.g. `ecs-fargate`. @default [] */
    workloads?: string[];
    /** AWS's own keys of services, e.g. `sqs`, `ecr.api`. @default [] */
    services?: string[];
    /** Options for single services, by their key. @default {} */
    endpoints?: { [service: string]: EndpointArgs };
    /** Endpoint services of others, or of yours, to connect to, by a name of yours, e.g. `orders`. @default {} */
    endpointServices?: { [name: string]: ConnectionArgs };
    /** Zones of interface endpoints that say nothing else, each billed. @default - every zone with a subnet */
    endpointZones?: string[];
    /** Whom the endpoints' policies trust. @default - the stack's own account */
    perimeter?: PerimeterArgs;
    /** Options for all endpoints together. @default {} */
    options?: EndpointOptions;
    /** AWS's quotas that were raised for the account, by their id, e.g. `{ "quota.interface-per-vpc": 100 }`. @default {} */
    quotas?: { [rule: string]: number };
    /** Tags of every resource, in addition to its `Name`. @default {} */
    tags?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

/** The rows of `RequestedEndpointsArgs`. */
export const requestedEndpointsRows: Rows<RequestedEndpointsArgs> = {
    workloads: { is: list(text) },
    services: { is: list(text) },
    endpoints: { is: map(endpoint) },
    endpointServices: { is: map(connection) },
    endpointZones: { is: list(text) },
    perimeter: { is: perimeter },
    options: { is: endpointOptions },
    quotas: { is: map(integer) },
    tags: { is: secret(map(secret(text))) },
};
