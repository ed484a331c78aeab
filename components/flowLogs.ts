import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ec2 from "@pulumi/aws/ec2";
import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";

import type { EndpointsPlan } from "./plan";
import { FlowLogsDestination } from "./plan/flowLogs";
import { canonicalJson, fillPlaceholders } from "./plan/policy";
import { policyFile } from "./policyTemplates";
import { type Tags, tagsOf } from "./tags";

/** Where a VPC's flow logs go. */
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
}

const defaultRetentionInDays = 30;

/** What flow logs are made from. */
export interface FlowLogsSource {
    vpcId: pulumi.Input<string>;
    flowLogs: FlowLogsArgs;
    plan: EndpointsPlan;
    accountId: pulumi.Output<string>;
    tags?: Tags;
}

/** Makes a flow log of all traffic in a VPC, and what it writes to. */
export function makeFlowLogs(name: string, source: FlowLogsSource, opts: pulumi.CustomResourceOptions): void {
    const toBucket = source.flowLogs.destination === FlowLogsDestination.S3;
    const target = toBucket
        ? { logDestination: source.flowLogs.bucketArn }
        : makeLogGroup(`${name}-flow-logs`, source, opts);
    new ec2.FlowLog(name, {
        vpcId: source.vpcId,
        trafficType: "ALL",
        logDestinationType: source.flowLogs.destination,
        ...target,
        tags: tagsOf(name, source.tags),
    }, opts);
}

function makeLogGroup(name: string, source: FlowLogsSource, opts: pulumi.CustomResourceOptions) {
    const { plan: { partition, region }, accountId } = source;
    const tags = tagsOf(name, source.tags);
    const retentionInDays = source.flowLogs.retentionInDays ?? defaultRetentionInDays;
    const logGroup = new cloudwatch.LogGroup(name, { retentionInDays, tags }, opts);
    const policy = (file: string) =>
        pulumi.all([accountId, logGroup.arn]).apply(([account, logGroupArn]) =>
            canonicalJson(
                fillPlaceholders(policyFile("flow-logs", file), { accountId: account, logGroupArn, partition, region }),
            )
        );
    const role = new iam.Role(name, { assumeRolePolicy: policy("trust.json"), tags }, opts);
    new iam.RolePolicy(name, { role: role.name, policy: policy("permissions.json") }, opts);
    return { logDestination: logGroup.arn, iamRoleArn: role.arn };
}
