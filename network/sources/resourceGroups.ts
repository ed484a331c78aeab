import { isMap } from "../../components/plan/isMap";
import { isUnknown, unknown } from "../../components/plan/policies/iam/truth";
import { given, type Maybe } from "../model/maybe";
import type { GroupRule, SecurityGroup, Traffic } from "../model/vpcModel";
import { numberAt } from "./resourceAcls";
import { resourceTypes as types } from "./resourceTypes";
import { required } from "./resourceVpcs";
import type { StackResource, StackResources } from "./stackResources";

/** The ID in the model of the default security group of a VPC. */
export const defaultGroupOf = (vpc: string) => `default security group of ${vpc}`;

/** The security groups of a stack, and the default ones that AWS creates. */
export function securityGroupsIn(
    stack: StackResources,
    vpcs: string[],
    listOf: (rule: StackResource, path: string[]) => Maybe<string | undefined>,
): SecurityGroup[] {
    const separate = [
        ...stack.of(...types.ingressRule).map((rule) => ruleOf(stack, rule, false, listOf)),
        ...stack.of(...types.egressRule).map((rule) => ruleOf(stack, rule, true, listOf)),
        ...stack.of(...types.groupRule).map((rule) => ({
            group: groupIn(stack, rule, "securityGroupId"),
            rules: listed(stack, rule, [], stack.text(rule, "type") === "egress", "sourceSecurityGroupId", rule.name),
        })),
    ];
    const byGroup = new Map<string, GroupRule[]>();
    const open: GroupRule[] = [];
    for (const { group, rules } of separate) {
        // A rule of a group that is not known may be a rule of any group.
        if (isUnknown(group)) open.push(...rules.map((rule) => ({ ...rule, traffic: group })));
        else byGroup.set(group, [...byGroup.get(group) ?? [], ...rules]);
    }
    const own = stack.of(...types.group).map((group): SecurityGroup => {
        const vpc = stack.reference(types.vpc, group, "vpcId");
        const isDefault = group.type === types.defaultGroup[0];
        const id = isDefault && typeof vpc === "string" && group.id === undefined
            ? defaultGroupOf(vpc)
            : stack.idOf(group);
        const inline = ["ingress", "egress"].map((direction) =>
            given(
                stack.items(group, direction),
                (items) =>
                    items.flatMap((_, at) =>
                        listed(
                            stack,
                            group,
                            [direction, at],
                            direction === "egress",
                            undefined,
                            `${direction} ${at}`,
                            id,
                        )
                    ),
            )
        );
        const late = inline.find(isUnknown);
        const rules = [...byGroup.get(id) ?? [], ...open];
        return {
            id,
            name: group.name,
            vpc: required(vpc, `vpcId of ${group.name}`),
            rules: late ?? [...(inline as GroupRule[][]).flat(), ...rules],
        };
    });
    const adopted = new Set(own.map(({ id }) => id));
    const defaults = vpcs.filter((vpc) => !adopted.has(defaultGroupOf(vpc))).map((vpc): SecurityGroup => {
        const id = defaultGroupOf(vpc);
        const rule = (egress: boolean, peer: GroupRule["peer"]): GroupRule => ({
            id: egress ? "default egress" : "default ingress",
            egress,
            traffic: { protocol: "-1", fromPort: 0, toPort: 65_535 },
            peer,
        });
        return { id, vpc, rules: [rule(false, { group: id }), rule(true, { cidr: "0.0.0.0/0" })] };
    });
    return [...own, ...defaults];
}

function groupIn(stack: StackResources, rule: StackResource, property: string): Maybe<string> {
    return required(stack.reference(types.group, rule, property), `${property} of ${rule.name}`);
}

/** A rule that is a resource of its own, with one peer. */
function ruleOf(
    stack: StackResources,
    rule: StackResource,
    egress: boolean,
    listOf: (rule: StackResource, path: string[]) => Maybe<string | undefined>,
): { group: Maybe<string>; rules: GroupRule[] } {
    const cidr = stack.text(rule, "cidrIpv4") ?? stack.text(rule, "cidrIpv6");
    const list = listOf(rule, ["prefixListId"]);
    const group = stack.reference(types.group, rule, "referencedSecurityGroupId");
    const peer = (): GroupRule["peer"] => {
        if (cidr !== undefined) return given(cidr, (one) => ({ cidr: one! }));
        if (list !== undefined) return given(list, (one) => ({ prefixList: one! }));
        if (group !== undefined) return given(group, (one) => ({ group: one! }));
        return unknown(`what ${rule.name} allows`);
    };
    const made = {
        id: rule.urn,
        name: rule.name,
        egress,
        traffic: trafficAt(stack, rule, ["ipProtocol"]),
        peer: peer(),
    };
    return { group: groupIn(stack, rule, "securityGroupId"), rules: [made] };
}

/** The rules of an item with lists of peers: one for each. */
function listed(
    stack: StackResources,
    of: StackResource,
    path: (string | number)[],
    egress: boolean,
    groupProperty: string | undefined,
    label: string,
    self?: string,
): GroupRule[] {
    const at = (property: string) => [...path, property] as unknown as [string];
    const traffic = trafficAt(stack, of, [...path, "protocol"]);
    const cidrs = ["cidrBlocks", "ipv6CidrBlocks"].flatMap((property): GroupRule["peer"][] => {
        const all = stack.texts(of, ...at(property));
        return isUnknown(all) ? [all] : all.map((cidr) => ({ cidr }));
    });
    const groups = groupProperty === undefined
        ? stack.references(types.group, of, ...at("securityGroups"))
        : given(stack.reference(types.group, of, groupProperty), (id) => (id === undefined ? [] : [id]));
    const lists = stack.references(types.prefixList, of, ...at("prefixListIds"));
    const own = self ?? (groupProperty && groupIn(stack, of, "securityGroupId"));
    const toSelf = isTrue(of, at("self")) && own ? [given(own, (group) => ({ group }))] : [];
    const peers = [
        ...cidrs,
        ...(isUnknown(groups) ? [groups] : groups.map((group) => ({ group }))),
        ...(isUnknown(lists) ? [lists] : lists.map((prefixList) => ({ prefixList }))),
        ...toSelf,
    ];
    return peers.map((peer, index): GroupRule => ({
        id: `${of.urn} ${label} ${index}`,
        name: label,
        egress,
        traffic,
        peer,
    }));
}

function isTrue({ properties }: StackResource, path: readonly (string | number)[]): boolean {
    return path.reduce<unknown>(
        (inside, step) => (isMap(inside) || Array.isArray(inside) ? (inside as never)[step] : undefined),
        properties,
    )
        === true;
}

function trafficAt(stack: StackResources, of: StackResource, path: (string | number)[]): Maybe<Traffic> {
    const protocol = stack.text(of, ...path as unknown as [string]);
    const port = (property: string) => numberAt(of, [...path.slice(0, -1), property]);
    return given(protocol ?? "-1", (name) => {
        const all = name === "-1" || name === "all";
        return {
            protocol: name!,
            fromPort: all ? 0 : port("fromPort") ?? 0,
            toPort: all ? 65_535 : port("toPort") ?? 65_535,
        };
    });
}
