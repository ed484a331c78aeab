import { hostIn } from "../../../components/plan/services/endpointNames";
import { factsOf } from "../../../components/plan/services/serviceNames";
import { isAssociated } from "../attachmentInvokes";
import { isForInboundResolvers } from "../dnsOptions";
import { freeAddresses } from "../freeAddresses";
import { attachmentTypes, groupAssociation, types, type World } from "../world";
import { invalid, type Refuse, serviceOf } from "./refuse";

const onlyInterfaces = (refuse: Refuse): Refuse => (made, world) =>
    made.attributes.vpcEndpointType === "Interface" ? refuse(made, world) : undefined;

const endpointsIn = (world: World, vpcId: string, kind: string) =>
    world.all(types.endpoint, (other) => other.vpcId === vpcId && (other.vpcEndpointType ?? "Gateway") === kind);

const noRouteTables: Refuse = ({ attributes: { routeTableIds = [] } }) =>
    routeTableIds.length === 0
        ? undefined
        : invalid("An interface endpoint does not take routeTableIds", "give it subnetIds and securityGroupIds");

const subnetsInOneZone: Refuse = ({ attributes: { subnetIds = [] } }, world) => {
    const subnets = (subnetIds as string[]).flatMap((id) => world.find(id) ?? []);
    const zones = subnets.map(({ attributes }) => attributes.availabilityZone);
    const second = subnets.find((_, index) => zones.indexOf(zones[index]) !== index);
    if (!second) return undefined;
    const message = `Found another VPC endpoint subnet in the availability zone of ${second.id}`;
    return { code: "DuplicateSubnetsInSameZone", message, fix: `leave out ${second.name}: one subnet for each zone` };
};

const subnetFull: Refuse = ({ id, attributes: { subnetIds = [] } }, world) => {
    const before: string[] = world.find(id)?.attributes.subnetIds ?? [];
    const added = (subnetIds as string[]).filter((subnet) => !before.includes(subnet));
    const full = added.flatMap((subnet) => world.find(subnet) ?? []).find((one) => freeAddresses(one, world) < 1);
    if (!full) return undefined;
    const message = `Insufficient free addresses in subnet: ${full.id}`;
    return { code: "InsufficientFreeAddressesInSubnet", message, fix: `use a larger subnet than ${full.name}` };
};

const zoneUnsupported: Refuse = ({ attributes }, world) => {
    const without = world.zonesWithout[serviceOf(attributes, world) ?? ""] ?? [];
    const subnets = ((attributes.subnetIds ?? []) as string[]).flatMap((id) => world.find(id) ?? []);
    const subnet = subnets.find((one) => without.includes(one.attributes.availabilityZone));
    if (!subnet) return undefined;
    return invalid(
        `The VPC endpoint service ${attributes.serviceName} does not support the availability zone of the subnet: ${subnet.id}.`,
        `leave ${subnet.attributes.availabilityZone} out of the endpoint's zones`,
    );
};

/** Groups that are associated with the VPC are its own: https://docs.aws.amazon.com/vpc/latest/userguide/security-group-assoc.html */
const groupOfAnotherVpc: Refuse = ({ attributes: { vpcId, securityGroupIds = [], subnetIds = [] } }, world) => {
    const groups = (securityGroupIds as string[]).flatMap((id) => world.find(id) ?? []);
    const associated = world.all(groupAssociation, (one) => one.vpcId === vpcId).map(({ attributes }) =>
        attributes.securityGroupId as string
    );
    const foreign = groups.find((group) => group.attributes.vpcId !== vpcId && !associated.includes(group.id));
    if (!foreign) return undefined;
    const message = `Security group ${foreign.id} and subnet ${subnetIds[0]} belong to different networks.`;
    return invalid(message, `attach groups of ${vpcId}; ${foreign.name} is of ${foreign.attributes.vpcId}`);
};

const tooManyGroups: Refuse = ({ attributes: { securityGroupIds = [] } }, { quotas }) => {
    const limit = quotas["quota.sg-per-eni"];
    if (securityGroupIds.length <= limit) return undefined;
    const message = `The network interface would have ${securityGroupIds.length} security groups, of ${limit}`;
    return { code: "SecurityGroupsPerInterfaceLimitExceeded", message, fix: "merge groups, or ask AWS for more" };
};

const dnsAttributesOff: Refuse = ({ attributes: { vpcId, privateDnsEnabled } }, world) => {
    const vpc = world.find(vpcId);
    const { enableDnsSupport = true, enableDnsHostnames = false } = vpc?.attributes ?? { enableDnsHostnames: true };
    if (!privateDnsEnabled || (enableDnsSupport && enableDnsHostnames)) return undefined;
    return invalid(
        "Enabling private DNS requires both enableDnsSupport and enableDnsHostnames VPC attributes set to true "
            + `for ${vpcId}`,
        `turn both on for ${vpc!.name}, or private DNS off`,
    );
};

