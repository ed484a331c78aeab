import type { SecondaryCidrBlockArgs } from "../../args/secondaryCidrBlockArgs";
import { exceeding, type RaisedQuotas } from "../checkQuotas";
import { quotas } from "../facts/quotas";
import type { Problem } from "../problem";
import { type Block, parseBlock } from "./cidr";
import { conflicts, inOrderOfAssociation } from "./combinedRanges";
import { checkBlock, placeSubnets, type PlannedSubnet } from "./placeSubnets";
import type { Zone } from "./zones";

/** A secondary CIDR block of a VPC to create, with its subnets. */
export interface PlannedSecondaryRange {
    /** The IPv4 CIDR block, e.g. `100.64.0.0/16`. */
    cidrBlock: string;
    /** One subnet for each of its zones. Interface endpoints are not among what is in them. */
    subnets: PlannedSubnet[];
}

interface Requested {
    path: string;
    block?: Block;
    subnets: PlannedSubnet[];
    problems: Problem[];
}

/**
 * The secondary ranges of a VPC, in the order in which AWS associates them, or the problems with them.
 *
 * @param primary the VPC's first block, if it is known
 * @param zones the VPC's zones; none if they are unknown
 */
export function planSecondaryRanges(
    requests: SecondaryCidrBlockArgs[],
    primary: string | undefined,
    zones: Zone[],
    raised: RaisedQuotas = {},
): { ranges: PlannedSecondaryRange[]; problems: Problem[] } {
    const requested = requests.map((request, index) => planRange(request, `secondaryCidrBlocks[${index}]`, zones));
    const sound = requested.flatMap(({ path, block, subnets }) => (block ? [{ path, block, subnets }] : []));
    const ordered = inOrderOfAssociation(sound);
    const first = primary === undefined ? undefined : parseBlock(primary);
    const limits = { ...quotas, ...raised };
    const blocks = requests.length > 0 ? requests.length + 1 : 0;
    const problems = [
        ...requested.flatMap((one) => one.problems),
        ...conflicts(first && "block" in first ? { path: "cidrBlock", block: first.block } : undefined, ordered),
        ...exceeding("quota.cidrs-per-vpc", "secondaryCidrBlocks", "IPv4 CIDR blocks in one VPC", blocks, limits),
    ];
    return { ranges: ordered.map(({ block, subnets }) => ({ cidrBlock: block.text, subnets })), problems };
}

function planRange(
    { cidrBlock, availabilityZones, subnetCidrBlocks = {} }: SecondaryCidrBlockArgs,
    path: string,
    zones: Zone[],
): Requested {
    const rangePath = `${path}.cidrBlock`;
    const { block, problems } = checkBlock(rangePath, cidrBlock, true);
    const names = zones.map(({ name }) => name);
    const unknown = (availabilityZones ?? []).flatMap((zone, index): Problem[] => {
        const at = `${path}.availabilityZones[${index}]`;
        if (availabilityZones!.indexOf(zone) !== index) {
            const message = `${zone} is listed twice`;
            return [{ code: "if.subnet-per-az", path: at, message, hint: "list each zone once" }];
        }
        if (zones.length === 0 || names.includes(zone)) return [];
        const hint = `use a zone of the VPC: ${names.join(", ")}`;
        return [{ code: "zones.not-in-vpc", path: at, message: `${zone} is not a zone of the VPC`, hint }];
    });
    const here = availabilityZones ? zones.filter(({ name }) => availabilityZones.includes(name)) : zones;
    const subnetsPath = `${path}.subnetCidrBlocks`;
    const zonesPath = availabilityZones ? `${path}.availabilityZones` : "availabilityZones";
    const placed = placeSubnets({
        block,
        given: subnetCidrBlocks,
        zones: here,
        paths: { rangePath, subnetsPath, zonesPath },
    });
    return { path: rangePath, block, subnets: placed.subnets, problems: [...problems, ...unknown, ...placed.problems] };
}
