/** The destinations of flow logs, in AWS's spelling. */
export const FlowLogsDestination = {
    /** A log group created for them; CloudWatch charges per gigabyte ingested and stored. */
    CloudWatchLogs: "cloud-watch-logs",
    /** The caller's own bucket; CloudWatch charges per gigabyte delivered, S3 for storage. */
    S3: "s3",
} as const;
/** A destination of flow logs, in AWS's spelling. */
export type FlowLogsDestination = (typeof FlowLogsDestination)[keyof typeof FlowLogsDestination];
