import { ownerTag } from "../../components/plan/facts/ownerTag";
import { childUrn, partsOf } from "../../components/plan/urns";
import type { Inventory } from "../../inventory/readInventory";
import { type Found, tokens } from "./found";
import { isCreated, likeness } from "./isCreated";
import { nameByParent } from "./nameByParent";
import { type Recorded, type StackRecord, stringOf, tagsIn } from "./stackRecord";

/** A resource of the stack that AWS has and the state does not. */
export interface Unrecorded {
    found: Found;
    /** What the program calls it. */
    resource: Recorded;
}

/** The components, each with the types of its children. */
const parents = new Map<string, string[]>([
    ["private-vpc:index:PrivateVpc", [
        tokens.vpc,
        tokens.cidrAssociation,
        tokens.subnet,
        tokens.routeTable,
        tokens.association,
        tokens.flowLog,
        tokens.logGroup,
        tokens.role,
        tokens.rolePolicy,
    ]],
    ["private-vpc:index:VpcEndpoints", [
        ...[tokens.endpoint, tokens.group, tokens.ingress, tokens.egress],
        ...[tokens.firewallDomains, tokens.firewallGroup, tokens.firewallRule, tokens.firewallAssociation],
        ...[tokens.queryLog, tokens.queryLogAssociation, tokens.logGroup],
    ]],
    ["private-vpc:index:EndpointService", [
        tokens.endpointService,
        tokens.accepter,
        tokens.notification,
        tokens.record,
    ]],
]);

/** Types of which every resource is listed, even if there is none. */
const alwaysListed: string[] = [
    ...[tokens.vpc, tokens.subnet, tokens.routeTable, tokens.association, tokens.group, tokens.ingress, tokens.egress],
    ...[tokens.endpoint, tokens.flowLog],
];

/**
 * Finds the resources of a stack among those of AWS:
 *
 * - what an interrupted deployment was creating, by the tags that it was created with, or by its inputs;
 * - what the state and its interrupted operations do not have, by the owner tag. That happens if the provider ended before
 *   it answered. Nothing depends on such a resource, because nobody knows its ID; what something depends on belongs to
 *   another stack with the same owner tag, and is not the stack's.
 */
export class Owned {
    readonly unrecorded: Unrecorded[] = [];
    /** Resources of the components that the state has and AWS does not. Other resources were not listed with all details. */
    readonly gone: Recorded[];
    private readonly ids: Set<string>;
    private readonly owners: Set<string>;
    /** The VPCs that resources of the state are in. */
    private readonly vpcs: Set<string | undefined>;
    private readonly components: Recorded[];

    constructor(private readonly record: StackRecord, all: Found[], inventory: Inventory) {
        const { resources, creating } = record;
        this.ids = new Set(resources.map((one) => keyOf(one.type, one.id ?? "")));
        this.owners = new Set([
            ...[...resources, ...creating].flatMap((one) => tagsIn(one)[ownerTag] ?? []),
            ...resources.filter(({ type }) => parents.has(type)).map(ownerOf),
        ]);
        this.vpcs = new Set(resources.map((one) => stringOf(one, "vpcId")));
        this.components = resources.filter(({ type }) => parents.has(type));
        const left = new Set(all.filter(({ type, id }) => !this.ids.has(keyOf(type, id))));
        const alike = new Map<string, Found[]>();
        for (const one of left) {
            const others = alike.get(likeness(one));
            if (others) others.push(one);
            else alike.set(likeness(one), [one]);
        }
        for (const resource of creating) {
            const candidates = alike.get(likeness({ type: resource.type, tags: tagsIn(resource) })) ?? [];
            const found = candidates.find((one) => left.has(one) && isCreated(one, resource));
            if (!found) continue;
            left.delete(found);
            this.unrecorded.push({ found, resource });
        }
        const users = usersIn(inventory);
        for (const found of left) {
            const resource = this.isOwn(found) && !users.has(found.id) ? this.resourceOf(found) : undefined;
            if (resource) this.unrecorded.push({ found, resource });
        }
        const existing = new Set(all.map(({ type, id }) => keyOf(type, id)));
        const types = new Set([...alwaysListed, ...all.map(({ type }) => type)]);
        this.gone = resources.filter(({ urn, type, id = "" }) =>
            partsOf(urn).qualifiedType.includes("private-vpc:index:") && types.has(type)
            && !existing.has(keyOf(type, id))
        );
    }

