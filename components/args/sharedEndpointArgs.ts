import type * as pulumi from "@pulumi/pulumi";

import { checkGigabytes, checkPorts } from "../plan/endpoints/portsAndTraffic";
import { EndpointKind } from "../plan/facts/endpointKind";
import { checkBlocks } from "../plan/network/blocks";
import { boolean, integer, list, number, type Rows, secret, text } from "./contract";

/** The options of an interface endpoint, of an AWS service or of any other endpoint service. */
export interface SharedEndpointArgs {
    /**
     * IPv4 ranges outside the VPC that must reach the service, e.g. `10.0.0.0/8` over a transit gateway. They are admitted to
     * the interface endpoint, which a service with a gateway gets in addition; where you give `securityGroupIds`, it is they
     * that must admit them.
     *
     * @default - nobody outside the VPC
     */
    reachableFrom?: string[];
    /** Zones to put a network interface in, each billed, e.g. `us-east-1a`. @default - `endpointZones` */
    zones?: string[];
    /** Whether the service's own names lead to the interface endpoint. @default - true where AWS offers it */
    privateDns?: boolean;
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

const interfaceOnly = [EndpointKind.Interface];

/** The rows of `SharedEndpointArgs`. */
export const sharedEndpointRows: Rows<SharedEndpointArgs> = {
    reachableFrom: { is: list(text), check: checkBlocks },
    zones: { is: list(text), kinds: interfaceOnly },
    privateDns: { is: boolean, kinds: interfaceOnly },
    allowedCidrBlocks: { is: list(text), kinds: interfaceOnly, check: checkBlocks },
    securityGroupIds: { is: list(secret(text)), kinds: interfaceOnly },
    ports: { is: list(integer), kinds: interfaceOnly, check: checkPorts },
    expectedGigabytes: { is: number, check: checkGigabytes },
};