const noPrivateDns: Refuse = ({ attributes }, world) => {
    const service = serviceOf(attributes, world);
    if (!attributes.privateDnsEnabled || service === undefined) return undefined;
    if (factsOf(service).privateDnsNames?.length !== 0) return undefined;
    const message =
        `Private DNS can't be enabled because the service ${attributes.serviceName} does not provide a private DNS name.`;
    return invalid(message, "turn private DNS off, and use the endpoint's own name");
};

const conflictingNames: Refuse = ({ attributes }, world) => {
    const { serviceName, vpcId } = attributes;
    const other = endpointsIn(world, vpcId, "Interface").find((one) =>
        one.attributes.serviceName === serviceName && one.attributes.privateDnsEnabled
    );
    if (!attributes.privateDnsEnabled || !other) return undefined;
    const service = serviceOf(attributes, world) ?? serviceName;
    return invalid(
        `private-dns-enabled cannot be set because there is already a conflicting DNS domain for ${service} in the VPC ${vpcId}`,
        `${other.name} already holds its names; turn private DNS off on one of the two`,
    );
};

/** Source: https://docs.aws.amazon.com/Route53/latest/APIReference/API_AssociateVPCWithHostedZone.html */
const conflictingZone: Refuse = ({ attributes }, world) => {
    const service = serviceOf(attributes, world);
    if (!attributes.privateDnsEnabled || service === undefined || world.region === undefined) return undefined;
    const names = (factsOf(service).privateDnsNames ?? []).map((name) =>
        hostIn(world.region!, name).replace(/^\*\./, "")
    );
    const zone = world.all(attachmentTypes.zone, (one) => isAssociated(one, attributes.vpcId))
        .find(({ attributes: { name } }) => names.includes(name));
    if (!zone) return undefined;
    return invalid(
        "private-dns-enabled cannot be set because there is already a conflicting DNS domain for "
            + `${zone.attributes.name} in the VPC ${attributes.vpcId}`,
        `the private hosted zone ${zone.id} has this name; turn private DNS off, or disassociate the zone`,
    );
};

const gatewayMissing: Refuse = ({ attributes }, world) => {
    const { vpcId } = attributes;
    const service = serviceOf(attributes, world);
    // In China the service names of the gateway and the interface endpoint differ.
    const gateways = endpointsIn(world, vpcId, "Gateway").filter((one) => serviceOf(one.attributes, world) === service);
    if (!isForInboundResolvers(attributes, world) || gateways.length > 0) return undefined;
    return invalid(
        `To set PrivateDnsOnlyForInboundResolverEndpoint to true, the VPC ${vpcId} must have a gateway endpoint for the service.`,
        "make the gateway endpoint first, or set the flag to false",
    );
};

const tooMany: Refuse = ({ attributes: { vpcId } }, world) => {
    const limit = world.quotas["quota.interface-per-vpc"];
    const { length } = endpointsIn(world, vpcId, "Interface");
    if (length < limit) return undefined;
    const message = `${vpcId} has ${length} interface endpoints, of ${limit}`;
    return { code: "VpcEndpointLimitExceeded", message, fix: "ask AWS for more interface endpoints in a VPC" };
};

/** Why AWS rejects an interface endpoint. */
export const interfaceRefusals: Refuse[] = [
    noRouteTables,
    subnetsInOneZone,
    subnetFull,
    zoneUnsupported,
    groupOfAnotherVpc,
    tooManyGroups,
    dnsAttributesOff,
    noPrivateDns,
    conflictingNames,
    conflictingZone,
    gatewayMissing,
    tooMany,
].map(onlyInterfaces);

// An update adds subnets before it removes others, so a new subnet must not be in the zone of a removed one.
const subnetSwapped: Refuse = ({ id, attributes: { subnetIds = [] } }, world) => {
    const before: string[] = world.find(id)?.attributes.subnetIds ?? [];
    const zoneOf = (subnet: string) => world.find(subnet)?.attributes.availabilityZone;
    const added = (subnetIds as string[]).filter((subnet) => !before.includes(subnet));
    const second = added.find((subnet) => before.some((other) => zoneOf(other) === zoneOf(subnet)));
    if (second === undefined) return undefined;
    return {
        code: "DuplicateSubnetsInSameZone",
        message: `Found another VPC endpoint subnet in the availability zone of ${second}`,
        fix: "leave the zone out, deploy, and name it again",
    };
};

/** Why AWS rejects an update of an interface endpoint. */
export const interfaceUpdateRefusals: Refuse[] = [subnetSwapped].map(onlyInterfaces);
