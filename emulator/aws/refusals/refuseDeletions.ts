import { isForInboundResolvers } from "../dnsOptions";
import type { Refusal } from "../error";
import { type Attributes, type Made, types, type World } from "../world";
import { invalid, serviceOf } from "./refuse";
import { stillInFirewall } from "./refuseDnsFirewall";
import { blockOf } from "./refuseNetwork";

/** What AWS deletes with a VPC, or keeps without it. */
const goneWithVpc = [types.defaultGroup, types.flowLog, types.cidrAssociation];

/** The resources that depend on a resource and prevent its deletion, by its type. */
const needs: { [type: string]: (made: Made, world: World) => Made[] } = {
    [types.vpc]: ({ id }, world) =>
        world.everything().filter(({ type, attributes }) => attributes.vpcId === id && !goneWithVpc.includes(type)),
    [types.subnet]: ({ id }, world) => world.all(types.endpoint, ({ subnetIds = [] }) => subnetIds.includes(id)),
    [types.cidrAssociation]: ({ attributes }, world) =>
        world.all(types.subnet, ({ vpcId, cidrBlock }) => vpcId === attributes.vpcId && isIn(cidrBlock, attributes)),
    [types.routeTable]: ({ id }, world) => world.all(types.association, ({ routeTableId }) => routeTableId === id),
    [types.loadBalancer]: ({ id }, world) =>
        world.all(types.endpointService, ({ networkLoadBalancerArns = [] }) => networkLoadBalancerArns.includes(id)),
    [types.group]: ({ id }, world) => [
        ...world.all(types.endpoint, ({ securityGroupIds = [] }) => securityGroupIds.includes(id)),
        ...[types.ingress, types.egress].flatMap((type) => world.all(type, (rule) => refersTo(rule, id))),
    ],
};

function isIn(cidrBlock: string, range: Attributes): boolean {
    const [inner, outer] = [blockOf(cidrBlock), blockOf(range.cidrBlock)];
    return inner !== undefined && outer !== undefined && inner.isInSubnet(outer);
}

function refersTo({ referencedSecurityGroupId, securityGroupId }: Attributes, group: string): boolean {
    return referencedSecurityGroupId === group && securityGroupId !== group;
}

/** EC2's and Elastic Load Balancing's codes, where they differ from the usual one. */
const inUse: { [type: string]: string } = {
    [types.loadBalancer]: "ResourceInUse",
    [types.cidrAssociation]: "InvalidCidrBlock.InUse",
};

/** Returns why AWS would refuse to delete a resource; `undefined` if it would not. */
export function deletionRefusal(made: Made, world: World): Refusal | undefined {
    if (made.type === types.endpoint) return gatewayStillNeeded(made, world);
    if (made.type === types.endpointService) return stillConnected(made, world);
    const [user] = needs[made.type]?.(made, world) ?? [];
    if (!user) return stillInFirewall(made, world);
    const message = `${made.id} has a dependent object and cannot be deleted.`;
    const code = inUse[made.type] ?? "DependencyViolation";
    return { code, message, fix: `delete ${user.name} first` };
}

function stillConnected({ id, attributes: { serviceName } }: Made, world: World): Refusal | undefined {
    const [user] = world.all(
        types.endpoint,
        (other) => other.serviceName === serviceName && other.state !== "rejected",
    );
    if (!user) return undefined;
    const message = `Service ${id} has existing active VPC Endpoint connections!`;
    return { code: "ExistingVpcEndpointConnections", message, fix: `delete ${user.name} first, or reject it` };
}

function gatewayStillNeeded(
    { attributes }: Made,
    world: World,
): Refusal | undefined {
    const { vpcId, vpcEndpointType } = attributes;
    if (vpcEndpointType === "Interface") return undefined;
    const service = serviceOf(attributes, world);
    const [user] = world.all(
        types.endpoint,
        (other) => other.vpcId === vpcId && serviceOf(other, world) === service && isForInboundResolvers(other, world),
    );
    if (!user) return undefined;
    return invalid(
        `The gateway endpoint cannot be deleted while ${user.id} has PrivateDnsOnlyForInboundResolverEndpoint set to true`,
        `delete ${user.name} first, or set its flag to false`,
    );
}
