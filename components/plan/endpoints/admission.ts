import type { Problem } from "../problem";
import type { EndpointOverride } from "./endpointOverrides";

/** The VPC's primary range, as a source of traffic. */
export const vpcRange = "vpc";
/** The group of every interface endpoint that asks for nothing else. */
export const sharedGroup = "endpoints";
/** Stands for groups that the caller gives. */
export const givenGroups = "given";

/** Who may connect to an interface endpoint, and the security group that lets them. */
export interface Admission {
    /** `endpoints` for the shared group, the endpoint's name for a group of its own, `given` for the caller's. */
    securityGroup: string;
    /** `vpc` or IPv4 blocks; none where the caller's groups decide. */
    sources: string[];
}

/** The ranges of a VPC, all of which may have clients. */
export interface VpcRanges {
    /** The primary one; anything but text is known only in a deployment. It is `vpc` among sources. */
    vpcCidrBlock?: unknown;
    /** The others. */
    secondaryCidrBlocks?: string[];
}

/** The admission to an endpoint: a group of its own as soon as it lets in anybody but the VPC, so that it opens no other. */
export function admission(
    name: string,
    { allowedCidrBlocks, reachableFrom = [], securityGroupIds }: EndpointOverride,
    { vpcCidrBlock, secondaryCidrBlocks = [] }: VpcRanges = {},
): Admission {
    if (securityGroupIds) return { securityGroup: givenGroups, sources: [] };
    const own = allowedCidrBlocks !== undefined || reachableFrom.length > 0;
    const ranges = [...allowedCidrBlocks ?? [vpcRange, ...secondaryCidrBlocks], ...reachableFrom];
    const sources = new Set(ranges.map((range) => (range === vpcCidrBlock ? vpcRange : range)));
    return { securityGroup: own ? name : sharedGroup, sources: [...sources].sort() };
}

/** What is wrong with who is let in to an interface endpoint. */
export function checkAdmission(
    path: string,
    override: Pick<EndpointOverride, "allowedCidrBlocks" | "securityGroupIds">,
): Problem[] {
    const problems: Problem[] = [];
    if (override.allowedCidrBlocks?.length === 0) {
        const hint = "name at least one range, or leave it out for the VPC's";
        const message = "names no range, so nobody could connect";
        problems.push({ code: "list.empty", path: `${path}.allowedCidrBlocks`, message, hint });
    }
    if (override.securityGroupIds?.length === 0) {
        const hint = "name at least one, or leave it out for the endpoints' own group";
        const message = "names no security group";
        problems.push({ code: "list.empty", path: `${path}.securityGroupIds`, message, hint });
    }
    if (override.securityGroupIds && override.allowedCidrBlocks) {
        problems.push({
            code: "endpoints.groups-and-ranges",
            path: `${path}.allowedCidrBlocks`,
            message: "the groups in securityGroupIds already decide who is let in",
            hint: "leave out one of the two",
        });
    }
    return problems;
}
