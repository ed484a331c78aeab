import { type Attributes, type Made, types } from "../aws/world";
import type { Descriptions, ListedAccount } from "./listedAccount";
import { tagsOf } from "./tagList";

/** AWS's descriptions of what is in a network, by the operation of `aws ec2` that lists them. */
export const describedNetwork: Descriptions = {
    "describe-vpcs": { key: "Vpcs", items: (account) => account.all(types.vpc).map((vpc) => vpcOf(vpc, account)) },
    "describe-subnets": { key: "Subnets", items: (account) => account.all(types.subnet).map(subnetOf) },
    "describe-route-tables": {
        key: "RouteTables",
        items: (account) => [
            ...account.all(types.routeTable).map((table) => tableOf(table, account)),
            ...account.all(types.vpc).filter(({ attributes }) => attributes.mainRouteTableId).map((vpc) =>
                mainTableOf(vpc, account)
            ),
        ],
    },
    "describe-network-acls": {
        key: "NetworkAcls",
        items: (account) => account.all(types.vpc).map((vpc) => defaultAclOf(vpc, account)),
    },
};

function vpcOf(vpc: Made, account: ListedAccount): Attributes {
    const { accountId } = account;
    const { cidrBlock } = vpc.attributes;
    const first = { id: vpc.id.replace("vpc-", "vpc-cidr-assoc-"), attributes: { cidrBlock } };
    const associations = [first, ...secondaryBlocks(vpc.id, account)];
    return {
        VpcId: vpc.id,
        OwnerId: accountId,
        State: "available",
        CidrBlock: cidrBlock,
        CidrBlockAssociationSet: associations.map((one) => ({
            AssociationId: one.id,
            CidrBlock: one.attributes.cidrBlock,
            CidrBlockState: { State: "associated" },
        })),
        InstanceTenancy: "default",
        IsDefault: false,
        Tags: tagsOf(vpc),
    };
}

function secondaryBlocks(vpc: string, account: ListedAccount): Made[] {
    return account.all(types.cidrAssociation).filter(({ attributes }) => attributes.vpcId === vpc);
}

function subnetOf(subnet: Made): Attributes {
    const { vpcId, availabilityZone, cidrBlock, mapPublicIpOnLaunch = false } = subnet.attributes;
    return {
        SubnetId: subnet.id,
        VpcId: vpcId,
        AvailabilityZone: availabilityZone,
        CidrBlock: cidrBlock,
        MapPublicIpOnLaunch: mapPublicIpOnLaunch,
        State: "available",
        Tags: tagsOf(subnet),
    };
}

/** A local route for each CIDR block of the VPC: https://docs.aws.amazon.com/vpc/latest/userguide/RouteTables.html */
function localRoutes(vpc: Made | undefined, account: ListedAccount): Attributes[] {
    const blocks = vpc ? [vpc, ...secondaryBlocks(vpc.id, account)] : [];
    return blocks.map(({ attributes: { cidrBlock } }) => ({
        DestinationCidrBlock: cidrBlock,
        GatewayId: "local",
        Origin: "CreateRouteTable",
        State: "active",
    }));
}

function tableOf(table: Made, account: ListedAccount): Attributes {
    const { vpcId } = table.attributes;
    const associated = account.all(types.association).filter(({ attributes }) => attributes.routeTableId === table.id);
    const gateways = account.all(types.endpoint).filter(({ attributes: { routeTableIds = [] } }) =>
        routeTableIds.includes(table.id)
    );
    const toGateways = gateways.map(({ id, attributes }) => ({
        DestinationPrefixListId: attributes.prefixListId,
        GatewayId: id,
        Origin: "CreateRoute",
        State: "active",
    }));
    return {
        RouteTableId: table.id,
        VpcId: vpcId,
        Associations: associated.map(({ id, attributes: { subnetId } }) => ({
            RouteTableAssociationId: id,
            RouteTableId: table.id,
            SubnetId: subnetId,
            Main: false,
            AssociationState: { State: "associated" },
        })),
        Routes: [
            ...localRoutes(account.find(vpcId), account),
            ...account.all("aws:ec2/route:Route").filter(({ attributes }) => attributes.routeTableId === table.id).map(
                routeOf,
            ),
            ...toGateways,
        ],
        Tags: tagsOf(table),
    };
}

/** A route that is a resource of its own. */
function routeOf({ attributes }: Made): Attributes {
    const { destinationCidrBlock, destinationPrefixListId, gatewayId } = attributes;
    const { natGatewayId, vpcPeeringConnectionId, transitGatewayId } = attributes;
    return {
        ...(destinationCidrBlock && { DestinationCidrBlock: destinationCidrBlock }),
        ...(destinationPrefixListId && { DestinationPrefixListId: destinationPrefixListId }),
        ...(gatewayId && { GatewayId: gatewayId }),
        ...(natGatewayId && { NatGatewayId: natGatewayId }),
        ...(vpcPeeringConnectionId && { VpcPeeringConnectionId: vpcPeeringConnectionId }),
        ...(transitGatewayId && { TransitGatewayId: transitGatewayId }),
        Origin: "CreateRoute",
        State: "active",
    };
}

function mainTableOf(vpc: Made, account: ListedAccount): Attributes {
    const { id: VpcId, attributes: { mainRouteTableId: id } } = vpc;
    const association = {
        RouteTableAssociationId: id.replace("rtb-", "rtbassoc-"),
        RouteTableId: id,
        Main: true,
        AssociationState: { State: "associated" },
    };
    return { RouteTableId: id, VpcId, Associations: [association], Routes: localRoutes(vpc, account), Tags: [] };
}

function defaultAclOf({ id, attributes: { defaultNetworkAclId } }: Made, account: ListedAccount): Attributes {
    const subnets = account.all(types.subnet).filter(({ attributes }) => attributes.vpcId === id);
    const entry = (RuleNumber: number, Egress: boolean, RuleAction: string) => ({
        RuleNumber,
        Egress,
        RuleAction,
        Protocol: "-1",
        CidrBlock: "0.0.0.0/0",
    });
    return {
        NetworkAclId: defaultNetworkAclId ?? id.replace("vpc-", "acl-"),
        VpcId: id,
        IsDefault: true,
        Associations: subnets.map((subnet) => ({ SubnetId: subnet.id })),
        Entries: [false, true].flatMap((egress) => [entry(100, egress, "allow"), entry(32767, egress, "deny")]),
        Tags: [],
    };
}
