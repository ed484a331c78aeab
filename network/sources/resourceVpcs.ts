import { type RouteTargetField, routeTargets } from "../../components/plan/network/routeTargets";
import { isUnknown, unknown } from "../../components/plan/policies/iam/truth";
import { given, type Maybe } from "../model/maybe";
import type { NetworkAcl, Route, RouteTable, RouteTarget, Subnet, Vpc } from "../model/vpcModel";
import { aclOf, aclsIn } from "./resourceAcls";
import { resourceTypes as types } from "./resourceTypes";
import type { StackResource, StackResources } from "./stackResources";

/** The VPCs of a stack. */
export function vpcsIn(stack: StackResources): Vpc[] {
    return stack.of(...types.vpc).map((vpc) => {
        const secondary = stack.of(...types.secondaryBlock).filter((one) =>
            stack.reference(types.vpc, one, "vpcId") === stack.idOf(vpc)
        );
        const blocks = [vpc, ...secondary].map((one) => stack.text(one, "cidrBlock"));
        const late = blocks.find(isUnknown);
        return {
            id: stack.idOf(vpc),
            name: vpc.name,
            cidrBlocks: late ?? blocks.filter((one): one is string => typeof one === "string"),
            dnsSupport: stack.flag(vpc, true, "enableDnsSupport"),
            dnsHostnames: stack.flag(vpc, false, "enableDnsHostnames"),
        };
    });
}

/** The subnets of a stack, each with its route table and network ACL, or those that AWS creates with a VPC. */
export function subnetsIn(stack: StackResources): Subnet[] {
    return stack.of(...types.subnet).map((subnet) => {
        const vpc = required(stack.reference(types.vpc, subnet, "vpcId"), `vpcId of ${subnet.name}`);
        const zone = stack.text(subnet, "availabilityZone");
        return {
            id: stack.idOf(subnet),
            name: subnet.name,
            vpc,
            zone: required(zone, `availabilityZone of ${subnet.name}`),
            cidrBlock: required(stack.text(subnet, "cidrBlock"), `cidrBlock of ${subnet.name}`),
            routeTable: tableOf(stack, stack.idOf(subnet), vpc),
            networkAcl: aclOf(stack, stack.idOf(subnet), vpc),
            mapsPublicAddresses: stack.flag(subnet, false, "mapPublicIpOnLaunch"),
        };
    });
}

/** A value that the provider requires; unknown by its name if it is not set. */
export function required(value: Maybe<string | undefined>, name: string): Maybe<string> {
    return value === undefined ? unknown(name) : value as Maybe<string>;
}

/** The ID in the model of what AWS creates with a VPC. */
export const mainTableOf = (vpc: string) => `main route table of ${vpc}`;

function tableOf(stack: StackResources, subnet: string, vpc: Maybe<string>): Maybe<string> {
    const table = (one: StackResource) =>
        required(stack.reference(types.routeTable, one, "routeTableId"), `routeTableId of ${one.name}`);
    const associations = stack.of(...types.association).map((one) => ({
        one,
        subnet: stack.reference(types.subnet, one, "subnetId"),
    }));
    const own = associations.find((association) => association.subnet === subnet);
    if (own) return table(own.one);
    const open = associations.filter((association) => isUnknown(association.subnet));
    if (open.length > 0) return { unknown: open.flatMap(({ subnet: of }) => (of as { unknown: string[] }).unknown) };
    return given(vpc, (id): Maybe<string> => {
        const main = stack.of(...types.mainAssociation).find((one) => stack.reference(types.vpc, one, "vpcId") === id);
        if (main) return table(main);
        const adopted = stack.of(...types.defaultRouteTable).find((one) =>
            stack.reference(types.vpc, one, "defaultRouteTableId") === id
        );
        if (adopted) return stack.idOf(adopted);
        return stack.of(...types.vpc).some((one) => stack.idOf(one) === id)
            ? mainTableOf(id)
            : unknown(`the main route table of VPC ${id}, which is not in the stack`);
    });
}

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
function routeAt(stack: StackResources, of: StackResource, path: (string | number)[]): Route {
    const at = (property: string) => [...path, property] as unknown as [string];
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

function targetAt(stack: StackResources, of: StackResource, at: (property: string) => [string]): Maybe<RouteTarget> {
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

/** The network ACLs of a stack, and the default ones that AWS creates. */
export function networkAclsIn(stack: StackResources, vpcs: Vpc[]): NetworkAcl[] {
    return aclsIn(stack, vpcs.map(({ id }) => id));
}
