import type * as pulumi from "@pulumi/pulumi";

import { FlowLogsDestination } from "../plan/facts/flowLogsDestination";
import { integer, object, oneOf, type Rows, secret, text } from "./contract";

/** The destination of a VPC's flow logs. Flow logs do not record queries to the VPC's own DNS server. */
export interface FlowLogsArgs {
    /** `cloud-watch-logs`: a log group created for them; `s3`: a bucket of your own. */
    destination: FlowLogsDestination;
    /**
     * Retention of the log group in days, one of AWS's values, e.g. 90; 0 keeps them forever. With `s3`, a lifecycle
     * rule of the bucket decides.
     *
     * @default 30
     */
    retentionInDays?: number;
    /** ARN of the bucket for `s3`, e.g. `arn:aws:s3:::my-flow-logs`. @default - none; required with `s3` */
    bucketArn?: pulumi.Input<string>;
    /**
     * ARN of the managed policy that limits the role that writes to the log group, e.g.
     * `arn:aws:iam::123456789012:policy/prod-app-flow-logs-boundary`. It must exist. A deployment with
     * `policies/roles/up.flow-logs.json` may create and change the role only with this boundary. On an existing stack,
     * set it in a separate `pulumi up`. Changing it updates the role in place.
     *
     * @default - none: that policy then denies creating the role
     */
    permissionsBoundary?: pulumi.Input<string>;
}

const rows: Rows<FlowLogsArgs> = {
    destination: {
        is: oneOf("FlowLogsDestination", FlowLogsDestination),
        required: FlowLogsDestination.CloudWatchLogs,
    },
    retentionInDays: { is: integer },
    bucketArn: { is: secret(text) },
    permissionsBoundary: { is: secret(text) },
};

/** The schema of `FlowLogsArgs`. */
export const flowLogs = object("FlowLogsArgs", rows);
