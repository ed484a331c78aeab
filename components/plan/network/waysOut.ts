import { type RouteTargetField, routeTargets } from "./routeTargets";

/** A route, as AWS reports it. A user's mocks may omit fields. */
export type FoundRoute = { [field in RouteTargetField]?: string } & {
    gatewayId?: string;
    cidrBlock?: string;
    ipv6CidrBlock?: string;
    destinationPrefixListId?: string;
};

/** A way out of an existing VPC that its endpoints do not control. */
export interface WayOut {
    /** What it is, e.g. `NAT gateway`. */
    kind: string;
    /** Its ID or ARN. */
    id: string;
    /** The route tables with a route to it; empty if it is attached to the VPC without a route. */
    routeTableIds: string[];
    /** The subnets that use these route tables. */
    subnetIds: string[];
    /** The destinations of the routes, e.g. `0.0.0.0/0`. */
    destinations: string[];
}

/** A gateway or connection that is attached to a VPC, which a new route could use. */
export type Attached = Pick<WayOut, "kind" | "id">;

interface Network {
    mainRouteTableId: string;
    subnets: { id: string }[];
    routeTables: { id: string; subnetIds: string[]; routes?: FoundRoute[] }[];
}

/**
 * Every way out of a VPC that a route leads to, or that is attached to it, sorted by kind and ID: internet and egress-only
 * internet gateways, NAT gateways, attachments, peering connections, appliances.
 */
export function waysOut({ mainRouteTableId, subnets, routeTables }: Network, attached: Attached[] = []): WayOut[] {
    const associated = routeTables.flatMap(({ subnetIds }) => subnetIds);
    const found = new Map<string, WayOut>();
    for (const { id, subnetIds, routes = [] } of routeTables) {
        const implicit = subnets.map((subnet) => subnet.id).filter((subnet) => !associated.includes(subnet));
        const users = id === mainRouteTableId ? [...subnetIds, ...implicit] : subnetIds;
        for (const route of routes) {
            const target = targetOf(route);
            if (!target) continue;
            const before = found.get(target.id);
            const destination = route.cidrBlock || route.ipv6CidrBlock || route.destinationPrefixListId || "";
            found.set(target.id, {
                ...target,
                routeTableIds: sorted([...before?.routeTableIds ?? [], id]),
                subnetIds: sorted([...before?.subnetIds ?? [], ...users]),
                destinations: sorted([...before?.destinations ?? [], destination].filter(Boolean)),
            });
        }
    }
    for (const one of attached) {
        if (!found.has(one.id)) found.set(one.id, { ...one, routeTableIds: [], subnetIds: [], destinations: [] });
    }
    return [...found.values()].sort((a, b) => (`${a.kind} ${a.id}` < `${b.kind} ${b.id}` ? -1 : 1));
}

/** The ways out of a VPC in a few lines, for the output of `pulumi preview` and `pulumi up`. */
export function describeWaysOut(vpcId: string, found: WayOut[]): string {
    const lines = found.map(({ kind, id, routeTableIds, subnetIds, destinations }) => {
        if (routeTableIds.length === 0) return `  ${kind} ${id}: attached, but no route leads to it`;
        const users = subnetIds.length === 0 ? "no subnet" : subnetIds.join(", ");
        return `  ${kind} ${id}: to ${destinations.join(", ")} from ${users} (${routeTableIds.join(", ")})`;
    });
    return [`${vpcId} also has these ways out, which its endpoints do not control:`, ...lines].join("\n");
}

/** What a route leads to; undefined if it stays in the VPC or leads to a gateway endpoint. */
function targetOf(route: FoundRoute): Attached | undefined {
    const { gatewayId = "" } = route;
    if (gatewayId.startsWith("igw-")) return { kind: "internet gateway", id: gatewayId };
    if (gatewayId.startsWith("vgw-")) return { kind: "virtual private gateway", id: gatewayId };
    const fields = Object.keys(routeTargets) as RouteTargetField[];
    const field = fields.find((one) => route[one]);
    return field && { kind: routeTargets[field], id: route[field]! };
}

function sorted(values: string[]): string[] {
    return [...new Set(values)].sort();
}
