import { isUnknown } from "../../components/plan/policies/iam/truth";
import type { Maybe } from "../model/maybe";
import type { GroupRule, SecurityGroup } from "../model/vpcModel";
import { inlineRules, type ListOf, separateRules } from "./resourceGroupRules";
import { resourceTypes as types } from "./resourceTypes";
import { required } from "./resourceVpcs";
import type { StackResource, StackResources } from "./stackResources";

/** The ID in the model of the default security group of a VPC. */
export const defaultGroupOf = (vpc: string) => `default security group of ${vpc}`;

/** The security groups of a stack, and the default ones that AWS creates. */
export function securityGroupsIn(stack: StackResources, vpcs: string[], listOf: ListOf): SecurityGroup[] {
    const separate = separateRules(stack, listOf);
    const own = stack.of(...types.group).map((group): SecurityGroup => {
        const vpc = stack.reference(types.vpc, group, "vpcId");
        const id = idOf(stack, group, vpc);
        const inline = [false, true].map((egress) => inlineRules(stack, group, id, egress, listOf));
        return {
            id,
            name: group.name,
            vpc: required(vpc, `vpcId of ${group.name}`),
            rules: inline.find(isUnknown) ?? [...(inline as GroupRule[][]).flat(), ...separate.of(id)],
        };
    });
    const adopted = new Set(own.map(({ id }) => id));
    return [...own, ...vpcs.filter((vpc) => !adopted.has(defaultGroupOf(vpc))).map(defaultGroup)];
}

/** A default group that the stack adopts is the one that AWS creates with its VPC. */
function idOf(stack: StackResources, group: StackResource, vpc: Maybe<string | undefined>): string {
    const isDefault = group.type === types.defaultGroup[0] && group.id === undefined;
    return isDefault && typeof vpc === "string" ? defaultGroupOf(vpc) : stack.idOf(group);
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html */
function defaultGroup(vpc: string): SecurityGroup {
    const id = defaultGroupOf(vpc);
    const traffic = { protocol: "-1", fromPort: 0, toPort: 65_535 };
    const rules: GroupRule[] = [
        { id: "default ingress", egress: false, traffic, peer: { group: id } },
        { id: "default egress", egress: true, traffic, peer: { cidr: "0.0.0.0/0" } },
    ];
    return { id, vpc, rules };
}
