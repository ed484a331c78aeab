import type { Inventory } from "../../inventory/readInventory";
import { type Candidate, type Kept, kept } from "./adoptable";

/** Where the endpoints of one component are: one subnet in each zone, and the route tables of all gateway endpoints. */
export interface Placement {
    subnetIds: { [zone: string]: string };
    routeTableIds: string[];
}

/** The endpoints that one component can place, and the others with the reason. */
export interface PlacedTogether {
    place: Placement;
    placed: Candidate[];
    others: Kept[];
}

/**
 * A component has one subnet in each zone and one list of route tables, so endpoints that are elsewhere cannot be in it. The
 * placement that most endpoints have is chosen.
 */
export function placedTogether(
    candidates: Candidate[],
    { subnets, routeTables }: Pick<Inventory, "subnets" | "routeTables">,
): PlacedTogether {
    const zoneOf = new Map(subnets.map(({ SubnetId, AvailabilityZone }) => [SubnetId, AvailabilityZone]));
    const interfaces = candidates.filter(({ endpoint }) => endpoint.VpcEndpointType === "Interface");
    const gateways = candidates.filter((one) => !interfaces.includes(one));
    const used = interfaces.flatMap(({ endpoint }) => endpoint.SubnetIds);
    const zones = [...new Set(used.flatMap((id) => zoneOf.get(id) ?? []))].sort();
    const inZones = Object.fromEntries(
        zones.map((zone) => [zone, mostFrequent(used.filter((id) => zoneOf.get(id) === zone))]),
    );
    const tables = mostFrequent(gateways.map(({ endpoint }) => listed(endpoint.RouteTableIds)));
    const reason = ({ endpoint: { VpcEndpointType: type, SubnetIds, RouteTableIds } }: Candidate) => {
        if (type === "Gateway") {
            if (listed(RouteTableIds) === tables) return undefined;
            return `it has the route tables ${
                listed(RouteTableIds)
            }, and the gateway endpoints of a component have the same: ${tables}`;
        }
        const other = SubnetIds.find((id) => inZones[zoneOf.get(id) ?? ""] !== id);
        if (other === undefined) return undefined;
        const zone = zoneOf.get(other);
        return zone === undefined
            ? `its subnet ${other} is not among the subnets of the VPC`
            : `it is in ${other} of ${zone}, and a component has one subnet in each zone: ${inZones[zone]}`;
    };
    const placed = candidates.filter((one) => reason(one) === undefined);
    const others = candidates.filter((one) => !placed.includes(one)).map((one) => kept(one, reason(one)!));
    const subnetIds = zones.length > 0 ? inZones : oneInEachZone(subnets);
    const routeTableIds = tables === undefined ? tablesOf(Object.values(subnetIds), routeTables) : tables.split(", ");
    return { place: { subnetIds, routeTableIds }, placed, others };
}

function listed(ids: string[]): string {
    return [...ids].sort().join(", ");
}

/** The most frequent item; of several, the first in alphabetical order. */
function mostFrequent<T extends string>(items: T[]): T {
    const times = (item: T) => items.filter((other) => other === item).length;
    return [...items].sort((a, b) => times(b) - times(a) || (a < b ? -1 : 1))[0]!;
}

/** Subnets for interface endpoints that are added later: the first one of each zone. */
function oneInEachZone(subnets: Inventory["subnets"]): { [zone: string]: string } {
    const sorted = [...subnets].sort((a, b) => (a.SubnetId < b.SubnetId ? 1 : -1));
    const found = Object.fromEntries(sorted.map(({ SubnetId, AvailabilityZone }) => [AvailabilityZone, SubnetId]));
    return Object.fromEntries(Object.entries(found).sort());
}

/** Route tables for gateway endpoints that are added later: those that the subnets use. */
function tablesOf(subnetIds: string[], routeTables: Inventory["routeTables"]): string[] {
    const tableOf = (subnet: string) =>
        routeTables.find(({ Associations }) => Associations.some((one) => one.SubnetId === subnet))
            ?? routeTables.find(({ Associations }) => Associations.some(({ Main }) => Main));
    return [...new Set(subnetIds.flatMap((id) => tableOf(id)?.RouteTableId ?? []))].sort();
}
