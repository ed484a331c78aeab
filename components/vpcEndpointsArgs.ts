import * as pulumi from "@pulumi/pulumi";

import type { ConnectionArgs } from "./connectionArgs";
import type { EndpointKind } from "./plan/facts/kinds";

/** What is said of one service's endpoints. Without it, the component chooses. */
export interface EndpointArgs {
    /**
     * The only kind of endpoint to make, e.g. `Interface`. A gateway is free; an interface costs about USD 7.30 a month
     * and zone in us-east-1, and USD 0.01 a gigabyte (https://aws.amazon.com/privatelink/pricing/).
     *
     * @default - a gateway where AWS offers one, else an interface
     */
    kind?: EndpointKind;
    /**
     * IPv4 ranges outside the VPC that must reach the service, e.g. `10.0.0.0/8` over a transit gateway. For a service
     * with a gateway it adds an interface beside it, and it admits these ranges to the interface; where you give
     * `securityGroupIds`, it is they that must admit them.
     *
     * @default - nobody outside the VPC
     */
    reachableFrom?: string[];
    /** Zones to put a network interface in, each billed, e.g. `us-east-1a`. @default - `endpointZones` */
    zones?: string[];
    /** Whether the service's own names lead to the interface endpoint. @default - true where AWS offers it */
    privateDns?: boolean;
    /**
     * The endpoint policy: JSON text, in which `<accountId>`, `<region>` and `<partition>` are filled, or the word
     * `full-access`.
     *
     * @default - the service's own in policies/endpoints/, else default.json: your principals, your resources
     */
    policy?: pulumi.Input<string>;
    /** IPv4 ranges that may connect, in a security group of the endpoint's own. @default - the VPC's range */
    allowedCidrBlocks?: string[];
    /** Security groups of yours to attach instead; they must admit the clients. @default - a group made for it */
    securityGroupIds?: pulumi.Input<string>[];
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
    /** Zones of interface endpoints that say nothing else, each billed. @default - every zone with a subnet */
    endpointZones?: string[];
    /** Tags of every resource, beside its `Name`. @default {} */
    tags?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

/** What VPC endpoints are made from. */
export interface VpcEndpointsArgs extends EndpointsArgs {
    /** The VPC, with DNS support and DNS hostnames on. */
    vpcId: pulumi.Input<string>;
    /** The VPC's IPv4 range, e.g. `10.0.0.0/16`, which interface endpoints admit. */
    vpcCidrBlock: pulumi.Input<string>;
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
