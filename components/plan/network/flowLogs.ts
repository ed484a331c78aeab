import type { Known } from "../../args/contract";
import type { FlowLogsArgs } from "../../args/flowLogsArgs";
import { isLate } from "../../args/late";
import { FlowLogsDestination } from "../facts/flowLogsDestination";
import { logRetentions } from "../facts/logRetentions";
import type { Problem } from "../problem";

/** A caller's options for flow logs. */
export type FlowLogsRequest = Known<FlowLogsArgs>;

/**
 * The ARN of a customer-managed or AWS-managed policy.
 * Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_iam.html
 */
const managedPolicy = /^arn:[\w-]+:iam::(\d{12}|aws):policy\/[\w+=,.@/-]*[\w+=,.@-]$/;

/** All problems in the flow log options. */
export function checkFlowLogs(request: FlowLogsRequest | undefined): Problem[] {
    if (!request) return [];
    const { destination, retentionInDays, bucketArn, permissionsBoundary } = request;
    const toBucket = destination === FlowLogsDestination.S3;
    const known: string[] = Object.values(FlowLogsDestination);
    if (!known.includes(destination)) {
        const message = `"${destination}" is not a destination of flow logs`;
        const hint = `use ${known.join(" or ")}`;
        return [{ code: "flow-logs.unknown-destination", path: "flowLogs.destination", message, hint }];
    }
    const problems: Problem[] = [];
    if (toBucket && bucketArn === undefined) {
        const hint = "set the ARN of a bucket, e.g. arn:aws:s3:::my-flow-logs";
        const message = "is required for destination: s3";
        problems.push({ code: "flow-logs.bucket-required", path: "flowLogs.bucketArn", message, hint });
    }
    if (toBucket && typeof bucketArn === "string" && !isLate(bucketArn) && !/^arn:[\w-]+:s3:::./.test(bucketArn)) {
        const hint = `write it as arn:aws:s3:::${bucketArn || "my-flow-logs"}`;
        const message = `"${bucketArn}" is not the ARN of a bucket`;
        problems.push({ code: "flow-logs.invalid-bucket", path: "flowLogs.bucketArn", message, hint });
    }
    if (!toBucket && bucketArn !== undefined) {
        const hint = "remove it, or use destination: s3";
        const message = "does not apply to CloudWatch Logs";
        problems.push({ code: "flow-logs.bucket-unused", path: "flowLogs.bucketArn", message, hint });
    }
    if (toBucket && permissionsBoundary !== undefined) {
        const hint = "remove it, or use destination: cloud-watch-logs";
        const message = "does not apply to S3: no role is created";
        problems.push({ code: "flow-logs.boundary-unused", path: "flowLogs.permissionsBoundary", message, hint });
    }
    if (
        !toBucket && typeof permissionsBoundary === "string" && !isLate(permissionsBoundary)
        && !managedPolicy.test(permissionsBoundary)
    ) {
        const message = `"${permissionsBoundary}" is not the ARN of a managed policy`;
        const hint = "write it as arn:aws:iam::123456789012:policy/prod-app-flow-logs-boundary";
        problems.push({ code: "flow-logs.invalid-boundary", path: "flowLogs.permissionsBoundary", message, hint });
    }
    if (toBucket && retentionInDays !== undefined) {
        const hint = "remove it, and set a lifecycle rule on the bucket";
        const message = "does not apply to S3";
        problems.push({ code: "flow-logs.retention-unused", path: "flowLogs.retentionInDays", message, hint });
    }
    if (!toBucket && retentionInDays !== undefined && !logRetentions.includes(retentionInDays)) {
        const message = `CloudWatch Logs does not offer a retention of ${retentionInDays} days`;
        const hint = `use one of ${logRetentions.join(", ")}`;
        problems.push({ code: "flow-logs.invalid-retention", path: "flowLogs.retentionInDays", message, hint });
    }
    return problems;
}
