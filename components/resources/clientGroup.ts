import * as ec2 from "@pulumi/aws/ec2";
import * as vpc from "@pulumi/aws/vpc";
import * as pulumi from "@pulumi/pulumi";

import type { ExistingEndpoints } from "../aws/lookUpExisting";
import { givenGroups } from "../plan/endpoints/admission";
import type { PlannedEgress } from "../plan/endpoints/securityGroups";
import { type MadeGroups, onTcp } from "./endpointGroups";
import { endpointMakers, makerOf } from "./endpointMakers";
import type { LateValues } from "./lateValues";
import type { MadeEndpoint } from "./makeEndpoints";
import { tagsOf } from "./tags";

/** What a client reaches. */
interface Reached {
    groups: MadeGroups;
    made: MadeEndpoint[];
    existing: ExistingEndpoints;
}

/** Makes the group of workloads: it allows the endpoints and nothing else; no security group filters DNS queries. */
export function makeClientGroup(
    name: string,
    planned: PlannedEgress[],
    late: LateValues,
    reached: Reached,
    opts: pulumi.CustomResourceOptions,
): ec2.SecurityGroup {
    // DNS queries get through too; it is not said here because a changed description would replace the group
    const description = "Workloads that may reach the VPC endpoints and nothing else";
    const tags = tagsOf(name, late.tags);
    const group = new ec2.SecurityGroup(name, { vpcId: late.vpcId, description, tags }, opts);
    for (const egress of planned) {
        const ruleName = `${name}-${egress.name}`;
        new vpc.SecurityGroupEgressRule(ruleName, {
            securityGroupId: group.id,
            ...onTcp(egress.port),
            ...destination(egress, late, reached),
            tags: tagsOf(ruleName, late.tags),
        }, opts);
    }
    return group;
}

function destination(egress: PlannedEgress, { vpcCidrBlock }: LateValues, { groups, made, existing }: Reached) {
    if (egress.toVpc) return { cidrIpv4: vpcCidrBlock };
    if (egress.cidrBlock !== undefined) return { cidrIpv4: egress.cidrBlock };
    if (egress.existing !== undefined) return existingDestination(existing[egress.existing]!);
    const at = made.find(({ planned }) => planned.name === egress.endpoint);
    if (egress.securityGroup === undefined) return { prefixListId: at!.endpoint.prefixListId };
    if (egress.securityGroup !== givenGroups) return { referencedSecurityGroupId: groups[egress.securityGroup]!.id };
    return { referencedSecurityGroupId: at!.securityGroupIds![0] };
}

/** Where an existing endpoint is reached. Only AWS says which kind it is; a test's mocks may leave that out. */
function existingDestination(found: ExistingEndpoints[string]) {
    const to = found.apply((endpoint) =>
        (makerOf(endpoint.vpcEndpointType) ?? endpointMakers.Interface).destination(endpoint)
    );
    return {
        prefixListId: to.apply(({ prefixListId }) => prefixListId),
        referencedSecurityGroupId: to.apply(({ referencedSecurityGroupId }) => referencedSecurityGroupId),
    };
}
