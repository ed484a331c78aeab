import * as pulumi from "@pulumi/pulumi";

import type { ConnectionArgs } from "./connectionArgs";
import type { EndpointArgs } from "./endpointArgs";
import type { FlowLogsArgs } from "./flowLogs";
import type { PerimeterArgs } from "./perimeterArgs";
import type { EndpointOptions } from "./vpcEndpointsArgs";

/** What a private VPC is made from. */
export interface PrivateVpcArgs {
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
    /** Named sets of services, e.g. `ecs-fargate`. @default [] */
    workloads?: string[];
    /** AWS's own keys of services, e.g. `sqs`, `ecr.api`. @default [] */
    services?: string[];
    /** What is said of single services, by their key. @default {} */
    endpoints?: { [service: string]: EndpointArgs };
    /** Endpoint services of others, or of yours, to connect to, by a name of yours, e.g. `orders`. @default {} */
    endpointServices?: { [name: string]: ConnectionArgs };
    /** Zones of interface endpoints that say nothing else, each billed. @default - every zone */
    endpointZones?: string[];
    /** Whom the endpoints' policies trust. @default - the stack's own account */
    perimeter?: PerimeterArgs;
    /** What is said of all endpoints together. @default {} */
    options?: EndpointOptions;
    /** AWS's quotas that were raised for the account, by their id, e.g. `{ "quota.interface-per-vpc": 100 }`. @default {} */
    quotas?: { [rule: string]: number };
    /** Where the VPC's flow logs go. @default - none are kept */
    flowLogs?: FlowLogsArgs;
    /** Tags of every resource, beside its `Name`. @default {} */
    tags?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}
