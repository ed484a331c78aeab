import { parseBlock } from "../../components/plan/network/cidr";
import { unknown } from "../../components/plan/policies/iam/truth";
import type { Maybe } from "./maybe";
import { Memo } from "./memo";

/** A range of numbers: IPv4 addresses or ports. */
export interface Range {
    first: number;
    last: number;
}

/** Addresses that packets are sent to or from. The real ones may be only some of them, if they are not known exactly. */
export interface Addresses {
    /** For sentences, e.g. `subnet app-us-east-1a`. */
    label: string;
    ranges: Range[];
    /** The prefix list that has exactly these addresses. */
    prefixList?: string;
    /** The AWS service whose public addresses these are: prefix lists of other services do not have them. */
    service?: string;
}

const everyAddress: Range = { first: 0, last: 2 ** 32 - 1 };

/** Packets to or from a range of addresses, with a range of ports. */
export interface Box {
    addresses: Range;
    ports: Range;
}

const parsed = new Memo();

/** The addresses of an IPv4 CIDR block; undefined for anything else, e.g. an IPv6 block. */
export function rangeOf(cidr: string): Range | undefined {
    return parsed.of([cidr], () => {
        const found = parseBlock(cidr);
        return "block" in found ? { first: Number(found.block.first), last: Number(found.block.last) } : undefined;
    });
}

/** The addresses of CIDR blocks under a label; unknown if a block cannot be read. */
export function addressesIn(label: string, cidrs: string[]): Maybe<Addresses> {
    const wrong = cidrs.find((cidr) => rangeOf(cidr) === undefined);
    if (wrong !== undefined) return unknown(`${label}: ${wrong} is not an IPv4 CIDR block`);
    return { label, ranges: cidrs.map((cidr) => rangeOf(cidr)!) };
}

/** Whether a range has all numbers of another one. */
export function covers(outer: Range, inner: Range): boolean {
    return outer.first <= inner.first && inner.last <= outer.last;
}

/** Whether two ranges have a number in common. */
export function meet(one: Range, other: Range): boolean {
    return one.first <= other.last && other.first <= one.last;
}

/** The part of a range that another one has; it must have one. */
export function common(one: Range, other: Range): Range {
    return { first: Math.max(one.first, other.first), last: Math.min(one.last, other.last) };
}

/** The parts of a range that another one does not have. */
export function without(range: Range, removed: Range): Range[] {
    if (!meet(range, removed)) return [range];
    return [
        { first: range.first, last: removed.first - 1 },
        { first: removed.last + 1, last: range.last },
    ].filter(({ first, last }) => first <= last);
}

/**
 * Ranges that no public address is in: private, shared, loopback, link-local, multicast and reserved addresses
 * (https://www.iana.org/assignments/iana-ipv4-special-registry/iana-ipv4-special-registry.xhtml).
 */
const notPublic = [
    ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"],
    ...["192.168.0.0/16", "224.0.0.0/4", "240.0.0.0/4"],
].map((cidr) => rangeOf(cidr)!);

/** Every public address. */
export const publicRanges: Range[] = notPublic.reduce(
    (left, removed) => left.flatMap((range) => without(range, removed)),
    [everyAddress],
);

/** Whether some of these addresses are public. */
export function hasPublic({ ranges }: Addresses): boolean {
    return ranges.some((range) => publicRanges.some((one) => meet(one, range)));
}
