import * as ec2 from "@pulumi/aws/ec2";
import * as vpc from "@pulumi/aws/vpc";
import * as pulumi from "@pulumi/pulumi";

import type { ExistingEndpoints } from "../aws/lookUpExisting";
import { givenGroups } from "../plan/endpoints/admission";
import type { PlannedEgress } from "../plan/endpoints/securityGroups";
import { type MadeGroups, onPort } from "./endpointGroups";
import { endpointMakers, makerOf } from "./endpointMakers";
import type { LateValues } from "./lateValues";
import type { MadeEndpoint } from "./makeEndpoints";
import { tagsOf } from "./tags";

/** What the client security group allows egress to. */
interface Reached {
    groups: MadeGroups;
    made: MadeEndpoint[];
    existing: ExistingEndpoints;
}

/** Creates the client security group: egress to the endpoints only. Security groups do not filter DNS queries. */
export function makeClientGroup(
    name: string,
    planned: PlannedEgress[],
    late: LateValues,
    reached: Reached,
    opts: pulumi.CustomResourceOptions,
): ec2.SecurityGroup {
    // DNS queries are allowed too; the description does not mention them, because changing it would replace the group
    const description = "Workloads that may reach the VPC endpoints and nothing else";
    const tags = tagsOf(name, late.tags);
    const group = new ec2.SecurityGroup(name, { vpcId: late.vpcId, description, tags }, opts);
    for (const egress of planned) {
        const ruleName = `${name}-${egress.name}`;
        new vpc.SecurityGroupEgressRule(ruleName, {
            securityGroupId: group.id,
            ...onPort(egress.port),
            ...destination(egress, late, reached),
            tags: tagsOf(ruleName, late.tags),
        }, opts);
    }
    return group;
}

function destination(egress: PlannedEgress, { vpcCidrBlock }: LateValues, { groups, made, existing }: Reached) {
    if (egress.toVpc) return { cidrIpv4: vpcCidrBlock };
    if (egress.cidrBlock !== undefined) return { cidrIpv4: egress.cidrBlock };
    if (egress.existing !== undefined) return existingDestination(existing[egress.existing]![0]!);
    const at = made.find(({ planned }) => planned.name === egress.endpoint);
    if (egress.securityGroup === undefined) return { prefixListId: at!.endpoint.prefixListId };
    if (egress.securityGroup !== givenGroups) return { referencedSecurityGroupId: groups[egress.securityGroup]!.id };
    return { referencedSecurityGroupId: at!.securityGroupIds![0] };
}

/** The destination for an existing endpoint. Its kind is known only from AWS; a test's mocks may omit it. */
function existingDestination(found: ExistingEndpoints[string][number]) {
    const to = found.apply((endpoint) =>
        (makerOf(endpoint.vpcEndpointType) ?? endpointMakers.Interface).destination(endpoint)
    );
    return {
        prefixListId: to.apply(({ prefixListId }) => prefixListId),
        referencedSecurityGroupId: to.apply(({ referencedSecurityGroupId }) => referencedSecurityGroupId),
    };
}
