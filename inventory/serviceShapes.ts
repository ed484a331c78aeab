import * as v from "valibot";

import { list, maybe, tags, text, texts } from "./shapeParts";

// The fields are AWS's own, in AWS's spelling; those that nothing here reads are left out.
// Sources: the "Output" of each command in https://docs.aws.amazon.com/cli/latest/reference/

export const endpointService = v.object({
    ServiceId: text,
    ServiceName: text,
    ServiceState: maybe,
    AcceptanceRequired: v.nullish(v.boolean()),
    NetworkLoadBalancerArns: texts,
    PrivateDnsName: maybe,
    PrivateDnsNameConfiguration: v.nullish(v.object({ Name: maybe })),
    Tags: tags,
});

export const endpointConnection = v.object({
    ServiceId: text,
    VpcEndpointId: text,
    VpcEndpointState: text,
});

export const connectionNotification = v.object({
    ConnectionNotificationId: text,
    ServiceId: maybe,
    ConnectionNotificationArn: maybe,
});

export const flowLog = v.object({
    FlowLogId: text,
    ResourceId: text,
    FlowLogStatus: maybe,
    LogDestinationType: maybe,
    LogDestination: maybe,
    Tags: tags,
});

export const logGroup = v.object({ logGroupName: text, arn: text, retentionInDays: v.nullish(v.number()) });

export const role = v.object({ RoleName: text, Path: text, Arn: text, Tags: tags });

export const hostedZone = v.object({ Id: text, Name: text });

export const record = v.object({
    Name: text,
    Type: text,
    TTL: v.nullish(v.number()),
    ResourceRecords: list(v.object({ Value: text })),
});

/** The tags of a log group, which AWS returns as a map. */
export const logGroupTags = v.object({ tags: v.optional(v.record(text, text), {}) });
export const roleDetails = v.object({ Role: role });
export const policyNames = v.object({ PolicyNames: v.array(text) });
