import * as pulumi from "@pulumi/pulumi";

import type { ConnectionArgs } from "./connectionArgs";
import type { EndpointArgs } from "./endpointArgs";
import type { PerimeterArgs } from "./perimeterArgs";

/** What is said of all endpoints together. */
export interface EndpointOptions {
    /** Whether to make the endpoint with FIPS 140-3 validated modules wherever AWS offers one. @default false */
    fips?: boolean;
    /**
     * USD a month that the endpoints may cost, with the data expected through them, e.g. `100`. A plan that costs more is
     * refused with the changes that would do.
     *
     * @default - any amount
     */
    maxMonthlyUsd?: number;
    /**
     * Whether AWS is asked for each service's zones, private DNS and policy support, and for the type of endpoint services,
     * in previews too; it needs `ec2:DescribeVpcEndpointServices`.
     *
     * @default true
     */
    lookUp?: boolean;
}

/** What is said of the endpoints of a VPC, wherever it comes from. */
export interface EndpointsArgs {
    /** Named sets of services, e.g. `ecs-fargate`. @default [] */
    workloads?: string[];
    /** AWS's own keys of services, e.g. `sqs`, `ecr.api`. @default [] */
    services?: string[];
    /** What is said of single services, by their key. @default {} */
    endpoints?: { [service: string]: EndpointArgs };
    /** Endpoint services of others, or of yours, to connect to, by a name of yours, e.g. `orders`. @default {} */
    endpointServices?: { [name: string]: ConnectionArgs };
    /**
     * Ids of endpoints that the VPC has already, by the service's key, e.g. `{ s3: "vpce-0123456789abcdef0" }`: they are left
     * alone, and no other is made for the service. Clients may reach them, and their ids are among the outputs.
     *
     * @default {}
     */
    existing?: { [service: string]: pulumi.Input<string> };
    /** Whom the endpoints' policies trust. @default - the stack's own account */
    perimeter?: PerimeterArgs;
    /** What is said of all endpoints together. @default {} */
    options?: EndpointOptions;
    /** AWS's quotas that were raised for the account, by their id, e.g. `{ "quota.interface-per-vpc": 100 }`. @default {} */
    quotas?: { [rule: string]: number };
    /** Zones of interface endpoints that say nothing else, each billed. @default - every zone with a subnet */
    endpointZones?: string[];
    /** Tags of every resource, beside its `Name`. @default {} */
    tags?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
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
     * Route tables of all private subnets; gateway endpoints stand in every one. A subnet of another table does not use
     * them, and a public subnet's table named here brings their policies upon that subnet too.
     */
    routeTableIds: pulumi.Input<pulumi.Input<string>[]>;
}

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
