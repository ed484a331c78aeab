import * as ec2 from "@pulumi/aws/ec2";
import * as vpc from "@pulumi/aws/vpc";
import * as pulumi from "@pulumi/pulumi";

import { givenGroupsOf, type MadeEndpoint } from "./endpoints";
import type { EndpointsPlan } from "./plan";
import { givenGroups } from "./plan/admission";
import type { PlannedEgress } from "./plan/securityGroups";
import { type MadeGroups, onTcp } from "./securityGroups";
import { tagsOf } from "./tags";
import type { VpcEndpointsArgs } from "./vpcEndpointsArgs";

/** Makes the group that a workload attaches to reach the endpoints and nothing else. */
export function makeClientGroup(
    name: string,
    args: VpcEndpointsArgs,
    plan: EndpointsPlan,
    groups: MadeGroups,
    endpoints: MadeEndpoint[],
    opts: pulumi.CustomResourceOptions,
): ec2.SecurityGroup {
    const description = "Workloads that may reach the VPC endpoints and nothing else";
    const tags = tagsOf(name, args.tags);
    const group = new ec2.SecurityGroup(name, { vpcId: args.vpcId, description, tags }, opts);
    for (const egress of plan.clientEgress) {
        const ruleName = `${name}-${egress.name}`;
        new vpc.SecurityGroupEgressRule(ruleName, {
            securityGroupId: group.id,
            ...onTcp(egress.port),
            ...destination(egress, args, groups, endpoints),
            tags: tagsOf(ruleName, args.tags),
        }, opts);
    }
    return group;
}

function destination(egress: PlannedEgress, args: VpcEndpointsArgs, groups: MadeGroups, endpoints: MadeEndpoint[]) {
    const at = endpoints.find(({ planned }) => planned.name === egress.endpoint);
    if (egress.securityGroup === undefined) return { prefixListId: at!.endpoint.prefixListId };
    if (egress.securityGroup !== givenGroups) return { referencedSecurityGroupId: groups[egress.securityGroup]!.id };
    return { referencedSecurityGroupId: givenGroupsOf(args, at!.planned)![0] };
}
