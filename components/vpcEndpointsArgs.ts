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
    /** A policy document, as JSON text, whose statements stand behind the service's own. @default - none */
    additionalPolicy?: pulumi.Input<string>;
    /**
     * The only things that pass, for trusted principals and on trusted resources: it narrows the service's policy.
     *
     * @default - every action of the service
     */
    access?: AccessArgs[];
    /**
     * The workloads' own IAM policy documents, as JSON texts: what their Allow statements name is all that passes, beside
     * `access`. Their conditions are dropped, for IAM still holds to them.
     *
     * @default - every action of the service
     */
    fromPolicies?: pulumi.Input<string>[];
    /** IPv4 ranges that may connect, in a security group of the endpoint's own. @default - the VPC's range */
    allowedCidrBlocks?: string[];
    /** TCP ports it listens on, e.g. `[443]`. @default - those AWS documents; needed where it documents none */
    ports?: number[];
    /**
     * Gigabytes a month that you expect through it, in both directions, e.g. `500`. It changes nothing but the plan's
     * cost: USD 0.01 each through an interface, nothing through a gateway.
     *
     * @default - the cost is without data
     */
    expectedGigabytes?: number;
    /** Security groups of yours to attach instead; they must admit the clients. @default - a group made for it */
    securityGroupIds?: pulumi.Input<string>[];
}

/** What passes through an endpoint. */
export interface AccessArgs {
    /** ARNs of users and roles, e.g. `arn:aws:iam::123456789012:role/app`. @default - every trusted principal */
    principals?: string[];
    /** IAM's actions, e.g. `s3:GetObject`. */
    actions: string[];
    /** ARNs of resources, or `*`, e.g. `arn:aws:s3:::app-data/*`. */
    resources: string[];
}

/** Whom the endpoints' policies trust, and with whose resources. The stack's own account is always trusted. */
export interface PerimeterArgs {
    /** The organization whose accounts are trusted, e.g. `o-exampleorgid`. @default - the stack's own account alone */
    organizationId?: string;
    /**
     * Paths of the organizational units whose accounts are trusted, e.g. `o-exampleorgid/r-ab12/ou-ab12-11111111/*`, where
     * the `*` takes the units below in.
     *
     * @default - the stack's own account alone
     */
    organizationPaths?: string[];
    /** Ids of the accounts that are trusted, e.g. `123456789012`. @default - the stack's own account alone */
    accountIds?: string[];
    /**
     * Resources of AWS's own to let through, by the ids in components/plan/facts/catalogue/ownedResources.json, e.g.
     * `amazon-linux-2023`.
     *
     * @default - those that the requested services and workloads need
     */
    awsOwnedResources?: string[];
    /** What trusted principals may do to resources that are not trusted. @default [] */
    exceptions?: PerimeterExceptionArgs[];
}

/** What trusted principals may do to resources that are not trusted, and why. */
export interface PerimeterExceptionArgs {
    /** The service whose endpoint lets it through, e.g. `s3`. */
    service: string;
    /** IAM's actions, e.g. `s3:GetObject`. */
    actions: string[];
    /** ARNs of the resources. One with a wildcard in its name may be anybody's, so only reading passes. */
    resources: string[];
    /** Why, for those who read the plan, e.g. `the partner's price lists`. */
    reason: string;
}

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
     * Whether AWS is asked for each service's zones, private DNS and policy support, in previews too; it needs
     * `ec2:DescribeVpcEndpointServices`.
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
    /** Zones of interface endpoints that say nothing else, each billed. @default - every zone with a subnet */
    endpointZones?: string[];
    /** Whom the endpoints' policies trust. @default - the stack's own account */
    perimeter?: PerimeterArgs;
    /** What is said of all endpoints together. @default {} */
    options?: EndpointOptions;
    /** AWS's quotas that were raised for the account, by their id, e.g. `{ "quota.interface-per-vpc": 100 }`. @default {} */
    quotas?: { [rule: string]: number };
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
