import { LookUpError } from "./error";
import { freeAddresses } from "./freeAddresses";
import { type Attributes, type Made, types, type World } from "./world";

/** AWS's answers to lookups of a VPC's resources, by token. If nothing is found, the error is the provider's. */
export const networkInvokes: { [token: string]: (args: Attributes, world: World) => Attributes } = {
    "aws:ec2/getVpc:getVpc": ({ id }, world) => {
        const vpc = only("EC2 VPC", [world.find(id) ?? []].flat());
        const { enableDnsSupport = true, enableDnsHostnames = false, ownerId = world.accountId } = vpc.attributes;
        const cidrBlockAssociations = associationsOf(vpc, world);
        return { ...vpc.attributes, cidrBlockAssociations, enableDnsSupport, enableDnsHostnames, ownerId, id };
    },
    "aws:ec2/getSubnets:getSubnets": ({ filters }, world) => ({
        ids: world.all(types.subnet, ({ vpcId }) => filters[0].values.includes(vpcId)).map(({ id }) => id),
    }),
    "aws:ec2/getSubnet:getSubnet": ({ id }, world) => {
        const subnet = only("EC2 Subnet", [world.find(id) ?? []].flat());
        return { cidrBlock: "", availableIpAddressCount: freeAddresses(subnet, world), ...subnet.attributes, id };
    },
    "aws:ec2/getRouteTables:getRouteTables": ({ vpcId }, world) => ({
        ids: [
            ...world.all(types.routeTable, (table) => table.vpcId === vpcId).map(({ id }) => id),
            ...[world.find(vpcId)?.attributes.mainRouteTableId ?? []].flat(),
        ],
    }),
    "aws:ec2/getRouteTable:getRouteTable": ({ routeTableId }, world) => {
        const associated = world.all(types.association, (association) => association.routeTableId === routeTableId);
        return {
            routeTableId,
            routes: [],
            ...world.find(routeTableId)?.attributes,
            associations: associated.map(({ attributes: { subnetId } }) => ({ subnetId, main: false })),
        };
    },
    "aws:ec2/getVpcEndpoint:getVpcEndpoint": (args, world) => {
        const asked = ["vpcId", "serviceName", "vpcEndpointType", "state"].filter((key) => args[key] !== undefined);
        const fits = (endpoint: Made) =>
            (args.id === undefined || endpoint.id === args.id)
            && asked.every((key) => endpoint.attributes[key] === args[key]);
        const { id, attributes } = only("EC2 VPC Endpoint", world.all(types.endpoint).filter(fits));
        const lists = { routeTableIds: [], subnetIds: [], securityGroupIds: [], dnsEntries: [] };
        const { tagsAll, ...others } = attributes;
        return {
            ...lists,
            privateDnsEnabled: false,
            prefixListId: "",
            ...others,
            tags: { ...tagsAll, ...others.tags },
            id,
        };
    },
};

/** The primary range is listed as an association too. */
function associationsOf({ id, attributes: { cidrBlock } }: Made, world: World): Attributes[] {
    const others = world.all(types.cidrAssociation, ({ vpcId }) => vpcId === id);
    return [
        { associationId: id.replace("vpc-", "vpc-cidr-assoc-"), cidrBlock, state: "associated" },
        ...others.map(({ id: associationId, attributes }) => {
            return { associationId, cidrBlock: attributes.cidrBlock, state: attributes.state ?? "associated" };
        }),
    ];
}

function only(what: string, found: Made[]): Made {
    if (found.length === 1) return found[0]!;
    throw new LookUpError(
        found.length === 0 ? `no matching ${what} found` : `multiple ${what}s matched; use additional constraints`,
    );
}
