import * as v from "valibot";

import { list, maybe, text } from "./shapeParts";

// What answers DNS queries of VPCs, and functions that run in them, in AWS's spelling.
// Sources: the "Output" of each command in https://docs.aws.amazon.com/cli/latest/reference/

export const resolverRule = v.object({
    Id: text,
    Name: maybe,
    DomainName: maybe,
    RuleType: maybe,
    ResolverEndpointId: maybe,
    TargetIps: list(v.object({ Ip: maybe, Port: v.nullish(v.number()) })),
});

export const resolverRuleAssociation = v.object({ ResolverRuleId: text, VPCId: maybe });

export const firewallAssociation = v.object({
    Id: text,
    Arn: maybe,
    FirewallRuleGroupId: text,
    VpcId: maybe,
    Name: maybe,
    Priority: v.nullish(v.number()),
});

export const resolverEndpoint = v.object({
    Id: text,
    Name: maybe,
    Direction: maybe,
    HostVPCId: maybe,
    SecurityGroupIds: list(text),
});

export const resolverAddresses = v.object({ IpAddresses: list(v.object({ Ip: maybe, SubnetId: maybe })) });

export const firewallDomains = v.object({ Domains: list(text) });

export const lambdaFunction = v.object({
    FunctionName: text,
    Role: maybe,
    VpcConfig: v.nullish(
        v.object({ VpcId: maybe, SubnetIds: list(text), SecurityGroupIds: list(text) }),
    ),
});

/** The answer to `aws ec2 describe-vpc-attribute`, for one attribute. */
export const vpcAttribute = v.object({
    EnableDnsSupport: v.nullish(v.object({ Value: v.boolean() })),
    EnableDnsHostnames: v.nullish(v.object({ Value: v.boolean() })),
});

export const hostedZonesOfVpc = v.object({
    HostedZoneSummaries: v.array(v.object({ HostedZoneId: text, Name: text })),
});

export const zoneRecords = v.object({
    ResourceRecordSets: v.array(v.object({
        Name: text,
        Type: text,
        ResourceRecords: list(v.object({ Value: text })),
        AliasTarget: v.nullish(v.object({ DNSName: text })),
    })),
});
