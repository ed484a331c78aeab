import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ec2 from "@pulumi/aws/ec2";
import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";

import type { EndpointsPlan } from "./plan";
import { FlowLogsDestination } from "./plan/network/flowLogs";
import { canonicalJson, fillPlaceholders } from "./plan/policies/policy";
import { policyFile } from "./policies";
import { accountOf } from "./provider";
import { type Tags, tagsOf } from "./tags";

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

const defaultRetentionInDays = 30;

/**
 * Makes a flow log of a VPC's accepted and rejected traffic, and what it writes to. AWS leaves out, among other things,
 * queries to the VPC's own DNS server: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-limitations.html
 */
export function makeFlowLogs(
    component: pulumi.ComponentResource,
    name: string,
    vpcId: pulumi.Output<string>,
    flowLogs: FlowLogsArgs & { tags?: Tags },
    plan: EndpointsPlan,
): void {
    const { dependsOn, ...target } = flowLogs.destination === FlowLogsDestination.S3
        ? { logDestination: flowLogs.bucketArn, dependsOn: [] }
        : makeLogGroup(component, `${name}-flow-logs`, flowLogs, plan);
    new ec2.FlowLog(name, {
        vpcId,
        trafficType: "ALL",
        logDestinationType: flowLogs.destination,
        ...target,
        tags: tagsOf(name, flowLogs.tags),
    }, { parent: component, dependsOn });
}

function makeLogGroup(
    component: pulumi.ComponentResource,
    name: string,
    { retentionInDays = defaultRetentionInDays, permissionsBoundary, tags: given }: FlowLogsArgs & { tags?: Tags },
    { partition, region }: EndpointsPlan,
) {
    const opts = { parent: component };
    const tags = tagsOf(name, given);
    const logGroup = new cloudwatch.LogGroup(name, { retentionInDays, tags }, opts);
    const account = accountOf(component);
    const policy = (file: string) =>
        pulumi.all([account, logGroup.arn]).apply(([accountId, logGroupArn]) =>
            canonicalJson(
                fillPlaceholders(policyFile("flow-logs", file), { accountId, logGroupArn, partition, region }),
            )
        );
    const role = new iam.Role(name, { assumeRolePolicy: policy("trust.json"), permissionsBoundary, tags }, opts);
    const permissions = new iam.RolePolicy(name, { role: role.name, policy: policy("permissions.json") }, opts);
    // The log writes by these permissions, so they come before it and go after it.
    return { logDestination: logGroup.arn, iamRoleArn: role.arn, dependsOn: [permissions] };
}
