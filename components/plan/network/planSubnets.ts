import type { Known } from "../../args/contract";
import type { PrivateVpcArgs } from "../../args/privateVpcArgs";
import type { Problem } from "../problem";
import { checkBlock, placeSubnets, type PlannedSubnet } from "./placeSubnets";
import { checkPoolId } from "./resourceIds";
import { blockLimits, smallestSplit } from "./subnetSlots";
import type { Zone } from "./zones";

/** The options that decide a VPC's addresses. */
export type NetworkRequest = Pick<Known<PrivateVpcArgs>, "cidrBlock" | "ipam" | "subnetCidrBlocks">;

/** The subnet of each zone, or the problems with the addresses. Pass no zones if they are unknown. */
export function planSubnets(request: NetworkRequest, zones: Zone[]): { subnets: PlannedSubnet[]; problems: Problem[] } {
    const { cidrBlock, ipam, subnetCidrBlocks = {} } = request;
    const zonesPath = "availabilityZones";
    if (ipam) {
        const { netmaskLength, problems } = checkIpam(request, ipam);
        const paths = { rangePath: ipamLength, subnetsPath: "cidrBlock and subnetCidrBlocks", zonesPath };
        const placed = placeSubnets({ netmaskLength, given: {}, zones, paths });
        return { subnets: placed.subnets, problems: [...problems, ...placed.problems] };
    }
    // A missing block is reported as such when the arguments are read.
    const { block, problems } = cidrBlock === undefined ? { problems: [] } : checkBlock("cidrBlock", cidrBlock, true);
    const paths = { rangePath: "cidrBlock", subnetsPath: "subnetCidrBlocks", zonesPath };
    const placed = placeSubnets({ block, given: subnetCidrBlocks, zones, paths });
    return { subnets: placed.subnets, problems: [...problems, ...placed.problems] };
}

const ipamLength = "ipam.netmaskLength";

/** The prefix length of the block that IPAM allocates, and the problems with the request. */
function checkIpam(
    { cidrBlock, subnetCidrBlocks }: NetworkRequest,
    { poolId, netmaskLength }: NonNullable<NetworkRequest["ipam"]>,
): { netmaskLength?: number; problems: Problem[] } {
    const problems = checkPoolId("ipam.poolId", poolId);
    if (cidrBlock !== undefined) {
        const message = "cannot be combined with cidrBlock: IPAM chooses the VPC's block";
        problems.push({ code: "network.ipam-and-block", path: "ipam", message, hint: "remove one of the two" });
    }
    if (subnetCidrBlocks !== undefined && Object.keys(subnetCidrBlocks).length > 0) {
        const message = "cannot be combined with ipam: the VPC's block is known only after the deployment";
        const hint = "remove it, so that each subnet is its zone's eighth of the block";
        problems.push({ code: "network.ipam-and-block", path: "subnetCidrBlocks", message, hint });
    }
    const { largest, smallest } = blockLimits;
    if (Number.isInteger(netmaskLength) && netmaskLength >= largest && netmaskLength <= smallest) {
        return { netmaskLength, problems };
    }
    const message = `${netmaskLength} is not a prefix length that AWS allows, ${largest} to ${smallest}`;
    const hint = `write an integer from ${largest} to ${smallestSplit}, e.g. 20`;
    return { problems: [...problems, { code: "network.block-size", path: ipamLength, message, hint }] };
}

/** The subnets with fewer addresses than interface endpoints, each of which needs one. */
export function fullSubnets(
    { subnetCidrBlocks = {}, ipam }: NetworkRequest,
    subnets: PlannedSubnet[],
    endpoints: { zones: string[] }[],
): Problem[] {
    return subnets.flatMap(({ zone, cidrBlock, usableAddresses }) => {
        const wanted = endpoints.filter(({ zones }) => zones.includes(zone)).length;
        if (wanted <= usableAddresses) return [];
        const message = `the subnet in ${zone}${
            cidrBlock === null ? "" : `, ${cidrBlock},`
        } has ${usableAddresses} usable addresses, but ${wanted} interface endpoints need one each`;
        const hint = `choose a larger block, or list zones without ${zone} in endpointZones`;
        const whole = ipam ? ipamLength : "cidrBlock";
        const path = Object.hasOwn(subnetCidrBlocks, zone) ? `subnetCidrBlocks.${zone}` : whole;
        return [{ code: "network.subnet-full", path, message, hint }];
    });
}
