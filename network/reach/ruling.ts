import { isUnknown, type Truth, unknown } from "../../components/plan/policies/iam/truth";
import { type Addresses, type Box, common, covers, meet, type Range, without } from "../model/addresses";
import type { Maybe } from "../model/maybe";
import type { Traffic } from "../model/vpcModel";
import type { Connection } from "./packets";

/** A rule of a security group or network ACL as packets see it. */
export interface Entry {
    /** For sentences, e.g. `rule 100 of network ACL acl-0123456789abcdef0`. */
    label: string;
    allow: boolean;
    /** The packets that it matches; `undefined` for none. */
    box: Maybe<Box | undefined>;
}

/** What happens to packets, not all of which have the same fate: the rules that allow and deny some, and what is not known. */
export interface Ruling {
    allowed: Set<string>;
    denied: Set<string>;
    unclear: Set<string>;
}

/** Applies rules to packets in order: the first one that matches a packet decides; what none matches is denied. */
export function ruled({ ranges }: Addresses, ports: Range, entries: Entry[], unmatched: string): Ruling {
    const ruling: Ruling = { allowed: new Set(), denied: new Set(), unclear: new Set() };
    for (const addresses of ranges) apply({ addresses, ports }, entries, 0, ruling, unmatched);
    return ruling;
}

function apply(packets: Box, entries: Entry[], from: number, ruling: Ruling, unmatched: string): void {
    for (let at = from; at < entries.length; at++) {
        const { box, allow, label } = entries[at]!;
        if (isUnknown(box)) {
            // It may match or not: both are followed.
            (allow ? ruling.allowed : ruling.denied).add(label);
            for (const why of box.unknown) ruling.unclear.add(why);
            continue;
        }
        if (!box || !meet(box.addresses, packets.addresses) || !meet(box.ports, packets.ports)) continue;
        (allow ? ruling.allowed : ruling.denied).add(label);
        for (const rest of outside(packets, box)) apply(rest, entries, at + 1, ruling, unmatched);
        return;
    }
    ruling.denied.add(unmatched);
}

/** The packets that a rule does not match, as boxes that do not overlap. */
function outside(packets: Box, rule: Box): Box[] {
    if (covers(rule.addresses, packets.addresses) && covers(rule.ports, packets.ports)) return [];
    const addresses = common(packets.addresses, rule.addresses);
    return [
        ...without(packets.addresses, rule.addresses).map((part) => ({ addresses: part, ports: packets.ports })),
        ...without(packets.ports, rule.ports).map((ports) => ({ addresses, ports })),
    ];
}

/** Whether packets pass: unknown if only some of them do, because it is not known which ones are sent. */
export function passes({ allowed, denied, unclear }: Ruling, packets: string): Truth {
    if (denied.size === 0) return true;
    if (allowed.size === 0) return false;
    if (unclear.size > 0) return { unknown: [...unclear] };
    return unknown(`${packets}: ${[...allowed].join(", ")} allows only a part of them`);
}

const everyPort: Range = { first: 0, last: 65_535 };
const protocolNames: { [number: string]: string } = { "1": "icmp", "6": "tcp", "17": "udp", "all": "-1" };

/** The ports of a rule for packets; `undefined` if the rule is for other protocols or ports. */
export function portsFor(
    { protocol, ports }: Connection,
    { protocol: named, fromPort, toPort }: Traffic,
): Range | undefined {
    const own = protocolNames[named] ?? named.toLowerCase();
    if (own === "-1") return everyPort;
    if (own !== protocol) return undefined;
    const range = fromPort < 0 ? everyPort : { first: fromPort, last: toPort };
    return meet(range, ports) ? range : undefined;
}
