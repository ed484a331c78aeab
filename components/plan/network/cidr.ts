import { Address4 } from "ip-address";

import type { Problem } from "../problem";

/** A parsed IPv4 CIDR block. */
export interface Block {
    /** The canonical form, e.g. `10.0.0.0/16`. */
    text: string;
    /** Its first address as a number. */
    first: bigint;
    /** Its last address as a number. */
    last: bigint;
    /** The prefix length, e.g. 16. */
    prefix: number;
}

/** An IPv4 CIDR block, or why the string is not valid and how to fix it. */
export type ParsedBlock = { block: Block } | Omit<Problem, "path">;

/** Parses an IPv4 CIDR block such as `10.0.0.0/16`. Host bits are rejected, not dropped. */
export function parseBlock(text: string): ParsedBlock {
    if (!text.includes("/") || !Address4.isValid(text)) {
        const message = `"${text}" is not an IPv4 CIDR block`;
        return { code: "network.invalid-cidr", message, hint: exampleFor(text) };
    }
    const block = blockAt(new Address4(text).startAddress().bigInt(), new Address4(text).subnetMask);
    if (block.text !== text) {
        const message = `${text} has host bits set`;
        return { code: "network.host-bits", message, hint: `use ${block.text}` };
    }
    return { block };
}

/** An example of a block, of the same address if it lacks only the prefix length. */
function exampleFor(text: string): string {
    if (text.includes("/") || !Address4.isValid(text)) return "write it like 10.0.0.0/16";
    const trailing = /(\.0)*$/.exec(new Address4(text).correctForm())![0].length / 2;
    return `add the prefix length, e.g. ${text}/${trailing === 0 ? 32 : trailing === 1 ? 24 : 16}`;
}

/** The block with this first address and prefix length. */
export function blockAt(first: bigint, prefix: number): Block {
    const text = `${Address4.fromBigInt(first).correctForm()}/${prefix}`;
    return { text, first, last: first + sizeOf(prefix) - 1n, prefix };
}

/** The number of addresses in a block of this prefix length. */
export function sizeOf(prefix: number): bigint {
    return 1n << BigInt(32 - prefix);
}

/** Whether the outer block contains every address of the inner one. */
export function contains(outer: Block, inner: Block): boolean {
    return outer.first <= inner.first && inner.last <= outer.last;
}

/** Whether two blocks overlap. */
export function overlap(a: Block, b: Block): boolean {
    return a.first <= b.last && b.first <= a.last;
}
