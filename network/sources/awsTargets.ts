import { type RouteTargetField, routeTargets } from "../../components/plan/network/routeTargets";
import type { Inventory } from "../../inventory/readInventory";
import type { Route, RouteTarget, TargetKind } from "../model/vpcModel";

type AwsRoute = Inventory["routeTables"][number]["Routes"][number];

/** The fields of a route that name its target where AWS spells them differently from the provider. */
const renamed: { [field in RouteTargetField]?: string } = {
    egressOnlyGatewayId: "EgressOnlyInternetGatewayId",
};

/** The fields of a route that name its target, and what kind that is. */
const targetFields = Object.entries(routeTargets).map(([field, kind]) => ({
    field: (renamed[field as RouteTargetField] ?? `${field[0]!.toUpperCase()}${field.slice(1)}`) as keyof AwsRoute,
    kind,
}));

/** The kinds of target that `GatewayId` may name, by the prefix of their IDs. */
const gatewayPrefixes: { [prefix: string]: TargetKind } = {
    local: "local",
    igw: "internet gateway",
    vgw: "virtual private gateway",
};

/** What a route leads to. `vpce-` is a gateway endpoint, or a Gateway Load Balancer endpoint. */
export function targetOf(route: AwsRoute, isGatewayEndpoint: (id: string) => boolean): RouteTarget {
    const { GatewayId } = route;
    if (GatewayId) {
        const kind = gatewayPrefixes[GatewayId.split("-")[0]!]
            ?? (GatewayId.startsWith("vpce-")
                ? isGatewayEndpoint(GatewayId) ? "gateway endpoint" : "Gateway Load Balancer endpoint"
                : "other target");
        return { kind, id: kind === "local" ? "" : GatewayId };
    }
    for (const { field, kind } of targetFields) {
        const id = route[field];
        if (id) return { kind, id };
    }
    return { kind: "other target", id: "" };
}

/** A route in the model; undefined for a destination that is not an address, e.g. none. */
export function routeOf(route: AwsRoute, isGatewayEndpoint: (id: string) => boolean): Route[] {
    const { DestinationCidrBlock, DestinationIpv6CidrBlock, DestinationPrefixListId, Origin, State } = route;
    const cidr = DestinationCidrBlock ?? DestinationIpv6CidrBlock;
    const destination = cidr ? { cidr } : DestinationPrefixListId ? { prefixList: DestinationPrefixListId } : undefined;
    if (!destination) return [];
    return [{
        destination,
        target: targetOf(route, isGatewayEndpoint),
        ...(State === "blackhole" && { blackhole: true }),
        ...(Origin === "EnableVgwRoutePropagation" && { propagated: true }),
    }];
}
