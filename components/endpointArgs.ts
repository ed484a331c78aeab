import * as pulumi from "@pulumi/pulumi";

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
    /** IPv4 ranges that may connect, in a security group of the endpoint's own. @default - the VPC's ranges */
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
