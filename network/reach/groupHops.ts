import { isUnknown, type Truth } from "../../components/plan/policies/iam/truth";
import type { Maybe } from "../model/maybe";
import type { NetworkIndex } from "../model/networkIndex";
import type { Subnet } from "../model/vpcModel";
import { contentOf, hasNoRules, refersToGroups, throughGroups } from "./groupRuling";
import { type FixOption, type Hop, hop, undecided } from "./hop";
import { type Connection, type End, portWords } from "./packets";
import type { Target } from "./target";

/** Which security groups decide about a connection: those of the client, or those of the destination. */
type GroupStep = "egress" | "ingress";

/** Whether security groups allow a connection. Those with the same rules do alike, so it is found out once for all of them. */
export function groupsPass(
    index: NetworkIndex,
    step: GroupStep,
    groups: Maybe<string[]>,
    peer: End,
    connection: Connection,
): Truth {
    if (isUnknown(groups)) return groups;
    const rules = index.memo.of(["rules", groups], () => rulesOf(index, groups));
    const keys = ["groups", step, rules, peer.addresses, rules.refers ? peer.groups : undefined, connection];
    return index.memo.of(keys, () => throughGroups(index, groups, step === "egress", connection, peer).passes);
}

/** The rules of groups: one object for all groups whose rules differ only in their IDs and names. */
function rulesOf(index: NetworkIndex, groups: string[]): { refers: boolean } {
    return index.memo.of(["same rules", contentOf(index, groups)], () => ({ refers: refersToGroups(index, groups) }));
}

/** What the client's security groups decide about the connection. */
export function egressHop(index: NetworkIndex, groups: Maybe<string[]>, target: Target, connection: Connection): Hop {
    if (isUnknown(groups)) return undecided("egress", groups, ofUnknownGroups);
    return decidedByGroups(index, "egress", groups, target, connection, () => undefined);
}

/** What the security groups of the destination decide about the connection. */
export function ingressHop(
    index: NetworkIndex,
    subnet: Subnet,
    target: Target,
    from: End,
    connection: Connection,
): Hop {
    if (isUnknown(target.groups)) return undecided("ingress", target.groups, ofUnknownGroups);
    return decidedByGroups(index, "ingress", target.groups, from, connection, () => {
        const service = target.endpoint?.service;
        const cidrs = isUnknown(subnet.cidrBlock) ? [] : [subnet.cidrBlock];
        return service === undefined ? undefined : { add: "allowedCidrBlocks", service, cidrs };
    });
}

const ofUnknownGroups = "the security groups are not known";

function decidedByGroups(
    index: NetworkIndex,
    step: GroupStep,
    groups: string[],
    peer: End,
    connection: Connection,
    optionOf: () => FixOption | undefined,
): Hop {
    const egress = step === "egress";
    const { passes, ruling } = throughGroups(index, groups, egress, connection, peer);
    const names = groups.map((id) => index.label("securityGroups", id)).join(", ") || "the network interface";
    const packets = `${portWords(connection)} ${egress ? "to" : "from"} ${peer.addresses.label}`;
    const says = passes === true
        ? `${[...ruling.allowed].join(", ")} allows ${packets}`
        : passes === false
        ? `${names} has no rule that allows ${packets}`
        : `${names} may allow ${packets}`;
    const code = hasNoRules(index, groups, egress)
        ? "SG_HAS_NO_RULES"
        : passes === false && isHidden(index, groups, egress, connection, peer)
        ? "SG_REFERENCES_NOT_PRESERVED"
        : "ENI_SG_RULES_MISMATCH";
    return hop(step, passes, says, code, () => {
        const sentence = `add ${egress ? "an outbound" : "an inbound"} rule to ${names} that allows ${packets}`;
        const option = optionOf();
        return { sentence, ...(option && { option }) };
    });
}

/** Whether rules would allow a connection if they saw the security groups of the other end. */
function isHidden(
    index: NetworkIndex,
    groups: string[],
    egress: boolean,
    connection: Connection,
    { addresses, hiddenGroups }: End,
): boolean {
    if (hiddenGroups === undefined) return false;
    return throughGroups(index, groups, egress, connection, { addresses, groups: hiddenGroups }).passes === true;
}
