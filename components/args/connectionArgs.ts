import type * as pulumi from "@pulumi/pulumi";

import { checkEndpointServiceName } from "../plan/endpointServices/endpointServiceName";
import { late, object, type Rows, text } from "./contract";
import { type SharedEndpointArgs, sharedEndpointRows } from "./sharedEndpointArgs";

/**
 * An endpoint service of your own, a partner's or from AWS Marketplace, reached through an interface endpoint. AWS
 * supports no endpoint policy here.
 *
 * The endpoint costs about USD 7.30 a month per zone in us-east-1, plus USD 0.01 per gigabyte
 * (https://aws.amazon.com/privatelink/pricing/), even while it waits to be accepted.
 */
export interface ConnectionArgs extends SharedEndpointArgs {
    /**
     * The full service name, e.g. `com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0`. It may be in another
     * Region. The service must be of type Interface; a service with a Gateway Load Balancer is rejected.
     */
    serviceName: pulumi.Input<string>;
    /** TCP ports that clients connect to, e.g. `[5432]`. @default [443] */
    ports?: number[];
    /**
     * Whether the service's private DNS name resolves to the endpoint. The owner must have verified the name.
     *
     * @default false
     */
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
