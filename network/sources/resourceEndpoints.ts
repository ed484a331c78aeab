import { isUnknown, unknown } from "../../components/plan/policies/iam/truth";
import type { Endpoint } from "../model/accessModel";
import { given, type Maybe } from "../model/maybe";
import { hostsOf, portsOf } from "../model/serviceHosts";
import type { PrefixList, Route } from "../model/vpcModel";
import { serviceIn } from "./inventoryEndpoints";
import { resourceTypes as types } from "./resourceTypes";
import { required } from "./resourceVpcs";
import type { StackResource, StackResources } from "./stackResources";

/** The endpoints of a stack. */
export function endpointsIn(stack: StackResources, region: string): Endpoint[] {
    return stack.of(...types.endpoint).map((one) => endpointOf(stack, one, region));
}

function endpointOf(stack: StackResources, one: StackResource, region: string): Endpoint {
    const id = stack.idOf(one);
    const serviceName = required(stack.text(one, "serviceName"), `serviceName of ${one.name}`);
    const service = isUnknown(serviceName) ? undefined : serviceIn(serviceName);
    const kind = given(stack.text(one, "vpcEndpointType"), (type) => type ?? "Gateway");
    const subnets = withAssociated(stack, one, types.subnet, "subnetIds", types.endpointSubnet, "subnetId");
    const privateDns = stack.flag(one, false, "privateDnsEnabled");
    const inbound = stack.flag(one, false, "dnsOptions", "privateDnsOnlyForInboundResolverEndpoint");
    const separate = stack.of(...types.endpointPolicy).find((policy) =>
        stack.reference(types.endpoint, policy, "vpcEndpointId") === id
    );
    const state = stack.text(one, "state");
    return {
        id,
        name: one.name,
        kind,
        vpc: required(stack.reference(types.vpc, one, "vpcId"), `vpcId of ${one.name}`),
        serviceName,
        ...(service !== undefined && { service }),
        isAvailable: typeof state === "string" ? state === "available" : true,
        policy: given(stack.text(separate ?? one, "policy"), (text) => text ?? null),
        interfaces: given(subnets, (ids) => ids.map((subnet) => ({ subnet }))),
        groups: withAssociated(stack, one, types.group, "securityGroupIds", types.endpointGroup, "securityGroupId"),
        privateDns: inbound === true ? false : privateDns,
        privateDnsNames: (service === undefined ? undefined : hostsOf(region, service))
            ?? unknown(`the private DNS names of ${one.name}`),
        ports: service === undefined ? [443] : portsOf(service),
    };
}

/** The IDs of a list that association resources add to. */
function withAssociated(
    stack: StackResources,
    endpoint: StackResource,
    of: readonly string[],
    property: string,
    associations: readonly string[],
    added: string,
): Maybe<string[]> {
    const more = stack.of(...associations).map((one) => ({
        endpoint: stack.reference(types.endpoint, one, "vpcEndpointId"),
        id: stack.reference(of, one, added),
    })).filter((one) => isUnknown(one.endpoint) || one.endpoint === stack.idOf(endpoint));
    const late = more.flatMap((one) => [one.endpoint, one.id]).find(isUnknown);
    if (late !== undefined) return late as { unknown: string[] };
    return given(
        stack.references(of, endpoint, property),
        (ids) => [...new Set([...ids, ...more.flatMap(({ id }) => (typeof id === "string" ? id : []))])],
    );
}

/** The prefix list of a gateway endpoint in the model: AWS's, or one of the service before it is known. */
export function listOfEndpoint(stack: StackResources, endpoint: StackResource, service: string | undefined): string {
    const known = endpoint.properties.prefixListId;
    if (typeof known === "string" && known.startsWith("pl-")) return known;
    return `of ${service ?? stack.idOf(endpoint)}`;
}

/** The routes that AWS adds to the route tables of gateway endpoints. */
export function gatewayRoutes(stack: StackResources, endpoints: Endpoint[]): { table: string; route: Route }[] {
    return gatewaysIn(stack, endpoints).flatMap(({ resource, endpoint }): { table: string; route: Route }[] => {
        const tables = withAssociated(
            stack,
            resource,
            types.routeTable,
            "routeTableIds",
            types.endpointTable,
            "routeTableId",
        );
        const prefixList = listOfEndpoint(stack, resource, endpoint.service);
        const target = { kind: "gateway endpoint", id: endpoint.id } as const;
        if (!isUnknown(tables)) {
            return tables.map((table) => ({ table, route: { destination: { prefixList }, target } }));
        }
        // It may be in any of the VPC's tables.
        const all = stack.of(...types.routeTable).map((one) => stack.idOf(one));
        return all.map((table) => ({ table, route: { destination: { prefixList }, target: tables } }));
    });
}

function gatewaysIn(stack: StackResources, endpoints: Endpoint[]) {
    return stack.of(...types.endpoint).flatMap((resource) => {
        const endpoint = endpoints.find(({ id }) => id === stack.idOf(resource))!;
        return endpoint.kind === "Gateway" ? [{ resource, endpoint }] : [];
    });
}

/** The prefix lists of gateway endpoints, whose addresses only AWS knows, and those of the stack. */
export function prefixListsIn(stack: StackResources, endpoints: Endpoint[]): PrefixList[] {
    const lists = gatewaysIn(stack, endpoints).map(({ resource, endpoint: { service } }): PrefixList => ({
        id: listOfEndpoint(stack, resource, service),
        name: `of ${service ?? resource.name}`,
        cidrs: unknown(`the addresses of ${service ?? resource.name}`),
        service,
    }));
    const own = stack.of(...types.prefixList).map((list): PrefixList => ({
        id: stack.idOf(list),
        name: list.name,
        cidrs: given(stack.items(list, "entries"), (items) => {
            const entries = stack.of(...types.prefixListEntry).filter((one) =>
                stack.resource(types.prefixList, one, "prefixListId") === list
            );
            const cidrs = [
                ...items.map((_, at) => stack.text(list, "entries", at, "cidr")),
                ...entries.map((one) => stack.text(one, "cidr")),
            ];
            return cidrs.find(isUnknown) ?? cidrs.filter((one): one is string => typeof one === "string");
        }),
    }));
    return [...new Map([...lists, ...own].map((list) => [list.id, list])).values()];
}

/** The prefix list with an ID, which before a deployment is that of the gateway endpoint that has the list. */
export function prefixListOf(stack: StackResources, endpoints: Endpoint[]): (id: string) => string {
    return (id) => {
        const resource = stack.of(...types.endpoint).find((one) => stack.idOf(one) === id);
        if (!resource) return id;
        return listOfEndpoint(stack, resource, endpoints.find((one) => one.id === id)?.service);
    };
}
