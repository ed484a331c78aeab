import type * as pulumi from "@pulumi/pulumi";

import { checkEndpointServiceName } from "../plan/endpointServices/endpointServiceName";
import { late, object, type Rows, text } from "./contract";
import { type SharedEndpointArgs, sharedEndpointRows } from "./sharedEndpointArgs";

/**
 * An endpoint service of yours, a partner's or AWS Marketplace's to connect to, over an interface endpoint without policy.
 *
 * The endpoint costs about USD 7.30 a month and zone in us-east-1, and USD 0.01 a gigabyte
 * (https://aws.amazon.com/privatelink/pricing/), also while it waits for its owner to accept it.
 */
export interface ConnectionArgs extends SharedEndpointArgs {
    /**
     * The service's full name, e.g. `com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0`. It may be in another Region.
     * The service must be of type Interface; one with a Gateway Load Balancer is refused.
     */
    serviceName: pulumi.Input<string>;
    /** TCP ports that clients connect to, e.g. `[5432]`. @default [443] */
    ports?: number[];
    /** Whether the name that the owner gave the service leads to the endpoint; the owner must have verified it. @default false */
    privateDns?: boolean;
}

/** The rows of `ConnectionArgs`. */
export const connectionRows: Rows<ConnectionArgs> = {
    serviceName: {
        is: late(text),
        required: "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0",
        check: checkEndpointServiceName,
    },
    ...sharedEndpointRows,
};

/** The schema of `ConnectionArgs`. */
export const connection = object("ConnectionArgs", connectionRows);
