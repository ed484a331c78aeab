import { prefixListWeights } from "../../../components/plan/facts/quotas";
import { types, type World } from "../world";
import { invalid, type Refuse, serviceOf } from "./refuse";

// In the provider and the API, the default type is Gateway.
const onlyGateways = (refuse: Refuse): Refuse => (made, world) =>
    (made.attributes.vpcEndpointType ?? "Gateway") === "Gateway" ? refuse(made, world) : undefined;

const gatewaysWith = (world: World, routeTable: string) =>
    world.all(types.endpoint, ({ routeTableIds = [] }) => routeTableIds.includes(routeTable));

const noInterfaceInputs: Refuse = ({ attributes }) => {
    const given = ["subnetIds", "securityGroupIds", "privateDnsEnabled"].filter((key) => {
        const value = attributes[key];
        return Array.isArray(value) ? value.length > 0 : value === true;
    });
    if (given.length === 0) return undefined;
    return invalid(`A gateway endpoint does not take ${given.join(", ")}`, "give it routeTableIds only");
};

const routeExists: Refuse = ({ attributes: { routeTableIds = [], serviceName } }, world) => {
    for (const table of routeTableIds as string[]) {
        const other = gatewaysWith(world, table).find(({ attributes }) => attributes.serviceName === serviceName);
        if (!other) continue;
        return {
            code: "RouteAlreadyExists",
            message: `route table ${table} already has a route with the prefix list of ${serviceName}`,
            fix: `${other.name} already has a route in it; a route table holds one endpoint of a service`,
        };
    }
    return undefined;
};

const routesFull: Refuse = ({ attributes }, world) => {
    const weight = (serviceName: string) => prefixListWeights[serviceOf({ serviceName }, world) ?? ""] ?? 1;
    const limit = world.quotas["quota.route-weight"];
    for (const table of (attributes.routeTableIds ?? []) as string[]) {
        // The local route counts too.
        const held = gatewaysWith(world, table).reduce((sum, one) => sum + weight(one.attributes.serviceName), 1);
        const routes = held + weight(attributes.serviceName);
        if (routes <= limit) continue;
        const message = `The maximum number of routes has been reached: ${routes} in ${table}, of ${limit}`;
        return { code: "RouteLimitExceeded", message, fix: "ask AWS for more routes in a route table" };
    }
    return undefined;
};

const tooMany: Refuse = (_, world) => {
    const limit = world.quotas["quota.gateway-per-region"];
    const gateways = world.all(types.endpoint, ({ vpcEndpointType = "Gateway" }) => vpcEndpointType === "Gateway");
    if (gateways.length < limit) return undefined;
    const message = `The Region has ${gateways.length} gateway endpoints, of ${limit}`;
    return { code: "VpcEndpointLimitExceeded", message, fix: "ask AWS for more gateway endpoints in the Region" };
};

/** Why AWS rejects a gateway endpoint. */
export const gatewayRefusals: Refuse[] = [noInterfaceInputs, routeExists, routesFull, tooMany].map(onlyGateways);
