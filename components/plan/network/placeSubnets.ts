import { distinct, type Problem } from "../problem";
import { type Block, blockAt, contains, overlap, parseBlock, sizeOf } from "./cidr";
import { isRestricted } from "./specialRanges";
import { blockLimits, blockOfSlot, slotOf, smallestSplit } from "./subnetSlots";
import type { Zone } from "./zones";

/** A subnet to create, the only one of its range in its zone. */
export interface PlannedSubnet {
    /** Its Availability Zone, e.g. `us-east-1a`. */
    zone: string;
    /** Its IPv4 CIDR block; `null` if IPAM allocates the VPC's, so that it is known only after the deployment. */
    cidrBlock: string | null;
    /** Addresses available to workloads and endpoints: AWS reserves five in each subnet. */
    usableAddresses: number;
}

/** A range of a VPC that is split into subnets. */
export interface SubnetRange {
    /** Its block; undefined if it is not valid, or allocated by IPAM. */
    block?: Block;
    /** Its prefix length, if only that is known. */
    netmaskLength?: number;
    /** The subnets' blocks by zone that the caller sets. */
    given: { [zone: string]: string };
    /** The zones with a subnet. */
    zones: Zone[];
    /** The arguments that set the range, the subnets' blocks and the zones. */
    paths: { rangePath: string; subnetsPath: string; zonesPath: string };
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html */
const keptByAws = 5;

interface Placed {
    zone: string;
    path: string;
    prefix: number;
    block?: Block;
}

/** The subnet of each zone in a range of a VPC, or the problems with their addresses. */
export function placeSubnets(range: SubnetRange): { subnets: PlannedSubnet[]; problems: Problem[] } {
    const { block: vpc, given: blocks, zones, paths } = range;
    const given = givenSubnets(blocks, zones.map((zone) => zone.name), paths.subnetsPath);
    const slots = zones.filter((zone) => !Object.hasOwn(blocks, zone.name)).map((zone) => slotIn(range, zone));
    const placed = [...given.placed, ...slots.flatMap((one) => one.placed)];
    placed.sort((a, b) => (a.zone < b.zone ? -1 : 1));
    const problems = [
        ...slots.flatMap((slot) => slot.problems),
        ...given.problems,
        ...(vpc ? placed.flatMap((one) => outside(one, vpc)) : []),
        ...collisions(placed, paths.rangePath),
    ];
    const subnets = placed.map(({ zone, prefix, block }) => ({
        zone,
        cidrBlock: block?.text ?? null,
        usableAddresses: Number(sizeOf(prefix)) - keptByAws,
    }));
    return { subnets, problems: distinct(problems) };
}

/** Parses the block of a VPC's range or of a subnet, and checks what AWS allows for it. */
export function checkBlock(path: string, text: string, isRange: boolean): { block?: Block; problems: Problem[] } {
    const parsed = parseBlock(text);
    if (!("block" in parsed)) return { problems: [{ path, ...parsed }] };
    const { prefix } = parsed.block;
    if (isRange && isRestricted(parsed.block)) {
        const message = `${text} is in a range that AWS does not allow for a VPC`;
        const hint = "use a private range, e.g. 10.0.0.0/16";
        return { problems: [{ code: "network.restricted-range", path, message, hint }] };
    }
    const { largest, smallest } = blockLimits;
    if (prefix >= largest && prefix <= smallest) return { block: parsed.block, problems: [] };
    const message = `${text} is outside the range AWS allows, /${largest} to /${smallest}`;
    const hint = prefix < largest
        ? `use ${blockAt(parsed.block.first, largest).text} or a smaller block`
        : `use /${isRange ? smallestSplit : smallest} or a larger block`;
    return { problems: [{ code: "network.block-size", path, message, hint }] };
}

function givenSubnets(given: { [zone: string]: string }, zones: string[], within: string) {
    const checked = Object.entries(given).map(([zone, text]): { placed: Placed[]; problems: Problem[] } => {
        const path = `${within}.${zone}`;
        if (zones.length === 0 || zones.includes(zone)) {
            const { block, problems } = checkBlock(path, text, false);
            return { placed: block ? [{ zone, path, block, prefix: block.prefix }] : [], problems };
        }
        const hint = `use a zone of the VPC: ${zones.join(", ")}`;
        const message = `${zone} is not a zone of the VPC`;
        return { placed: [], problems: [{ code: "zones.not-in-vpc", path, message, hint }] };
    });
    return { placed: checked.flatMap((one) => one.placed), problems: checked.flatMap((one) => one.problems) };
}

function slotIn({ block, netmaskLength, paths }: SubnetRange, zone: Zone): { placed: Placed[]; problems: Problem[] } {
    const prefix = block?.prefix ?? netmaskLength;
    if (prefix === undefined) return { placed: [], problems: [] };
    const found = slotOf({ prefix, text: block?.text ?? `/${prefix}` }, zone, paths);
    if (found.slot === undefined) return { placed: [], problems: found.problems };
    const placed = { zone: zone.name, path: paths.rangePath, prefix: found.prefix };
    return { placed: [block ? { ...placed, block: blockOfSlot(block, found.slot) } : placed], problems: [] };
}

function outside({ path, block }: Placed, vpc: Block): Problem[] {
    if (block === undefined || contains(vpc, block)) return [];
    return [{
        code: "network.outside-vpc",
        path,
        message: `${block.text} is not inside the VPC's CIDR block ${vpc.text}`,
        hint: `use a block inside ${vpc.text}`,
    }];
}

function collisions(placed: Placed[], rangePath: string): Problem[] {
    return placed.flatMap((one, index): Problem[] =>
        placed.slice(0, index).flatMap((other) => {
            if (!one.block || !other.block || !overlap(one.block, other.block)) return [];
            return [{
                code: "network.overlap",
                path: one.path === rangePath ? other.path : one.path,
                message: `${one.block.text} of ${one.zone} and ${other.block.text} of ${other.zone} overlap`,
                hint: "choose blocks that do not overlap",
            }];
        })
    );
}
