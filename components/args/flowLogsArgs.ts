import type * as pulumi from "@pulumi/pulumi";

import { FlowLogsDestination } from "../plan/facts/flowLogsDestination";
import { integer, object, oneOf, type Rows, secret, text } from "./contract";

/** Where a VPC's flow logs go. They do not have queries to the VPC's own DNS server. */
export interface FlowLogsArgs {
    /** `cloud-watch-logs`, into a log group that is made for them, or `s3`, into a bucket of yours. */
    destination: FlowLogsDestination;
    /**
     * Days that the log group keeps them, one of AWS's values, e.g. 90; 0 keeps them for ever. With `s3`, a lifecycle rule
     * of the bucket decides.
     *
     * @default 30
     */
    retentionInDays?: number;
    /** ARN of the bucket for `s3`, e.g. `arn:aws:s3:::my-flow-logs`. @default - none, which `s3` refuses */
    bucketArn?: pulumi.Input<string>;
    /**
     * ARN of the managed policy that limits the role which writes to the log group, e.g.
     * `arn:aws:iam::123456789012:policy/prod-app-flow-logs-boundary`. It must exist. A deployment by
     * `policies/roles/up.flow-logs.json` makes and changes the role only with it: set it on an existing stack in a
     * `pulumi up` of its own. Changing it updates the role in place.
     *
     * @default - none: that policy refuses to make the role
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
