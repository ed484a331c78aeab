import type { Problem } from "../problem";
import { chooseSubnets, givenSubnets } from "./chooseSubnets";
import type { FoundSubnet, FoundVpc, Place, PlacementOverride } from "./foundVpc";
import { parseZone } from "./zones";

/**
 * The placement of endpoints in a VPC: in each zone the private subnet with the lowest address, and the route tables of
 * all private subnets. The same VPC always gives the same placement.
 *
 * @param foreignSubnets subnets of other VPCs that the caller lists
 */
export function placeEndpoints(
    vpc: FoundVpc,
    override: PlacementOverride,
    accountId: string,
    foreignSubnets: FoundSubnet[] = [],
) {
    const problems = [...wrongOwner(vpc, accountId), ...wrongDns(vpc)];
    const tableOf = ({ id }: FoundSubnet) =>
        vpc.routeTables.find(({ subnetIds }) => subnetIds.includes(id))
            ?? vpc.routeTables.find((table) => table.id === vpc.mainRouteTableId);
    const usable = vpc.subnets.filter((subnet) => subnet.cidrBlock !== "" && parseZone(subnet.availabilityZone));
    const isolated = usable.filter((subnet) => tableOf(subnet)?.isPublic !== true);

    const chosen = override.subnetIds
        ? givenSubnets(vpc, override.subnetIds, foreignSubnets)
        : chooseSubnets(vpc, isolated, override.availabilityZones);
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

function wrongDns({ id, enableDnsSupport, enableDnsHostnames }: FoundVpc): Problem[] {
    const off = [
        ...(enableDnsSupport ? [] : [{ name: "DNS support", option: "--enable-dns-support" }]),
        ...(enableDnsHostnames ? [] : [{ name: "DNS hostnames", option: "--enable-dns-hostnames" }]),
    ];
    if (off.length === 0) return [];
    const commands = off.map(({ option }) => `aws ec2 modify-vpc-attribute --vpc-id ${id} ${option}`);
    const message = `${id} has ${off.map(({ name }) => name).join(" and ")} disabled, so private DNS would not work`;
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
