import type { PrivateVpcArgs } from "../../components/args/privateVpcArgs";
import { planPrivateVpc } from "../../components/planner";
import type { Inventory } from "../../inventory/readInventory";
import type { Chosen } from "./chooseEndpoints";
import { commonTags } from "./endpointArgs";
import type { DescribedVpc } from "./readVpc";

/** The arguments of a `PrivateVpc` that describe a whole VPC, or why none do. */
export interface PrivateChoice {
    args?: PrivateVpcArgs;
    /** What a `PrivateVpc` cannot have, each in a sentence without its end. */
    obstacles: string[];
}

/** Describes a VPC as a `PrivateVpc`, if that can have everything that is in the VPC. */
export function choosePrivateVpc(
    vpc: DescribedVpc,
    { args: ofEndpoints, adopted, place, kept }: Chosen,
): PrivateChoice {
    const obstacles = [
        ...wrongRanges(vpc),
        ...wrongSubnets(vpc.inventory),
        ...wrongRoutes(vpc.inventory, Object.values(adopted).map(({ VpcEndpointId }) => VpcEndpointId)),
        ...connections(vpc.inventory),
        ...kept.map(({ id }) => `${id} is not adopted`),
    ];
    const { subnets, routeTables, networkAcls, securityGroups, endpoints } = vpc.inventory;
    for (const { NetworkAclId } of networkAcls.filter(({ IsDefault }) => !IsDefault)) {
        obstacles.push(`it has the network ACL ${NetworkAclId}`);
    }
    if (!securityGroups.some(({ GroupName }) => GroupName === "default")) {
        obstacles.push("AWS lists no default security group");
    }
    const own = routeTables.filter(({ Associations }) => Associations.some(({ SubnetId }) => SubnetId));
    const hasGateways = Object.values(adopted).some(({ VpcEndpointType: type }) => type === "Gateway");
    if (hasGateways && place.routeTableIds.length < own.length) {
        obstacles.push(`its gateway endpoints have only the route tables ${place.routeTableIds.join(", ")}`);
    }
    if (obstacles.length > 0) return { obstacles };
    const sorted = [...subnets].sort((a, b) => (a.AvailabilityZone < b.AvailabilityZone ? -1 : 1));
    const tags = commonTags([vpc.vpc, ...subnets, ...own, ...endpoints]);
    const args: PrivateVpcArgs = {
        cidrBlock: vpc.vpc.CidrBlock,
        availabilityZones: sorted.map(({ AvailabilityZone }) => AvailabilityZone),
        subnetCidrBlocks: Object.fromEntries(sorted.map((one) => [one.AvailabilityZone, one.CidrBlock])),
        ...ofEndpoints,
        // Interface endpoints are in every zone by default, or in those of the component.
        ...endpointZones(place.subnetIds, sorted.length),
        tags,
    };
    if (Object.keys(tags).length === 0) delete args.tags;
    const { problems } = planPrivateVpc(args);
    return problems.length > 0
        ? { obstacles: problems.map(({ path, message }) => `${path}: ${message}`) }
        : { args, obstacles };
}

function endpointZones(subnetIds: { [zone: string]: string }, zones: number): Pick<PrivateVpcArgs, "endpointZones"> {
    const used = Object.keys(subnetIds);
    return used.length < zones ? { endpointZones: used } : {};
}

function wrongRanges({ vpc, cidrBlocks: [, ...secondary] }: DescribedVpc): string[] {
    return [
        ...(secondary.length > 0 ? [`it has the secondary CIDR blocks ${secondary.join(", ")}`] : []),
        ...(vpc.Ipv6CidrBlockAssociationSet.length > 0 ? ["it has IPv6 addresses"] : []),
        ...((vpc.InstanceTenancy ?? "default") === "default" ? [] : [`its tenancy is ${vpc.InstanceTenancy}`]),
    ];
}

function wrongSubnets({ subnets, routeTables }: Inventory): string[] {
    if (subnets.length === 0) return ["it has no subnet"];
    const zones = [...new Set(subnets.map(({ AvailabilityZone }) => AvailabilityZone))].sort();
    const crowded = zones.flatMap((zone) => {
        const ids = subnets.filter((one) => one.AvailabilityZone === zone).map(({ SubnetId }) => SubnetId).sort();
        return ids.length > 1 ? [`it has several subnets in ${zone}: ${ids.join(", ")}`] : [];
    });
    const tablesOf = (id: string) =>
        routeTables.filter(({ Associations }) => Associations.some(({ SubnetId }) => SubnetId === id));
    const shared = routeTables.filter(({ Associations }) => Associations.filter((one) => one.SubnetId).length > 1);
    const unused = routeTables.filter(({ Associations }) => Associations.length === 0);
    return [
        ...crowded,
        ...subnets.filter(({ SubnetId }) => tablesOf(SubnetId).length === 0)
            .map(({ SubnetId }) => `${SubnetId} has no route table of its own`),
        ...shared.map(({ RouteTableId }) => `${RouteTableId} is shared by several subnets`),
        ...unused.map(({ RouteTableId }) => `no subnet uses the route table ${RouteTableId}`),
    ];
}

function wrongRoutes({ routeTables }: Inventory, adopted: string[]): string[] {
    return routeTables.flatMap(({ RouteTableId, Routes }) =>
        Routes.filter(({ GatewayId }) => GatewayId !== "local" && !adopted.includes(GatewayId ?? "")).map((route) => {
            const to = route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? route.DestinationPrefixListId;
            return `${RouteTableId} has a route to ${to}`;
        })
    );
}

/** Gateways and the like, also those without a route. */
function connections(inventory: Inventory): string[] {
    const ids = [
        ...inventory.internetGateways.map((one) => one.InternetGatewayId),
        ...inventory.egressOnlyInternetGateways.map((one) => one.EgressOnlyInternetGatewayId),
        ...inventory.carrierGateways.map((one) => one.CarrierGatewayId),
        ...inventory.natGateways.filter(({ State }) => State !== "deleted").map((one) => one.NatGatewayId),
        ...inventory.vpnGateways.map((one) => one.VpnGatewayId),
        ...inventory.peerings.filter(({ Status }) => Status?.Code === "active").map((one) =>
            one.VpcPeeringConnectionId
        ),
        ...inventory.transitAttachments.filter(({ State }) => State !== "deleted").map((one) =>
            one.TransitGatewayAttachmentId
        ),
    ];
    return ids.map((id) => `${id} is attached to it`);
}
