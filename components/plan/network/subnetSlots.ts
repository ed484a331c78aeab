import type { Problem } from "../problem";
import { type Block, blockAt, parseBlock, sizeOf } from "./cidr";
import { parseZone, type Zone } from "./zones";

/** A range is split into eight equal slots, one per zone letter, so that a subnet never moves. */
const letters = "abcdefgh";
const slotBits = 3;

/**
 * AWS's limits for the CIDR blocks of VPCs and subnets, as prefix lengths:
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
 */
export const blockLimits = { largest: 16, smallest: 28 };

/** The smallest range that can be split into subnets, as a prefix length. */
export const smallestSplit = blockLimits.smallest - slotBits;

/** The zone's slot of a range, or the problem if the range cannot be split for it. */
export function slotOf(
    range: Pick<Block, "prefix" | "text">,
    zone: Zone,
    { rangePath, subnetsPath, zonesPath }: { rangePath: string; subnetsPath: string; zonesPath: string },
): { slot: number; prefix: number; problems: [] } | { slot?: undefined; problems: Problem[] } {
    const slot = letters.indexOf(zone.letter);
    const prefix = range.prefix + slotBits;
    const hint = `set the blocks of the subnets in ${subnetsPath}`;
    if (slot < 0) {
        const message = `subnets are planned for zones a to h only; ${zone.name} is not one of them`;
        const check =
            `check the name (aws ec2 describe-availability-zones --region ${zone.region}), or set the block of its subnet in ${subnetsPath}`;
        return { problems: [{ code: "network.zone-letter", path: zonesPath, message, hint: check }] };
    }
    if (prefix > blockLimits.smallest) {
        const message = `${range.text} is too small: split into eight subnets, one per zone letter, each would be `
            + `/${prefix}, but AWS allows no subnet smaller than /${blockLimits.smallest}`;
        const larger = `use a /${smallestSplit} or larger, or ${hint}`;
        return { problems: [{ code: "network.too-small", path: rangePath, message, hint: larger }] };
    }
    return { slot, prefix, problems: [] };
}

/** The block of a slot. */
export function blockOfSlot(range: Block, slot: number): Block {
    const prefix = range.prefix + slotBits;
    return blockAt(range.first + BigInt(slot) * sizeOf(prefix), prefix);
}

/** The subnet's block for a zone in a range that is known only during a deployment. The plan has checked both. */
export function subnetIn(range: string, zone: string): string {
    const parsed = parseBlock(range);
    // A test's mocks may return something else.
    if (!("block" in parsed)) return range;
    return blockOfSlot(parsed.block, letters.indexOf(parseZone(zone)!.letter)).text;
}
