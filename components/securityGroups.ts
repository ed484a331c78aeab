import * as ec2 from "@pulumi/aws/ec2";
import * as vpc from "@pulumi/aws/vpc";
import * as pulumi from "@pulumi/pulumi";

import type { EndpointsPlan } from "./plan";
import { type PlannedEgress, vpcRange } from "./plan/securityGroups";
import { type Tags, tagsOf } from "./tags";

/** What the security groups of a VPC's endpoints are made from. */
export interface SecurityGroupsSource {
    vpcId: pulumi.Input<string>;
    vpcCidrBlock: pulumi.Input<string>;
    plan: EndpointsPlan;
    tags?: Tags;
}

/** Makes the groups of the interface endpoints, with one rule for each port and range; returns them by planned name. */
export function makeEndpointGroups(
    name: string,
    { vpcId, vpcCidrBlock, plan, tags }: SecurityGroupsSource,
    opts: pulumi.CustomResourceOptions,
): { [group: string]: ec2.SecurityGroup } {
    return Object.fromEntries(plan.securityGroups.map((planned) => {
        const groupName = `${name}-${planned.name}`;
        const description = "Who may connect to VPC endpoints";
        const group = new ec2.SecurityGroup(groupName, { vpcId, description, tags: tagsOf(groupName, tags) }, opts);
        for (const { port, source } of planned.ingress) {
            const ruleName = `${groupName}-${port}-${source}`;
            new vpc.SecurityGroupIngressRule(ruleName, {
                securityGroupId: group.id,
                ipProtocol: "tcp",
                fromPort: port,
                toPort: port,
                cidrIpv4: source === vpcRange ? vpcCidrBlock : source,
                tags: tagsOf(ruleName, tags),
            }, opts);
        }
        return [planned.name, group];
    }));
}

/** Makes the group that a workload attaches to reach the endpoints and nothing else. */
export function makeClientGroup(
    name: string,
    { vpcId, plan, tags }: SecurityGroupsSource,
    targetOf: (egress: PlannedEgress) => vpc.SecurityGroupEgressRuleArgs | object,
    opts: pulumi.CustomResourceOptions,
): ec2.SecurityGroup {
    const description = "Workloads that may reach the VPC endpoints and nothing else";
    const group = new ec2.SecurityGroup(name, { vpcId, description, tags: tagsOf(name, tags) }, opts);
    for (const egress of plan.clientEgress) {
        const ruleName = `${name}-${egress.name}`;
        new vpc.SecurityGroupEgressRule(ruleName, {
            securityGroupId: group.id,
            ipProtocol: "tcp",
            fromPort: egress.port,
            toPort: egress.port,
            ...targetOf(egress),
            tags: tagsOf(ruleName, tags),
        }, opts);
    }
    return group;
}
