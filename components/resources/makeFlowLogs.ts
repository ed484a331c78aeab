import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ec2 from "@pulumi/aws/ec2";
import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";

import type { FlowLogsArgs } from "../args/flowLogsArgs";
import { accountOf } from "../aws/provider";
import { FlowLogsDestination } from "../plan/facts/flowLogsDestination";
import { checkFlowLogs } from "../plan/network/flowLogs";
import type { EndpointsPlan } from "../plan/planVpc";
import { canonicalJson, fillPlaceholders } from "../plan/policies/policyDocument";
import { policyFile } from "./endpointPolicies";
import { checked } from "./lateError";
import { type Tags, tagsOf } from "./tags";

const defaultRetentionInDays = 30;

/**
 * Creates a flow log of a VPC's accepted and rejected traffic, and its destination unless that is S3. Flow logs exclude,
 * among other traffic, queries to the Amazon DNS server.
 *
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-limitations.html
 */
export function makeFlowLogs(
    component: pulumi.ComponentResource,
    name: string,
    vpcId: pulumi.Output<string>,
    flowLogs: FlowLogsArgs & { tags?: Tags },
    plan: EndpointsPlan,
): void {
    const { dependsOn, ...target } = flowLogs.destination === FlowLogsDestination.S3
        ? { logDestination: onceChecked(flowLogs, "bucketArn"), dependsOn: [] }
        : makeLogGroup(component, `${name}-flow-logs`, flowLogs, plan);
    new ec2.FlowLog(name, {
        vpcId,
        trafficType: "ALL",
        logDestinationType: flowLogs.destination,
        ...target,
        tags: tagsOf(name, flowLogs.tags),
    }, { parent: component, dependsOn });
}

/** The caller's value; if it is an output, it is checked once it is known. */
function onceChecked(flowLogs: FlowLogsArgs, key: "bucketArn" | "permissionsBoundary") {
    const value = flowLogs[key];
    if (value === undefined || typeof value === "string") return value;
    return pulumi.output(value).apply((given) => {
        const { destination } = flowLogs;
        const wrong = checkFlowLogs({ destination, [key]: given }).filter(({ path }) => path === `flowLogs.${key}`);
        return checked(given, wrong, "the flow log", "it was not created");
    });
}

function makeLogGroup(
    component: pulumi.ComponentResource,
    name: string,
    flowLogs: FlowLogsArgs & { tags?: Tags },
    { partition, region }: EndpointsPlan,
) {
    const { retentionInDays = defaultRetentionInDays, tags: given } = flowLogs;
    const permissionsBoundary = onceChecked(flowLogs, "permissionsBoundary");
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
    // The flow log needs these permissions to write, so they are created before it and deleted after it.
    return { logDestination: logGroup.arn, iamRoleArn: role.arn, dependsOn: [permissions] };
}
