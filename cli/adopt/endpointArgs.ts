import type { EndpointArgs } from "../../components/args/endpointArgs";
import type { SharedEndpointArgs } from "../../components/args/sharedEndpointArgs";
import type { EndpointKind } from "../../components/plan/facts/endpointKind";
import { ownerTag } from "../../components/plan/facts/ownerTag";
import { contains, parseBlock } from "../../components/plan/network/cidr";
import { fullAccess } from "../../components/plan/policies/fullAccess";
import { factsOf, usualKindOf } from "../../components/plan/services/serviceNames";
import type { Inventory } from "../../inventory/readInventory";
import type { DescribedEndpoint } from "./adoptable";
import type { Placement } from "./placedTogether";

/** What the options of an endpoint depend on, in addition to the endpoint. */
export interface AdoptionContext {
    inventory: Inventory;
    place: Placement;
    vpcCidrBlocks: string[];
    /** Whether endpoints change to the component's security groups. */
    ownGroups: boolean;
}

/** The options of one service that describe its endpoints: a gateway, an interface, or both. */
export function serviceArgs(
    service: string,
    endpoints: DescribedEndpoint[],
    context: AdoptionContext,
): EndpointArgs {
    const facts = factsOf(service);
    const face = endpoints.find(({ VpcEndpointType: type }) => type === "Interface");
    const [{ PolicyDocument: policy, VpcEndpointType: kind }] = endpoints as [DescribedEndpoint];
    const outside = endpoints.length > 1 ? { reachableFrom: outsideOf(face!, context) } : {};
    const byDefault = facts.privateDnsByDefault !== false && facts.privateDnsNames?.length !== 0;
    const privateDns = face?.PrivateDnsEnabled ?? false;
    return {
        ...(endpoints.length === 1 && kind !== usualKindOf(service) && { kind: kind as EndpointKind }),
        ...outside,
        ...(face && {
            ...interfaceArgs(face, context),
            ...(privateDns !== byDefault && { privateDns }),
            ...(facts.ports === null && { ports: portsOf(face, context) }),
        }),
        ...(facts.policySupport !== false && { policy: isFullAccess(policy) ? fullAccess : compact(policy!) }),
    };
}

/** The options of an interface endpoint of any service. */
export function interfaceArgs(endpoint: DescribedEndpoint, context: AdoptionContext) {
    const { SubnetIds, Groups } = endpoint;
    const { inventory, place, ownGroups, vpcCidrBlocks } = context;
    const zones = inventory.subnets.filter(({ SubnetId }) => SubnetIds.includes(SubnetId))
        .map(({ AvailabilityZone }) => AvailabilityZone).sort();
    const outside = outsideOf(endpoint, context);
    const everywhere = zones.length === Object.keys(place.subnetIds).length;
    return {
        ...(!everywhere && { zones }),
        ...(!ownGroups && { securityGroupIds: Groups.map(({ GroupId }) => GroupId).sort() }),
        ...(ownGroups && outside.length > 0 && { allowedCidrBlocks: [...vpcCidrBlocks, ...outside] }),
    } satisfies Pick<SharedEndpointArgs, "zones" | "securityGroupIds" | "allowedCidrBlocks">;
}

/** The TCP ports that the security groups of an endpoint allow one by one. */
export function portsOf({ Groups }: DescribedEndpoint, { inventory }: AdoptionContext): number[] {
    const groups = new Set(Groups.map(({ GroupId }) => GroupId));
    const ports = inventory.securityGroupRules.flatMap(({ GroupId, IsEgress, IpProtocol, FromPort, ToPort }) =>
        !IsEgress && groups.has(GroupId) && IpProtocol === "tcp" && FromPort && FromPort === ToPort ? [FromPort] : []
    );
    return [...new Set(ports)].sort((a, b) => a - b);
}

/** The CIDR blocks outside the VPC that the security groups of an endpoint allow. */
function outsideOf({ Groups }: DescribedEndpoint, { inventory, vpcCidrBlocks }: AdoptionContext): string[] {
    const groups = new Set(Groups.map(({ GroupId }) => GroupId));
    const blockOf = (text: string) => {
        const parsed = parseBlock(text);
        return "block" in parsed ? [parsed.block] : [];
    };
    const inside = vpcCidrBlocks.flatMap(blockOf);
    const sources = inventory.securityGroupRules.flatMap(({ GroupId, IsEgress, CidrIpv4 }) =>
        !IsEgress && groups.has(GroupId) && CidrIpv4 ? blockOf(CidrIpv4) : []
    );
    const outside = sources.filter((source) => !inside.some((range) => contains(range, source)));
    return [...new Set(outside.map(({ text }) => text))].sort();
}

/** Whether a policy allows everything, as AWS's default policy does: with one statement, or because there is none. */
export function isFullAccess(policy: string | null | undefined): boolean {
    if (!policy) return true;
    const { Statement } = Object(parsedPolicy(policy)) as { Statement?: unknown };
    const [statement, ...more] = [Statement ?? []].flat() as { [key: string]: unknown }[];
    if (!statement || more.length > 0) return false;
    const { Sid: _, Effect, Principal, Action, Resource, ...others } = statement;
    const isAll = (value: unknown) => [value].flat().length === 1 && [value].flat()[0] === "*";
    const everyone = isAll(Principal) || isAll((Object(Principal) as { AWS?: unknown }).AWS);
    return Effect === "Allow" && everyone && isAll(Action) && isAll(Resource) && Object.keys(others).length === 0;
}

function compact(policy: string): string {
    const document = parsedPolicy(policy);
    return document === undefined ? policy : JSON.stringify(document);
}

/** A policy document as AWS returns it; undefined if it is not JSON. */
export function parsedPolicy(policy: string): unknown {
    try {
        return JSON.parse(policy);
    } catch {
        return undefined;
    }
}

/** The tags that all of these have with the same value, without those that the component or AWS sets. */
export function commonTags(tagged: { Tags: { Key: string; Value: string }[] }[]): { [key: string]: string } {
    const [first, ...others] = tagged.map(({ Tags }) => ownTags(Tags));
    const common = Object.entries(first ?? {}).filter(([key, value]) =>
        key !== "Name" && key !== ownerTag && others.every((tags) => tags[key] === value)
    );
    return Object.fromEntries(common.sort());
}

/** Tags by key, without those that only AWS services can set: https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html */
export function ownTags(tags: { Key: string; Value: string }[]): { [key: string]: string } {
    return Object.fromEntries(
        tags.filter(({ Key }) => !Key.startsWith("aws:")).map(({ Key, Value }) => [Key, Value]),
    );
}
