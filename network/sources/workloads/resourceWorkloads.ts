import { isUnknown, unknown } from "../../../components/plan/policies/iam/truth";
import type { Role, Workload } from "../../model/accessModel";
import { given, type Maybe } from "../../model/maybe";
import { defaultGroupOf } from "../resourceGroups";
import { resourceTypes as types } from "../resourceTypes";
import type { StackResource, StackResources } from "../stackResources";
import { together } from "./needsFound";
import type { Subject } from "./needSources";
import { idsAt, placeIn } from "./places";
import { StackRoles } from "./stackRoles";
import type { WorkloadType } from "./workloadType";
import { workloadTypes } from "./workloadTypes";

/** The workloads of a stack that run in subnets, by the name that the program gave them, and the roles. */
export function workloadsIn(
    stack: StackResources,
    region: string,
    account: string | undefined,
): { workloads: Workload[]; roles: Role[] } {
    const roles = new StackRoles(stack);
    const workloads = Object.entries(workloadTypes).flatMap(([type, row]) =>
        stack.of(type).flatMap((resource) => workloadOf({ stack, roles, resource, region, account }, row))
    );
    return { workloads, roles: roles.all() };
}

/** A resource as a workload, by the row of its type; none if it does not run in subnets. */
export function workloadOf(subject: Subject, row: WorkloadType): Workload[] {
    const { stack, resource, roles } = subject;
    const subnets = idsAt(stack, resource, row.subnets, types.subnet);
    // It does not run in a VPC.
    if (!isUnknown(subnets) && subnets.length === 0) return [];
    const found = row.needs && together(row.needs.map((source) => source(subject)));
    const role = placeIn(stack, resource, row.role ?? []);
    return [{
        id: `${row.prefix}:${resource.name}`,
        subnets,
        groups: groupsOf(stack, resource, row, subnets),
        hasPublicAddress: row.publicAddress ? stack.flag(resource, false, ...row.publicAddress) : false,
        ...(role && { role: given(role, (place) => roles.at(place!.of, place!.path)) }),
        ...(found && { needs: found.needs, openNeeds: found.open }),
    }];
}

/** The security groups that a workload names, and those that AWS adds, or uses without: usually the VPC's default one. */
function groupsOf(
    stack: StackResources,
    one: StackResource,
    { groups, addedGroup, otherGroups }: WorkloadType,
    subnets: Maybe<string[]>,
): Maybe<string[]> {
    const own = idsAt(stack, one, groups, types.group);
    if (isUnknown(own)) return own;
    const added = addedGroup && idsAt(stack, one, addedGroup, types.group);
    if (isUnknown(added)) return added;
    const isComplete = added ? added.length > 0 : own.length > 0;
    if (isComplete) return [...own, ...added ?? []];
    if (otherGroups !== undefined) return unknown(`the security groups of ${one.name}: ${otherGroups}`);
    return given(subnets, (ids): Maybe<string[]> => {
        const subnet = stack.of(...types.subnet).find((candidate) => stack.idOf(candidate) === ids[0]);
        const vpc = subnet && stack.reference(types.vpc, subnet, "vpcId");
        return typeof vpc === "string" ? [defaultGroupOf(vpc)] : unknown(`the security groups of ${one.name}`);
    });
}
