import type { PrivateVpcArgs } from "../../args/privateVpcArgs";
import { distinct, type Problem } from "../problem";
import { type Block, blockAt, contains, overlap, parseBlock, sizeOf } from "./cidr";
import { isRestricted } from "./specialRanges";
import type { Zone } from "./zones";

/** A subnet to create, the only one in its zone. */
export interface PlannedSubnet {
    /** Its Availability Zone, e.g. `us-east-1a`. */
    zone: string;
    /** Its IPv4 CIDR block. */
    cidrBlock: string;
    /** Addresses available to workloads and endpoints: AWS reserves five in each subnet. */
    usableAddresses: number;
}

/** The options that decide a VPC's addresses. */
export type NetworkRequest = Pick<PrivateVpcArgs, "cidrBlock" | "subnetCidrBlocks">;

/** A VPC's CIDR block is split into eight equal slots, one per zone letter, so that a subnet never moves. */
const letters = "abcdefgh";
const slotBits = 3;
/**
 * AWS's limits for the CIDR blocks of VPCs and subnets:
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
 */
const largest = 16;
const smallest = 28;
/** https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html */
const keptByAws = 5;

interface Placed {
    zone: string;
    path: string;
    block: Block;
}

/** The subnet of each zone, or the problems with the addresses. Pass no zones if they are unknown. */
export function planSubnets(request: NetworkRequest, zones: Zone[]): { subnets: PlannedSubnet[]; problems: Problem[] } {
    const { block: vpc, problems } = checkBlock("cidrBlock", request.cidrBlock);
    const given = givenSubnets(request.subnetCidrBlocks ?? {}, zones.map((zone) => zone.name));
    const slots = zones.filter((zone) => !Object.hasOwn(request.subnetCidrBlocks ?? {}, zone.name))
        .map((zone) => ({ zone: zone.name, ...(vpc ? slotOf(vpc, zone) : { problems: [] }) }));
    const placed = [
        ...given.placed,
        ...slots.flatMap(({ zone, block }) => block ? [{ zone, path: "cidrBlock", block }] : []),
    ];
    placed.sort((a, b) => (a.zone < b.zone ? -1 : 1));
    problems.push(
        ...slots.flatMap((slot) => slot.problems),
        ...given.problems,
        ...(vpc ? placed.flatMap(({ path, block }) => outside(path, block, vpc)) : []),
        ...collisions(placed),
    );
    const subnets = placed.map(({ zone, block }) => ({
        zone,
        cidrBlock: block.text,
        usableAddresses: Number(sizeOf(block.prefix)) - keptByAws,
    }));
    return { subnets, problems: distinct(problems) };
}

function givenSubnets(given: { [zone: string]: string }, zones: string[]): { placed: Placed[]; problems: Problem[] } {
    const checked = Object.entries(given).map(([zone, text]): Partial<Placed> & { problems: Problem[] } => {
        const path = `subnetCidrBlocks.${zone}`;
        if (zones.length === 0 || zones.includes(zone)) return { zone, path, ...checkBlock(path, text) };
        const hint = `use a zone of the VPC: ${zones.join(", ")}`;
        const message = `${zone} is not a zone of the VPC`;
        return { problems: [{ code: "zones.not-in-vpc", path, message, hint }] };
    });
    return {
        placed: checked.filter((one): one is Placed & typeof one => one.block !== undefined),
        problems: checked.flatMap((one) => one.problems),
    };
}

function checkBlock(path: string, text: string): { block?: Block; problems: Problem[] } {
    const parsed = parseBlock(text);
    if (!("block" in parsed)) return { problems: [{ path, ...parsed }] };
    const { prefix } = parsed.block;
    if (path === "cidrBlock" && isRestricted(parsed.block)) {
        const message = `${text} is in a range that AWS does not allow for a VPC`;
        const hint = "use a private range, e.g. 10.0.0.0/16";
        return { problems: [{ code: "network.restricted-range", path, message, hint }] };
    }
    if (prefix >= largest && prefix <= smallest) return { block: parsed.block, problems: [] };
    const message = `${text} is outside the range AWS allows, /${largest} to /${smallest}`;
    const hint = prefix < largest
        ? `use ${blockAt(parsed.block.first, largest).text} or a smaller block`
        : `use /${path === "cidrBlock" ? smallest - slotBits : smallest} or a larger block`;
    return { problems: [{ code: "network.block-size", path, message, hint }] };
}

function slotOf(vpc: Block, zone: Zone): { block?: Block; problems: Problem[] } {
    const slot = letters.indexOf(zone.letter);
    const prefix = vpc.prefix + slotBits;
    const hint = "set the blocks of the subnets in subnetCidrBlocks";
    if (slot < 0) {
        const message = `subnets are planned for zones a to h only; ${zone.name} is not one of them`;
        const check =
            `check the name (aws ec2 describe-availability-zones --region ${zone.region}), or set the block of its subnet in subnetCidrBlocks`;
        return { problems: [{ code: "network.zone-letter", path: "availabilityZones", message, hint: check }] };
    }
    if (prefix > smallest) {
        const message = `${vpc.text} is too small: split into eight subnets, one per zone letter, each would be `
            + `/${prefix}, but AWS allows no subnet smaller than /${smallest}`;
        const larger = `use a /${smallest - slotBits} or larger, or ${hint}`;
        return { problems: [{ code: "network.too-small", path: "cidrBlock", message, hint: larger }] };
    }
    return { block: blockAt(vpc.first + BigInt(slot) * sizeOf(prefix), prefix), problems: [] };
}

function outside(path: string, block: Block, vpc: Block): Problem[] {
    if (contains(vpc, block)) return [];
    return [{
        code: "network.outside-vpc",
        path,
        message: `${block.text} is not inside the VPC's CIDR block ${vpc.text}`,
        hint: `use a block inside ${vpc.text}`,
    }];
}

function collisions(placed: Placed[]): Problem[] {
    return placed.flatMap((one, index): Problem[] =>
        placed.slice(0, index).filter((other) => overlap(one.block, other.block)).map((other) => ({
            code: "network.overlap",
            path: one.path === "cidrBlock" ? other.path : one.path,
            message: `${one.block.text} of ${one.zone} and ${other.block.text} of ${other.zone} overlap`,
            hint: "choose blocks that do not overlap",
        }))
    );
}

/** The subnets with fewer addresses than interface endpoints, each of which needs one. */
export function fullSubnets(
    { subnetCidrBlocks = {} }: NetworkRequest,
    subnets: PlannedSubnet[],
    endpoints: { zones: string[] }[],
): Problem[] {
    return subnets.flatMap(({ zone, cidrBlock, usableAddresses }) => {
        const wanted = endpoints.filter(({ zones }) => zones.includes(zone)).length;
        if (wanted <= usableAddresses) return [];
        const message =
            `the subnet in ${zone}, ${cidrBlock}, has ${usableAddresses} usable addresses, but ${wanted} interface endpoints need one each`;
        const hint = `choose a larger block, or list zones without ${zone} in endpointZones`;
        const path = Object.hasOwn(subnetCidrBlocks, zone) ? `subnetCidrBlocks.${zone}` : "cidrBlock";
        return [{ code: "network.subnet-full", path, message, hint }];
    });
}
