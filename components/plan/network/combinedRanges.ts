import { notWith, notWithOthers, rfc1918Ranges } from "../facts/addressRanges";
import type { Problem } from "../problem";
import { type Block, contains, overlap, parseBlock } from "./cidr";

/** A range of a VPC, and the argument that sets it. */
export interface RangeAt {
    path: string;
    block: Block;
}

/**
 * Secondary ranges in the order in which AWS can associate them: blocks of 10.0.0.0/16 before others of 10.0.0.0/15, and
 * private blocks before those after which AWS adds no private ones.
 */
export function inOrderOfAssociation<T extends RangeAt>(ranges: T[]): T[] {
    const rank = ({ block }: T) => {
        if (contains(rangeOf("10.0.0.0/16"), block)) return 0;
        if (isIn(rfc1918Ranges, block)) return 1;
        return isIn(["198.19.0.0/16"], block) ? 2 : 3;
    };
    return [...ranges].sort((a, b) => rank(a) - rank(b) || Number(a.block.first - b.block.first));
}

/** The problems of ranges that overlap, or that AWS does not combine in one VPC. */
export function conflicts(primary: RangeAt | undefined, secondary: RangeAt[]): Problem[] {
    return secondary.flatMap((one, index): Problem[] => {
        const earlier = [...(primary ? [primary] : []), ...secondary.slice(0, index)];
        const same = earlier.find(({ block }) => overlap(block, one.block));
        if (same) {
            const message = `${one.block.text} overlaps ${same.block.text} of the same VPC`;
            return [{ code: "network.range-overlap", path: one.path, message, hint: "choose a block that does not" }];
        }
        const other = earlier.find(({ block }) => isIn(restrictedBy(block), one.block));
        if (!other) return [];
        const message = `AWS does not add ${one.block.text} to a VPC that has ${other.block.text}`;
        const hint = "use a block of the same private range, or of 100.64.0.0/10";
        return [{ code: "network.combined-ranges", path: one.path, message, hint }];
    });
}

/** The ranges from which AWS adds no block to a VPC that has this one. */
function restrictedBy(existing: Block): string[] {
    const rules = notWith.filter((rule) => contains(rangeOf(rule.existing), existing));
    return rules.length > 0 ? rules.flatMap(({ restricted }) => restricted) : notWithOthers;
}

function isIn(ranges: string[], block: Block): boolean {
    return ranges.some((range) => contains(rangeOf(range), block));
}

function rangeOf(text: string): Block {
    const parsed = parseBlock(text);
    if (!("block" in parsed)) throw new Error(`${text} is not a CIDR block`);
    return parsed.block;
}
