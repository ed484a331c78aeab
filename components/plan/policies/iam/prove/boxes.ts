import { tooLarge } from "./limit";

/** A set of requests: for each dimension the samples that it includes, as bits. Every combination of them is in it. */
export type Box = bigint[];

/** The most boxes that are made for one question. */
const mostBoxes = 100_000;

/** Counts the boxes of one question. */
export class Budget {
    private boxes = 0;

    spend(): void {
        if (++this.boxes > mostBoxes) throw tooLarge("its conditions combine in more ways than are tried");
    }
}

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
function difference(box: Box, removed: Box, budget: Budget): Box[] {
    if (intersection(box, removed) === undefined) return [box];
    const left: Box[] = [];
    let rest = box;
    for (let at = 0; at < box.length; at++) {
        const outside = rest[at]! & ~removed[at]!;
        if (outside === 0n) continue;
        budget.spend();
        left.push(replaced(rest, at, outside));
        rest = replaced(rest, at, rest[at]! & removed[at]!);
    }
    return left;
}

/** What is in any of `boxes` and in none of `removed`. */
export function minus(boxes: Box[], removed: Box[], budget: Budget): Box[] {
    return removed.reduce((left, one) => left.flatMap((box) => difference(box, one, budget)), boxes);
}

/** What is in any of `boxes` and in any of `others`. */
export function common(boxes: Box[], others: Box[], budget: Budget): Box[] {
    const found: Box[] = [];
    for (const box of boxes) {
        for (const other of others) {
            budget.spend();
            const both = intersection(box, other);
            if (both) found.push(both);
        }
    }
    return found;
}

function replaced(box: Box, at: number, bits: bigint): Box {
    const copy = [...box];
    copy[at] = bits;
    return copy;
}
