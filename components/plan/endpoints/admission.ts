import type { Problem } from "../problem";
import type { EndpointOverride } from "./endpointOverrides";

/** The VPC's primary CIDR block, as a source of traffic. */
export const vpcRange = "vpc";
/** The security group of every interface endpoint without its own options. */
export const sharedGroup = "endpoints";
/** The name used for the caller's own security groups. */
export const givenGroups = "given";

/** Who may connect to an interface endpoint, and the security group that allows it. */
export interface Admission {
    /** `endpoints` for the shared group, the endpoint's name for its own group, `given` for the caller's groups. */
    securityGroup: string;
    /** `vpc` or IPv4 CIDR blocks; empty if the caller's groups decide. */
    sources: string[];
}

/** The CIDR blocks of a VPC, all of which may contain clients. */
export interface VpcRanges {
    /** The primary block, `vpc` among the sources. A value that is not a string is known only during a deployment. */
    vpcCidrBlock?: unknown;
    /** The secondary blocks. */
    secondaryCidrBlocks?: string[];
}

/** The options that decide who may connect. */
type AdmissionOverride = Pick<EndpointOverride, "allowedCidrBlocks" | "securityGroupIds">;

/** The admission to an endpoint. It gets its own group if it allows more than the VPC, so that no other endpoint is opened. */
export function admission(
    name: string,
    { allowedCidrBlocks, reachableFrom = [], securityGroupIds }:
        & AdmissionOverride
        & Pick<EndpointOverride, "reachableFrom">,
    { vpcCidrBlock, secondaryCidrBlocks = [] }: VpcRanges = {},
): Admission {
    if (securityGroupIds) return { securityGroup: givenGroups, sources: [] };
    const own = allowedCidrBlocks !== undefined || reachableFrom.length > 0;
    const ranges = [...allowedCidrBlocks ?? [vpcRange, ...secondaryCidrBlocks], ...reachableFrom];
    const sources = new Set(ranges.map((range) => (range === vpcCidrBlock ? vpcRange : range)));
    return { securityGroup: own ? name : sharedGroup, sources: [...sources].sort() };
}

/** Problems with who may connect to an interface endpoint. */
export function checkAdmission(
    path: string,
    override: AdmissionOverride,
): Problem[] {
    const problems: Problem[] = [];
    if (override.allowedCidrBlocks?.length === 0) {
        const hint = "list at least one CIDR block, or remove it to allow the VPC's CIDR blocks";
        const message = "is empty, so nothing could connect";
        problems.push({ code: "list.empty", path: `${path}.allowedCidrBlocks`, message, hint });
    }
    if (override.securityGroupIds?.length === 0) {
        const hint = "list at least one, or remove it to use the endpoints' own security group";
        const message = "is empty";
        problems.push({ code: "list.empty", path: `${path}.securityGroupIds`, message, hint });
    }
    if (override.securityGroupIds && override.allowedCidrBlocks) {
        problems.push({
            code: "endpoints.groups-and-ranges",
            path: `${path}.allowedCidrBlocks`,
            message: "cannot be combined with securityGroupIds, which already control access",
            hint: "remove one of the two",
        });
    }
    return problems;
}
