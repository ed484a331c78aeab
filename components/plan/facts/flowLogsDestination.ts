/** Where flow logs go, in AWS's spelling. */
export const FlowLogsDestination = {
    /** A log group that is made for them; CloudWatch bills each gigabyte it takes in and keeps. */
    CloudWatchLogs: "cloud-watch-logs",
    /** A bucket of the caller's; CloudWatch bills each gigabyte delivered, S3 the storage. */
    S3: "s3",
} as const;
/** Where flow logs go, in AWS's spelling. */
export type FlowLogsDestination = (typeof FlowLogsDestination)[keyof typeof FlowLogsDestination];
