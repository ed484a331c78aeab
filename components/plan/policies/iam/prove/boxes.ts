import type { Effort } from "./limit";

/** A set of requests: for each dimension the samples that it includes, as bits. Every combination of them is in it. */
export type Box = bigint[];

/** What is in both; undefined if nothing is. */
export function intersection(one: Box, other: Box): Box | undefined {
    const both: Box = [];
    for (let at = 0; at < one.length; at++) {
        const bits = one[at]! & other[at]!;
        if (bits === 0n) return undefined;
        both.push(bits);
    }
    return both;
}

/** What is in `box` and not in `removed`, split dimension by dimension into boxes without common requests. */
function difference(box: Box, removed: Box, effort: Effort): Box[] {
    if (intersection(box, removed) === undefined) return [box];
    const left: Box[] = [];
    let rest = box;
    for (let at = 0; at < box.length; at++) {
        const outside = rest[at]! & ~removed[at]!;
        if (outside === 0n) continue;
        spendOn(box, effort);
        left.push(replaced(rest, at, outside));
        rest = replaced(rest, at, rest[at]! & removed[at]!);
    }
    return left;
}

/** What is in any of `boxes` and in none of `removed`. */
export function minus(boxes: Box[], removed: Box[], effort: Effort): Box[] {
    return removed.reduce((left, one) => left.flatMap((box) => difference(box, one, effort)), boxes);
}

/** What is in any of `boxes` and in any of `others`. */
export function common(boxes: Box[], others: Box[], effort: Effort): Box[] {
    const found: Box[] = [];
    for (const box of boxes) {
        for (const other of others) {
            spendOn(box, effort);
            const both = intersection(box, other);
            if (both) found.push(both);
        }
    }
    return found;
}

function spendOn(box: Box, effort: Effort): void {
    effort.spend(box.length, "its conditions combine in more ways than are tried");
}

function replaced(box: Box, at: number, bits: bigint): Box {
    const copy = [...box];
    copy[at] = bits;
    return copy;
}
