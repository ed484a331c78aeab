import type { PrivateVpcArgs } from "../../args/privateVpcArgs";
import { distinct, type Problem } from "../problem";
import { type Block, blockAt, contains, overlap, parseBlock, sizeOf } from "./cidr";
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
        const hint = `name a zone of the VPC: ${zones.join(", ")}`;
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
    if (prefix >= largest && prefix <= smallest) return { block: parsed.block, problems: [] };
    const message = `${text} is outside the sizes AWS takes, /${largest} to /${smallest}`;
    const hint = prefix < largest
        ? `use ${blockAt(parsed.block.first, largest).text} or a smaller block`
        : `use a larger block, /${path === "cidrBlock" ? smallest - slotBits : smallest} at the least`;
    return { problems: [{ code: "network.block-size", path, message, hint }] };
}

function slotOf(vpc: Block, zone: Zone): { block?: Block; problems: Problem[] } {
    const slot = letters.indexOf(zone.letter);
    const prefix = vpc.prefix + slotBits;
    const hint = `give the zones' subnets yourself in subnetCidrBlocks`;
    if (slot < 0) {
        const message = `only zones a to h have a planned subnet, and ${zone.name} has another letter`;
        return { problems: [{ code: "network.zone-letter", path: "availabilityZones", message, hint }] };
    }
    if (prefix > smallest) {
        const message = `${vpc.text} is too small: cut into eight, one slot for each zone letter, its subnets would be `
            + `/${prefix}, and AWS takes none smaller than /${smallest}`;
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
        message: `${block.text} does not lie in the VPC's ${vpc.text}`,
        hint: `use a block inside ${vpc.text}`,
    }];
}

function collisions(placed: Placed[]): Problem[] {
    return placed.flatMap((one, index): Problem[] =>
        placed.slice(0, index).filter((other) => overlap(one.block, other.block)).map((other) => ({
            code: "network.overlap",
            path: one.path === "cidrBlock" ? other.path : one.path,
            message: `${one.block.text} of ${one.zone} and ${other.block.text} of ${other.zone} overlap`,
            hint: "give the two subnets blocks that share no address",
        }))
    );
}

/** The subnets with fewer addresses than interface endpoints, each of which needs one. */
export function fullSubnets(subnets: PlannedSubnet[], endpoints: { zones: string[] }[]): Problem[] {
    return subnets.flatMap(({ zone, cidrBlock, usableAddresses }) => {
        const wanted = endpoints.filter(({ zones }) => zones.includes(zone)).length;
        if (wanted <= usableAddresses) return [];
        const message = `the subnet of ${zone}, ${cidrBlock}, has ${usableAddresses} addresses for ${wanted} endpoints`;
        const hint = "choose a larger range, or leave the zone out of endpointZones";
        return [{ code: "network.subnet-full", path: "cidrBlock", message, hint }];
    });
}
