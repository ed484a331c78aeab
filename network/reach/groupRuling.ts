import { isUnknown, type Truth } from "../../components/plan/policies/iam/truth";
import { type Addresses, type Box, hasPublic, type Range, rangeOf } from "../model/addresses";
import { knownOr, type Maybe } from "../model/maybe";
import type { NetworkIndex } from "../model/networkIndex";
import type { GroupRule } from "../model/vpcModel";
import type { Connection, End } from "./packets";
import { type Entry, passes, portsFor, ruled, type Ruling } from "./ruling";

/** What the security groups of a network interface decide about a connection, and the rules that do. */
export interface GroupDecision {
    passes: Truth;
    ruling: Ruling;
}

const noRule = "no rule";

/**
 * Whether the security groups of one end allow a connection to or from the other end. Groups are stateful: what they allow
 * is answered (https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html).
 */
export function throughGroups(
    index: NetworkIndex,
    groups: string[],
    egress: boolean,
    connection: Connection,
    peer: End,
): GroupDecision {
    const entries = groups.flatMap((id): Entry[] => {
        const group = index.find("securityGroups", id);
        const rules = isUnknown(group) ? group : group.rules;
        if (isUnknown(rules)) {
            return [{ label: `a rule of ${index.label("securityGroups", id)}`, allow: true, box: rules }];
        }
        return rules.filter((rule) => rule.egress === egress).flatMap((rule) =>
            boxesOf(index, rule, connection, peer).map((box) => ({ label: labelOf(index, id, rule), allow: true, box }))
        );
    });
    const ruling = ruled(peer.addresses, connection.ports, entries, noRule);
    return { passes: passes(ruling, peer.addresses.label), ruling };
}

function labelOf(index: NetworkIndex, group: string, rule: GroupRule): string {
    return `rule ${rule.name ?? rule.id} of ${index.label("securityGroups", group)}`;
}

/** The packets that a rule allows: several boxes for a prefix list. */
function boxesOf(index: NetworkIndex, rule: GroupRule, connection: Connection, peer: End): Maybe<Box | undefined>[] {
    const { traffic, peer: allowed } = rule;
    if (isUnknown(traffic)) return [traffic];
    const ports = portsFor(connection, traffic);
    if (!ports) return [];
    if (isUnknown(allowed)) return [allowed];
    const all = () => peer.addresses.ranges.map((addresses) => ({ addresses, ports }));
    if ("group" in allowed) {
        const has: Truth = isUnknown(peer.groups) ? peer.groups : peer.groups.includes(allowed.group);
        return has === true ? all() : has === false ? [] : [has];
    }
    if ("prefixList" in allowed) return inList(index, allowed.prefixList, ports, peer.addresses) ?? all();
    const addresses = rangeOf(allowed.cidr);
    return addresses ? [{ addresses, ports }] : [];
}

/** The packets of a rule for a prefix list; `undefined` if they are all, because the peer's addresses are that list's. */
function inList(index: NetworkIndex, id: string, ports: Range, peer: Addresses) {
    if (id === peer.prefixList) return undefined;
    const list = index.find("prefixLists", id);
    if (isUnknown(list)) return [list];
    const { cidrs } = list;
    // The list of an AWS service has no addresses of other services, and no private ones.
    const isOther = list.service !== undefined && (peer.service !== undefined || !hasPublic(peer));
    if (isUnknown(cidrs)) return isOther ? [] : [cidrs];
    return cidrs.map((cidr) => {
        const addresses = rangeOf(cidr);
        return addresses && { addresses, ports };
    });
}

/** Whether the groups have no rule in a direction at all. */
export function hasNoRules(index: NetworkIndex, groups: string[], egress: boolean): boolean {
    return groups.length > 0 && groups.every((id) => {
        const group = index.find("securityGroups", id);
        const rules = knownOr(isUnknown(group) ? group : group.rules, undefined);
        return rules !== undefined && !rules.some((rule) => rule.egress === egress);
    });
}

/** Whether the rules of groups name other groups, so that the peer's groups matter. */
export function refersToGroups(index: NetworkIndex, groups: string[]): boolean {
    return groups.some((id) => {
        const group = index.find("securityGroups", id);
        const rules = isUnknown(group) ? [] : knownOr(group.rules, []);
        return rules.some(({ peer }) => !isUnknown(peer) && "group" in peer);
    });
}

/** Everything of the rules of groups that decides about packets: all but IDs and names. */
export function contentOf(index: NetworkIndex, groups: string[]): string {
    return JSON.stringify(groups.map((id) => {
        const group = index.find("securityGroups", id);
        const rules = isUnknown(group) ? group : group.rules;
        return isUnknown(rules) ? rules : rules.map(({ egress, traffic, peer }) => [egress, traffic, peer]);
    }));
}
