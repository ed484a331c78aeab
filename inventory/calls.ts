/** A read-only command of the AWS CLI, without `aws`, Region and output format, e.g. `["ec2", "describe-vpcs"]`. */
export type Call = readonly [service: string, operation: string, ...options: string[]];

/** The command line of a call. Every call is read-only. */
export function commandOf(call: Call, region: string): string[] {
    return ["aws", ...call, "--region", region, "--output", "json"];
}

/** The file with the answer to a call in a folder of answers, e.g. `ec2-describe-vpcs.json` or `iam-get-role.app.json`. */
export function fileOf([service, operation, ...options]: Call): string {
    const values = options.filter((option) => !option.startsWith("--"));
    return `${[`${service}-${operation}`, ...values].join(".").replaceAll(/[^\w.-]/g, "_")}.json`;
}
