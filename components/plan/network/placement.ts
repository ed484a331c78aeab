import { hasPrivateDns, type PlannedEndpoint } from "../kinds/endpointKinds";
import type { Problem } from "../problem";
import { chooseSubnets, givenSubnets } from "./chooseSubnets";
import type { FoundSubnet, FoundVpc, Place, PlacementOverride } from "./foundVpc";
import { parseZone } from "./zones";

/**
 * The placement of endpoints in a VPC: a private subnet in each zone, and the route tables of all private subnets. The
 * same VPC and state always give the same placement.
 *
 * @param foreignSubnets subnets of other VPCs that the caller lists
 * @param subnetsInState the subnets with endpoints of this stack; undefined if its state cannot be read
 */
export function placeEndpoints(
    vpc: FoundVpc,
    override: PlacementOverride,
    accountId: string,
    foreignSubnets: FoundSubnet[] = [],
    subnetsInState?: ReadonlySet<string>,
) {
    const problems = wrongOwner(vpc, accountId);
    const tableOf = ({ id }: FoundSubnet) =>
        vpc.routeTables.find(({ subnetIds }) => subnetIds.includes(id))
            ?? vpc.routeTables.find((table) => table.id === vpc.mainRouteTableId);
    // Gateway endpoints also serve private subnets in Local Zones, and those with IPv6 addresses only.
    const isolated = vpc.subnets.filter((subnet) => tableOf(subnet)?.isPublic !== true);
    const usable = isolated.filter((subnet) => subnet.cidrBlock !== "" && parseZone(subnet.availabilityZone));

    const chosen = override.subnetIds
        ? givenSubnets(vpc, override.subnetIds, foreignSubnets)
        : chooseSubnets(vpc, usable, override.availabilityZones, subnetsInState);
    const tables = override.routeTableIds
        ? givenTables(vpc, override.routeTableIds)
        : { ids: [...isolated, ...chosen.subnets].flatMap((subnet) => tableOf(subnet)?.id ?? []), problems: [] };
    problems.push(...chosen.problems, ...tables.problems);
    if (problems.length > 0) return { problems };
    const place: Place = {
        subnetIds: Object.fromEntries(chosen.subnets.map(({ availabilityZone, id }) => [availabilityZone, id])),
        routeTableIds: [...new Set(tables.ids)].sort(),
    };
    return { place, problems };
}

function wrongOwner({ id, ownerId }: FoundVpc, accountId: string): Problem[] {
    if (ownerId === accountId) return [];
    const message = `${id} is shared by account ${ownerId}; only that account can create endpoints in it`;
    const hint = `deploy with an AWS provider for account ${ownerId}`;
    return [{ code: "if.shared-subnet", path: "vpcId", message, hint }];
}

/** The problem of DNS attributes: endpoints need DNS support, and those with private DNS also DNS hostnames. */
export function wrongDns(
    { id, enableDnsSupport, enableDnsHostnames }: FoundVpc,
    endpoints: PlannedEndpoint[],
): Problem[] {
    const isUsed = endpoints.some((endpoint) => hasPrivateDns(endpoint) && endpoint.privateDns);
    const off = [
        ...(enableDnsSupport ? [] : [{ name: "DNS support", option: "--enable-dns-support" }]),
        ...(enableDnsHostnames || !isUsed ? [] : [{ name: "DNS hostnames", option: "--enable-dns-hostnames" }]),
    ];
    if (off.length === 0) return [];
    const commands = off.map(({ option }) => `aws ec2 modify-vpc-attribute --vpc-id ${id} ${option}`);
    const message = `${id} has ${off.map(({ name }) => name).join(" and ")} disabled, so ${
        isUsed ? "private DNS" : "the names of services"
    } would not work`;
    return [{ code: "if.private-dns-attrs", path: "vpcId", message, hint: `turn it on: ${commands.join(" && ")}` }];
}

function givenTables({ id, routeTables }: FoundVpc, ids: string[]) {
    const problems = ids.flatMap((table, index): Problem[] => {
        if (routeTables.some((one) => one.id === table)) return [];
        const message = `${table} is not a route table of ${id}`;
        const hint = `use one of ${routeTables.map((one) => one.id).sort().join(", ")}`;
        return [{ code: "vpc.other-route-table", path: `routeTableIds[${index}]`, message, hint }];
    });
    return { ids, problems };
}
