import { isUnknown, unknown } from "../../components/plan/policies/iam/truth";
import type { Role, Workload } from "../model/accessModel";
import { given, type Maybe } from "../model/maybe";
import { defaultGroupOf } from "./resourceGroups";
import { resourceTypes as types } from "./resourceTypes";
import type { StackResource, StackResources } from "./stackResources";
import { type WorkloadType, workloadTypes } from "./workloadTypes";

/** The workloads of a stack that run in subnets, by the name that the program gave them. */
export function workloadsIn(stack: StackResources): Workload[] {
    return Object.entries(workloadTypes).flatMap(([type, row]) =>
        stack.of(type).flatMap((one) => {
            const subnets = subnetsOf(stack, one, row);
            // It does not run in a VPC.
            if (!isUnknown(subnets) && subnets.length === 0) return [];
            return [{
                id: `${row.prefix}:${one.name}`,
                subnets,
                groups: groupsOf(stack, one, row, subnets),
                hasPublicAddress: row.publicAddress ? stack.flag(one, false, ...row.publicAddress) : false,
                ...(row.role && { role: roleOf(stack, one, row.role) }),
                needs: [],
            }];
        })
    );
}

function subnetsOf(stack: StackResources, one: StackResource, { subnets }: WorkloadType): Maybe<string[]> {
    if (subnets.length > 1) return stack.references(types.subnet, one, ...subnets);
    return given(stack.reference(types.subnet, one, ...subnets), (id) => (id === undefined ? [] : [id]));
}

/** Without security groups, AWS uses the default one of the VPC. */
function groupsOf(stack: StackResources, one: StackResource, { groups }: WorkloadType, subnets: Maybe<string[]>) {
    const own = stack.references(types.group, one, ...groups);
    if (isUnknown(own) || own.length > 0) return own;
    return given(subnets, (ids): Maybe<string[]> => {
        const subnet = stack.of(...types.subnet).find((candidate) => stack.idOf(candidate) === ids[0]);
        const vpc = subnet && stack.reference(types.vpc, subnet, "vpcId");
        return typeof vpc === "string" ? [defaultGroupOf(vpc)] : unknown(`the security groups of ${one.name}`);
    });
}

function roleOf(stack: StackResources, one: StackResource, path: NonNullable<WorkloadType["role"]>): Maybe<Role> {
    const value = stack.reference(types.role, one, ...path);
    if (isUnknown(value)) return value;
    const role = stack.of(...types.role).find((candidate) => stack.idOf(candidate) === value);
    const arn = role ? stack.text(role, "arn") : value;
    if (typeof arn !== "string" || !arn.startsWith("arn:")) return unknown(`the ARN of the role of ${one.name}`);
    return { arn };
}
