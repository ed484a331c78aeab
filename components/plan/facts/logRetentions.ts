/**
 * Retention values of a log group in days, 0 for no expiry.
 * Source: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
 */
export const logRetentions = [
    ...[0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731],
    ...[1096, 1827, 2192, 2557, 2922, 3288, 3653],
];
