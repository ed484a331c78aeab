import { Address4 } from "ip-address";

import type { Problem } from "../problem";

/** An IPv4 block taken apart. */
export interface Block {
    /** As written in canonical form, e.g. `10.0.0.0/16`. */
    text: string;
    /** Its first address as a number. */
    first: bigint;
    /** Its last address as a number. */
    last: bigint;
    /** The length of its prefix, e.g. 16. */
    prefix: number;
}

/** An IPv4 block, or why the text is none and what would mend it. */
export type ParsedBlock = { block: Block } | Omit<Problem, "path">;

/** Reads an IPv4 block such as `10.0.0.0/16`. Host bits are refused, not dropped. */
export function parseBlock(text: string): ParsedBlock {
    if (!text.includes("/") || !Address4.isValid(text)) {
        const message = `"${text}" is not an IPv4 CIDR block`;
        return { code: "network.invalid-cidr", message, hint: "write it as 10.0.0.0/16" };
    }
    const block = blockAt(new Address4(text).startAddress().bigInt(), new Address4(text).subnetMask);
    if (block.text !== text) {
        const message = `${text} has bits set behind its prefix`;
        return { code: "network.host-bits", message, hint: `use ${block.text}` };
    }
    return { block };
}

/** The block of a prefix length that begins at an address. */
export function blockAt(first: bigint, prefix: number): Block {
    const text = `${Address4.fromBigInt(first).correctForm()}/${prefix}`;
    return { text, first, last: first + sizeOf(prefix) - 1n, prefix };
}

/** How many addresses a prefix length leaves. */
export function sizeOf(prefix: number): bigint {
    return 1n << BigInt(32 - prefix);
}

/** Whether every address of the inner block lies in the outer one. */
export function contains(outer: Block, inner: Block): boolean {
    return outer.first <= inner.first && inner.last <= outer.last;
}

/** Whether two blocks share an address. */
export function overlap(a: Block, b: Block): boolean {
    return a.first <= b.last && b.first <= a.last;
}
