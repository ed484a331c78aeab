import * as pulumi from "@pulumi/pulumi";

/**
 * An endpoint service of yours, a partner's or AWS Marketplace's to connect to, over an interface endpoint without policy.
 *
 * The endpoint costs about USD 7.30 a month and zone in us-east-1, and USD 0.01 a gigabyte
 * (https://aws.amazon.com/privatelink/pricing/), also while it waits for its owner to accept it.
 */
export interface ConnectionArgs {
    /**
     * The service's full name, e.g. `com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0`. It may be in another Region.
     * The service must be of type Interface; one with a Gateway Load Balancer is refused.
     */
    serviceName: pulumi.Input<string>;
    /** TCP ports that clients connect to, e.g. `[5432]`. @default [443] */
    ports?: number[];
    /** Whether the name that the owner gave the service leads to the endpoint; the owner must have verified it. @default false */
    privateDns?: boolean;
    /** Zones to put a network interface in, each billed, among those of the service. @default - `endpointZones` */
    zones?: string[];
    /** IPv4 ranges outside the VPC that must reach it, which are admitted too, e.g. `10.0.0.0/8`. @default - nobody */
    reachableFrom?: string[];
    /** IPv4 ranges that may connect, in a security group of the endpoint's own. @default - the VPC's ranges */
    allowedCidrBlocks?: string[];
    /** Gigabytes a month that you expect through it, in both directions, e.g. `500`. @default - the cost is without data */
    expectedGigabytes?: number;
    /** Security groups of yours to attach instead; they must admit the clients. @default - a group made for it */
    securityGroupIds?: pulumi.Input<string>[];
}
