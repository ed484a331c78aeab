import type { Problem } from "../problem";

/** A subnet of an awsx VPC. */
export interface AwsxSubnetFacts {
    id: string;
    availabilityZone: string;
}

/** The properties of an awsx VPC, once known. */
export interface AwsxFacts {
    subnets: AwsxSubnetFacts[];
    isolatedSubnetIds: string[];
    privateSubnetIds: string[];
}

/** The subnets for endpoints: the isolated ones, or the private ones if there are no isolated ones. */
export function inwardSubnets({ subnets, isolatedSubnetIds, privateSubnetIds }: AwsxFacts): AwsxSubnetFacts[] {
    const ids = isolatedSubnetIds.length > 0 ? isolatedSubnetIds : privateSubnetIds;
    return subnets.filter(({ id }) => ids.includes(id));
}

/** The subnet of a zone (the first one if there are several), or the problems. */
export function subnetIn(zone: string, facts: AwsxFacts): { id?: string; problems: Problem[] } {
    const subnets = inwardSubnets(facts);
    const zones = [...new Set(subnets.map(({ availabilityZone }) => availabilityZone))].sort();
    const subnet = subnets.find(({ availabilityZone }) => availabilityZone === zone);
    if (subnet) return { id: subnet.id, problems: [] };
    if (zones.length === 0) {
        const message = "the awsx VPC has neither isolated nor private subnets";
        const hint = `set subnetSpecs: [{ type: "Isolated" }] and natGateways: { strategy: "None" }`;
        return { problems: [{ code: "vpc.no-private-subnet", path: "vpc", message, hint }] };
    }
    const message = `the awsx VPC has no isolated or private subnet in ${zone}`;
    const hint = `use the zones of its subnets: ${zones.join(", ")}`;
    return { problems: [{ code: "vpc.no-private-subnet", path: "zones", message, hint }] };
}

/** Problems with the DNS attributes of an awsx VPC, which enables hostnames only on request. */
export function checkAwsxDns(support: boolean | undefined, hostnames: boolean | undefined): Problem[] {
    if (support !== false && hostnames !== false) return [];
    const message = "DNS support or DNS hostnames are disabled in the awsx VPC, so private DNS would not work";
    const hint = "set enableDnsSupport: true and enableDnsHostnames: true";
    return [{ code: "if.private-dns-attrs", path: "vpc", message, hint }];
}