    private isOwn({ type, tags, vpcId, of }: Found): boolean {
        const isOther = vpcId !== undefined && type !== tokens.vpc && !this.ids.has(keyOf(tokens.vpc, vpcId));
        if (isOther && !this.vpcs.has(vpcId)) return false;
        if (of) return this.ids.has(keyOf(of.type, of.id));
        return tags[ownerTag] !== undefined && this.owners.has(tags[ownerTag]);
    }

    /** What the program calls a resource that no interrupted operation names. */
    private resourceOf(found: Found): Recorded | undefined {
        const name = found.of ? nameByParent(found, this.record) : nameOf(found, this.record.stack);
        if (name === undefined) return undefined;
        const component = this.components
            .filter(({ type, name: of }) => mayHave(type, found.type, name) && isPrefix(of, name))
            .sort((one, other) => other.name.length - one.name.length)[0];
        if (!component) return undefined;
        const { type } = found;
        const urn = childUrn(partsOf(component.urn), type, name);
        return { urn, type, name, parent: component.urn, inputs: {}, outputs: {} };
    }
}

/** Whether a component may have a child of a type: the log group of DNS queries belongs to the endpoints' component. */
function mayHave(component: string, type: string, name: string): boolean {
    const isOfQueries = type === tokens.logGroup && name.endsWith("-dns-queries");
    if (isOfQueries) return component === "private-vpc:index:VpcEndpoints";
    return Boolean(parents.get(component)?.includes(type))
        && (type !== tokens.logGroup || component === "private-vpc:index:PrivateVpc");
}

/** A resource's name in the program, from its `Name` tag: the stack's name, `-`, and this. */
function nameOf({ tags }: Found, stack: string): string | undefined {
    const [former = stack] = [tags[ownerTag]?.split("/").at(-1)];
    const prefix = [`${stack}-`, `${former}-`].find((one) => tags.Name?.startsWith(one));
    return prefix && tags.Name!.slice(prefix.length);
}

/** The owner that a component's arguments name. Until a resource is recorded, nothing else does. */
function ownerOf({ urn, inputs: { owner } }: Recorded): string {
    const { project, stack } = partsOf(urn);
    return typeof owner === "string" ? owner : `${project}/${stack}`;
}

function keyOf(type: string, id: string): string {
    return `${type} ${id}`;
}

function isPrefix(component: string, name: string): boolean {
    return name === component || name.startsWith(`${component}-`);
}

/** The IDs of resources that others depend on. */
function usersIn(inventory: Inventory): Set<string> {
    const { subnets, endpoints, networkInterfaces, securityGroups, flowLogs, endpointConnections } = inventory;
    const { firewallAssociations, queryLogAssociations, queryLogConfigs } = inventory;
    return new Set([
        ...firewallAssociations.map(({ FirewallRuleGroupId }) => FirewallRuleGroupId),
        ...queryLogAssociations.map(({ ResolverQueryLogConfigId }) => ResolverQueryLogConfigId),
        ...queryLogConfigs.flatMap(({ DestinationArn }) => DestinationArn?.split(":").at(-1) ?? []),
        ...endpointConnections.map(({ ServiceId }) => ServiceId),
        ...subnets.map(({ VpcId }) => VpcId),
        ...endpoints.flatMap((
            { VpcId, SubnetIds, Groups },
        ) => [VpcId, ...SubnetIds, ...Groups.map((one) => one.GroupId)]),
        ...networkInterfaces.flatMap(({ VpcId, SubnetId, Groups }) => [
            VpcId,
            SubnetId,
            ...Groups.map((one) => one.GroupId),
        ]),
        ...securityGroups.flatMap(({ GroupName, VpcId }) => (GroupName === "default" ? [] : VpcId ?? [])),
        ...flowLogs.flatMap(({ LogDestination }) => LogDestination?.split(":").at(-1) ?? []),
    ]);
}
