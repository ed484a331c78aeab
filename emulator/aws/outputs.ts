import { createHash } from "node:crypto";

import { hostIn } from "../../components/plan/services/endpointNames";
import { factsOf, isService } from "../../components/plan/services/serviceNames";
import { reportedDnsOptions } from "./dnsOptions";
import { connectionState, endpointServiceOutputs } from "./endpointServiceOutputs";
import { allocatedBlock } from "./ipamPools";
import { serviceOf } from "./refusals/refuse";
import { type Attributes, groupAssociation, type Made, type Outputs, types, type World } from "./world";

const ec2Arn = (kind: string) => ({ id }: Made, { region, accountId }: World) => ({
    arn: `arn:aws:ec2:${region}:${accountId}:${kind}/${id}`,
});
const resolverArn = (kind: string) => ({ id }: Made, { region, accountId }: World) => ({
    arn: `arn:aws:route53resolver:${region}:${accountId}:${kind}/${id}`,
});
const autonamed = (name: string, hash: string, inputs: Attributes) => inputs.name ?? `${name}-${hash.slice(0, 7)}`;
const nothing = () => ({});

/** The computed outputs of the resources that this project creates, by type token. */
export const outputs: { [type: string]: Outputs } = {
    [types.vpc]: {
        prefix: "vpc",
        added: (made, world) => ({
            ...ec2Arn("vpc")(made, world),
            ...allocatedBlock(made, world),
            ownerId: world.accountId,
            defaultSecurityGroupId: made.id.replace("vpc-", "sg-"),
            mainRouteTableId: made.id.replace("vpc-", "rtb-"),
            defaultRouteTableId: made.id.replace("vpc-", "rtb-"),
            defaultNetworkAclId: made.id.replace("vpc-", "acl-"),
        }),
    },
    // AWS creates it with the VPC; creating this resource adopts it.
    [types.defaultGroup]: {
        prefix: "sg",
        id: (_, hash, { vpcId }) => vpcId?.replace("vpc-", "sg-") ?? `sg-${hash}`,
        added: ec2Arn("security-group"),
    },
    [types.cidrAssociation]: { prefix: "vpc-cidr-assoc", added: nothing },
    [types.subnet]: { prefix: "subnet", added: ec2Arn("subnet") },
    [types.routeTable]: { prefix: "rtb", added: ec2Arn("route-table") },
    [types.association]: { prefix: "rtbassoc", added: nothing },
    [types.group]: { prefix: "sg", added: ec2Arn("security-group") },
    [types.ingress]: { prefix: "sgr", added: ruleOutputs },
    [groupAssociation]: { prefix: "sgassoc", added: nothing },
    [types.egress]: { prefix: "sgr", added: ruleOutputs },
    [types.endpoint]: { prefix: "vpce", added: endpointOutputs },
    ...endpointServiceOutputs,
    [types.flowLog]: { prefix: "fl", added: ec2Arn("vpc-flow-log") },
    [types.logGroup]: {
        prefix: "",
        id: autonamed,
        added: ({ id }, { region, accountId }) => ({
            name: id,
            arn: `arn:aws:logs:${region}:${accountId}:log-group:${id}`,
        }),
    },
    [types.role]: {
        prefix: "",
        id: autonamed,
        added: ({ id }, { accountId }) => ({ name: id, arn: `arn:aws:iam::${accountId}:role/${id}` }),
    },
    [types.rolePolicy]: {
        prefix: "",
        id: (name, _, inputs) => `${inputs.role}:${inputs.name ?? name}`,
        added: nothing,
    },
    [types.firewallDomains]: { prefix: "rslvr-fdl", added: resolverArn("firewall-domain-list") },
    [types.firewallGroup]: { prefix: "rslvr-frg", added: resolverArn("firewall-rule-group") },
    [types.firewallRule]: {
        prefix: "",
        id: (_, __, { firewallRuleGroupId, firewallDomainListId }) => `${firewallRuleGroupId}:${firewallDomainListId}`,
        added: nothing,
    },
    [types.firewallAssociation]: { prefix: "rslvr-frgassoc", added: resolverArn("firewall-rule-group-association") },
    // Every VPC has this setting; creating the resource changes it.
    [types.firewallConfig]: {
        prefix: "rslvr-fc",
        id: (_, hash, { resourceId }) => resourceId?.replace("vpc-", "rslvr-fc-") ?? `rslvr-fc-${hash}`,
        added: (_, { accountId }) => ({ ownerId: accountId }),
    },
    [types.queryLog]: { prefix: "rqlc", added: resolverArn("resolver-query-log-config") },
    [types.queryLogAssociation]: { prefix: "rqlca", added: nothing },
};

function ruleOutputs(made: Made, world: World): Attributes {
    return { ...ec2Arn("security-group-rule")(made, world), securityGroupRuleId: made.id };
}

/** A Region has one prefix list of a service, which every gateway endpoint of the service uses. */
function prefixListOf(serviceName: string): string {
    return `pl-${createHash("sha256").update(serviceName).digest("hex").slice(0, 17)}`;
}

/** The private DNS names of an endpoint: those of the catalogue, or the usual one if AWS's pages list none. */
function privateNames({ attributes }: Made, world: World): string[] {
    const service = serviceOf(attributes, world);
    if (!attributes.privateDnsEnabled || service === undefined || !isService(service)) return [];
    const { privateDnsNames } = factsOf(service);
    return privateDnsNames?.map((name) => hostIn(world.region!, name)) ?? [`${service}.${world.region}.amazonaws.com`];
}

function endpointOutputs(made: Made, world: World): Attributes {
    const { serviceName, vpcEndpointType, subnetIds = [] } = made.attributes;
    // An update does not change a connection's state.
    const state = world.find(made.id)?.attributes.state ?? connectionState(made.attributes, world);
    const common = { ...ec2Arn("vpc-endpoint")(made, world), state, ownerId: world.accountId };
    if (vpcEndpointType !== "Interface") return { ...common, prefixListId: prefixListOf(serviceName) };
    // An endpoint's DNS names consist of its ID, the service and the Region. Zonal names have the zone after the ID.
    const [, , vpce, ...rest] = String(serviceName).split(".");
    const [region, service] = vpce === "vpce" ? [rest[0], rest[1]] : [world.region, rest.join(".")];
    const suffix = `${service}.${region}.vpce.amazonaws.com`;
    const label = `${made.id}-${made.id.slice(-8)}`;
    const zones = (subnetIds as string[]).map((id) => world.find(id)?.attributes.availabilityZone);
    return {
        ...common,
        ...reportedDnsOptions(made, world),
        networkInterfaceIds: (subnetIds as string[]).map((_, index) => `${made.id.replace("vpce-", "eni-")}${index}`),
        dnsEntries: [
            { dnsName: `${label}.${suffix}`, hostedZoneId: "Z7HUB22UULQXV" },
            ...zones.map((zone) => ({ dnsName: `${label}-${zone}.${suffix}`, hostedZoneId: "Z7HUB22UULQXV" })),
            ...privateNames(made, world).map((dnsName) => ({ dnsName, hostedZoneId: "ZONEIDPENDING" })),
        ],
    };
}
