import { type RouteTargetField, routeTargets } from "../../components/plan/network/routeTargets";
import { isUnknown, unknown } from "../../components/plan/policies/iam/truth";
import { given, type Maybe } from "../model/maybe";
import type { Route, RouteTable, RouteTarget, Vpc } from "../model/vpcModel";
import { resourceTypes as types } from "./resourceTypes";
import { inside, type Path } from "./resourceValues";
import { mainTableOf, required } from "./resourceVpcs";
import type { StackResource, StackResources } from "./stackResources";

/** The types of resources that routes lead to, by the property that names them; other targets are no resources of a stack. */
const targetTypes: { [field in RouteTargetField]?: readonly string[] } = {
    natGatewayId: types.natGateway,
    transitGatewayId: types.transitGateway,
    vpcPeeringConnectionId: types.peering,
    egressOnlyGatewayId: types.egressOnlyGateway,
    carrierGatewayId: types.carrierGateway,
    vpcEndpointId: types.endpoint,
};

/** The route tables of a stack, and the main ones that AWS creates, each with its local route. */
export function routeTablesIn(
    stack: StackResources,
    vpcs: Vpc[],
    gateways: { table: string; route: Route }[],
): RouteTable[] {
    const separate = stack.of(...types.route).map((one) => ({
        table: stack.reference(types.routeTable, one, "routeTableId"),
        route: routeAt(stack, one, []),
    }));
    const byTable = new Map<string, Route[]>();
    for (const { table, route } of [...separate, ...gateways]) {
        if (typeof table !== "string") continue;
        byTable.set(table, [...byTable.get(table) ?? [], route]);
    }
    const open = separate.filter(({ table }) => isUnknown(table)).map(({ table, route }): Route => ({
        ...route,
        destination: table as { unknown: string[] },
    }));
    const own = stack.of(...types.routeTable).map((table): RouteTable => {
        const id = stack.idOf(table);
        const vpc = table.type === types.defaultRouteTable[0]
            ? stack.reference(types.vpc, table, "defaultRouteTableId")
            : stack.reference(types.vpc, table, "vpcId");
        const inline = stack.items(table, "routes");
        const routes = given(inline, (items) => items.map((_, at) => routeAt(stack, table, ["routes", at])));
        return {
            id,
            name: table.name,
            vpc: required(vpc, `vpcId of ${table.name}`),
            routes: given(routes, (all) => [...localRoutes(vpcs, vpc), ...all, ...byTable.get(id) ?? [], ...open]),
        };
    });
    const mains = vpcs.map(({ id }): RouteTable => ({ id: mainTableOf(id), vpc: id, routes: localRoutes(vpcs, id) }));
    return [...own, ...mains];
}

function localRoutes(vpcs: Vpc[], id: Maybe<string | undefined>): Route[] {
    const local: RouteTarget = { kind: "local", id: "" };
    const vpc = vpcs.find((one) => one.id === id);
    const blocks = vpc?.cidrBlocks ?? unknown("the CIDR blocks of a VPC that is not in the stack");
    if (isUnknown(blocks)) return [{ destination: blocks, target: local }];
    return blocks.map((cidr) => ({ destination: { cidr }, target: local }));
}

/** A route that is a resource, or an item of a route table. */
function routeAt(stack: StackResources, of: StackResource, path: Path | readonly []): Route {
    const at = inside(path);
    const [block, cidr] = [stack.text(of, ...at("destinationCidrBlock")), stack.text(of, ...at("cidrBlock"))];
    const ipv6 = [stack.text(of, ...at("destinationIpv6CidrBlock")), stack.text(of, ...at("ipv6CidrBlock"))];
    const [to = unknown(`the destination of a route of ${of.name}`)] = [block, cidr, ...ipv6].filter((one) =>
        one !== undefined
    );
    const list = stack.reference([...types.endpoint, ...types.prefixList], of, ...at("destinationPrefixListId"));
    return {
        destination: list !== undefined
            ? given(list as Maybe<string>, (prefixList) => ({ prefixList }))
            : given(to, (one) => ({ cidr: one })),
        target: targetAt(stack, of, at),
    };
}

function targetAt(stack: StackResources, of: StackResource, at: (property: string) => Path): Maybe<RouteTarget> {
    const gatewayTypes = [...types.internetGateway, ...types.vpnGateway];
    const gateway = stack.reference(gatewayTypes, of, ...at("gatewayId"));
    if (gateway !== undefined) {
        return given(gateway as Maybe<string>, (id) => {
            const found = stack.of(...gatewayTypes).find((one) => stack.idOf(one) === id);
            const isVpn = found ? found.type === types.vpnGateway[0] : id.startsWith("vgw-");
            if (id === "local") return { kind: "local", id: "" };
            return { kind: isVpn ? "virtual private gateway" : "internet gateway", id };
        });
    }
    for (const [field, kind] of Object.entries(routeTargets)) {
        const id = stack.reference(targetTypes[field as RouteTargetField] ?? [], of, ...at(field));
        if (id !== undefined) return given(id as Maybe<string>, (known) => ({ kind, id: known }));
    }
    return unknown(`the target of a route of ${of.name}`);
}
