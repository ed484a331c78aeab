import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup";
import { ResolverQueryLogConfig } from "@pulumi/aws/route53/resolverQueryLogConfig";
import { ResolverQueryLogConfigAssociation } from "@pulumi/aws/route53/resolverQueryLogConfigAssociation";
import * as pulumi from "@pulumi/pulumi";

import type { QueryLogsArgs } from "../args/dnsFirewallArgs";
import { checkQueryLogs } from "../plan/dnsFirewall/checkDnsFirewall";
import type { PlannedDnsFirewall } from "../plan/dnsFirewall/plannedDnsFirewall";
import { checked } from "./lateError";
import type { LateValues } from "./lateValues";
import { tagsOf } from "./tags";

const defaultRetentionInDays = 30;

/** Creates the logging of DNS queries, and its destination unless the caller has one. Returns the last resource. */
export function makeQueryLogs(
    component: pulumi.ComponentResource,
    name: string,
    planned: PlannedDnsFirewall["queryLogs"],
    { vpcId, queryLogs = {}, tags }: LateValues,
): pulumi.Resource[] {
    if (planned === null) return [];
    const opts = { parent: component };
    const destinationArn = planned === "log-group"
        ? new LogGroup(`${name}-queries`, {
            retentionInDays: queryLogs.retentionInDays ?? defaultRetentionInDays,
            tags: tagsOf(`${name}-queries`, tags),
        }, opts).arn
        : onceChecked(queryLogs);
    const config = new ResolverQueryLogConfig(name, { destinationArn, tags: tagsOf(name, tags) }, opts);
    const inputs = { resourceId: vpcId, resolverQueryLogConfigId: config.id };
    return [new ResolverQueryLogConfigAssociation(name, inputs, opts)];
}

/** The caller's destination; if it is an output, it is checked once it is known. */
function onceChecked({ destinationArn }: QueryLogsArgs): pulumi.Input<string> {
    if (typeof destinationArn === "string") return destinationArn;
    return pulumi.output(destinationArn).apply((given) =>
        checked(given!, checkQueryLogs({ destinationArn: given }), "query logging", "it was not created")
    );
}
