import type * as pulumi from "@pulumi/pulumi";

import { checkGigabytes, checkPorts } from "../plan/endpoints/portsAndTraffic";
import { EndpointKind } from "../plan/facts/endpointKind";
import { checkBlocks } from "../plan/network/blocks";
import { checkGroupIds } from "../plan/network/resourceIds";
import { boolean, integer, list, number, type Rows, secret, text } from "./contract";

/** The options of an interface endpoint, for an AWS service or any other endpoint service. */
export interface SharedEndpointArgs {
    /**
     * IPv4 CIDR blocks outside the VPC that must reach the service, e.g. `10.0.0.0/8` over a transit gateway. The
     * interface endpoint allows them; for a service with a gateway endpoint this adds an interface endpoint. If you set
     * `securityGroupIds`, your groups must allow them.
     *
     * @default - none
     */
    reachableFrom?: string[];
    /** Availability Zones with a network interface, each billed, e.g. `us-east-1a`. @default - `endpointZones` */
    zones?: string[];
    /**
     * Whether the service's default DNS names resolve to the interface endpoint (private DNS).
     *
     * @default - true where AWS offers it
     */
    privateDns?: boolean;
    /** IPv4 CIDR blocks that may connect. The endpoint gets its own security group. @default - the VPC's CIDR blocks */
    allowedCidrBlocks?: string[];
    /** TCP ports the endpoint listens on, e.g. `[443]`. @default - those AWS documents; required if AWS documents none */
    ports?: number[];
    /**
     * Expected gigabytes a month, in both directions, e.g. `500`. Used only for the cost estimate: USD 0.01 per GB
     * through an interface endpoint, free through a gateway.
     *
     * @default - the cost estimate excludes data
     */
    expectedGigabytes?: number;
    /** Your own security groups, used instead; they must allow your clients. @default - a security group created for it */
    securityGroupIds?: pulumi.Input<string>[];
}

const interfaceOnly = [EndpointKind.Interface];

/** The rows of `SharedEndpointArgs`. */
export const sharedEndpointRows: Rows<SharedEndpointArgs> = {
    reachableFrom: { is: list(text, "[10.8.0.0/16]"), check: checkBlocks },
    zones: { is: list(text, "[us-east-1a]"), kinds: interfaceOnly },
    privateDns: { is: boolean, kinds: interfaceOnly },
    allowedCidrBlocks: { is: list(text, "[10.8.0.0/16]"), kinds: interfaceOnly, check: checkBlocks },
    securityGroupIds: {
        is: list(secret(text), "[sg-0123456789abcdef0]"),
        kinds: interfaceOnly,
        check: checkGroupIds,
    },
    ports: { is: list(integer, "[443]"), kinds: interfaceOnly, check: checkPorts },
    expectedGigabytes: { is: number, check: checkGigabytes },
};
