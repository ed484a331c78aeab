import type { Known } from "../../args/contract";
import type { PrivateVpcArgs } from "../../args/privateVpcArgs";
import type { Problem } from "../problem";
import { checkBlock, placeSubnets, type PlannedSubnet } from "./placeSubnets";
import type { Zone } from "./zones";

/** The options that decide a VPC's addresses. */
export type NetworkRequest = Pick<Known<PrivateVpcArgs>, "cidrBlock" | "subnetCidrBlocks">;

/** The subnet of each zone, or the problems with the addresses. Pass no zones if they are unknown. */
export function planSubnets(request: NetworkRequest, zones: Zone[]): { subnets: PlannedSubnet[]; problems: Problem[] } {
    const { block, problems } = checkBlock("cidrBlock", request.cidrBlock, true);
    const paths = { rangePath: "cidrBlock", subnetsPath: "subnetCidrBlocks", zonesPath: "availabilityZones" };
    const placed = placeSubnets({ block, given: request.subnetCidrBlocks ?? {}, zones, paths });
    return { subnets: placed.subnets, problems: [...problems, ...placed.problems] };
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
