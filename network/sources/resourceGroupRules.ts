import { isUnknown, unknown } from "../../components/plan/policies/iam/truth";
import { given, type Maybe } from "../model/maybe";
import type { GroupRule } from "../model/vpcModel";
import { trafficAt } from "./resourceTraffic";
import { resourceTypes as types } from "./resourceTypes";
import { inside, type Path } from "./resourceValues";
import { required } from "./resourceVpcs";
import type { StackResource, StackResources } from "./stackResources";

/** The prefix list with an ID, which before a deployment is that of the gateway endpoint that has the list. */
export type ListOf = (id: string) => string;

type Peer = GroupRule["peer"];

/** The rules that are resources of their own, by security group. A rule of a group that is not known may be any group's. */
export function separateRules(stack: StackResources, listOf: ListOf): { of: (group: string) => GroupRule[] } {
    const all = [
        ...stack.of(...types.ingressRule).map((rule) => singleRule(stack, rule, false, listOf)),
        ...stack.of(...types.egressRule).map((rule) => singleRule(stack, rule, true, listOf)),
        ...stack.of(...types.groupRule).flatMap((rule) => rulesOfOneGroup(stack, rule, listOf)),
    ];
    const byGroup = new Map<string, GroupRule[]>();
    const open: GroupRule[] = [];
    for (const { group, rule } of all) {
        if (isUnknown(group)) open.push({ ...rule, traffic: group });
        else byGroup.set(group, [...byGroup.get(group) ?? [], rule]);
    }
    return { of: (group) => [...byGroup.get(group) ?? [], ...open] };
}

/** A rule, and the security group that has it. */
interface OwnedRule {
    group: Maybe<string>;
    rule: GroupRule;
}

function groupOf(stack: StackResources, rule: StackResource): Maybe<string> {
    return required(stack.reference(types.group, rule, "securityGroupId"), `securityGroupId of ${rule.name}`);
}

/** A rule with one peer. */
function singleRule(stack: StackResources, rule: StackResource, egress: boolean, listOf: ListOf): OwnedRule {
    const cidr = stack.text(rule, "cidrIpv4") ?? stack.text(rule, "cidrIpv6");
    const list = stack.reference([...types.endpoint, ...types.prefixList], rule, "prefixListId");
    const group = stack.reference(types.group, rule, "referencedSecurityGroupId");
    const peer = (): Peer => {
        if (cidr !== undefined) return given(cidr, (one) => ({ cidr: one! }));
        if (list !== undefined) return given(list, (one) => ({ prefixList: listOf(one!) }));
        if (group !== undefined) return given(group, (one) => ({ group: one! }));
        return unknown(`what ${rule.name} allows`);
    };
    const traffic = trafficAt(stack, rule, [], "ipProtocol");
    return { group: groupOf(stack, rule), rule: { id: rule.urn, name: rule.name, egress, traffic, peer: peer() } };
}

/** The rules of a resource that has lists of peers, and one group. */
function rulesOfOneGroup(stack: StackResources, rule: StackResource, listOf: ListOf): OwnedRule[] {
    const group = groupOf(stack, rule);
    const source = stack.reference(types.group, rule, "sourceSecurityGroupId");
    const peers = [
        ...listedPeers(stack, rule, [], listOf),
        ...(source === undefined ? [] : [given(source, (one) => ({ group: one! }))]),
        ...selfAt(stack, rule, [], group),
    ];
    const egress = stack.text(rule, "type") === "egress";
    return rulesFor(stack, rule, [], rule.name, egress, peers).map((one) => ({ group, rule: one }));
}

/** The rules in a property of a security group. */
export function inlineRules(
    stack: StackResources,
    group: StackResource,
    id: string,
    egress: boolean,
    listOf: ListOf,
): Maybe<GroupRule[]> {
    const direction = egress ? "egress" : "ingress";
    return given(stack.items(group, direction), (items) =>
        items.flatMap((_, index) => {
            const path: Path = [direction, index];
            const groups = each(stack.references(types.group, group, ...inside(path)("securityGroups")));
            const peers = [
                ...listedPeers(stack, group, path, listOf),
                ...groups.map((one) => given(one, (known) => ({ group: known }))),
                ...selfAt(stack, group, path, id),
            ];
            return rulesFor(stack, group, path, `${direction} ${index}`, egress, peers);
        }));
}

/** A rule for each peer. */
function rulesFor(
    stack: StackResources,
    of: StackResource,
    path: Path | readonly [],
    name: string,
    egress: boolean,
    peers: Peer[],
): GroupRule[] {
    const traffic = trafficAt(stack, of, path, "protocol");
    return peers.map((peer, index) => ({ id: `${of.urn} ${name} ${index}`, name, egress, traffic, peer }));
}

/** The CIDR blocks and prefix lists that an item lists. */
function listedPeers(stack: StackResources, of: StackResource, path: Path | readonly [], listOf: ListOf): Peer[] {
    const at = inside(path);
    const cidrs = ["cidrBlocks", "ipv6CidrBlocks"].flatMap((property) => each(stack.texts(of, ...at(property))));
    const lists = each(stack.references([...types.endpoint, ...types.prefixList], of, ...at("prefixListIds")));
    return [
        ...cidrs.map((one) => given(one, (cidr) => ({ cidr }))),
        ...lists.map((one) => given(one, (id) => ({ prefixList: listOf(id) }))),
    ];
}

/** The group itself, if an item allows it. */
function selfAt(stack: StackResources, of: StackResource, path: Path | readonly [], group: Maybe<string>): Peer[] {
    const self = stack.flag(of, false, ...inside(path)("self"));
    if (isUnknown(self)) return [self];
    return self ? [given(group, (known) => ({ group: known }))] : [];
}

/** The items of a list, or the one name of what is not known. */
function each(list: Maybe<string[]>): Maybe<string>[] {
    return isUnknown(list) ? [list] : list;
}
