import { getRouteTable } from "@pulumi/aws/ec2/getRouteTable";
import { getRouteTables } from "@pulumi/aws/ec2/getRouteTables";
import { getSubnet } from "@pulumi/aws/ec2/getSubnet";
import { getSubnets } from "@pulumi/aws/ec2/getSubnets";
import { getVpc, type GetVpcResult } from "@pulumi/aws/ec2/getVpc";
import * as pulumi from "@pulumi/pulumi";

import type { FoundRouteTable, FoundSubnet, FoundVpc } from "../plan/network/foundVpc";

/** Looks up everything about a VPC that its endpoints depend on. */
export async function lookUpVpc(id: string, opts: pulumi.InvokeOptions): Promise<FoundVpc> {
    const vpc = await getVpc({ id }, opts);
    const [subnets, tables] = await Promise.all([
        getSubnets({ filters: [{ name: "vpc-id", values: [id] }] }, opts),
        getRouteTables({ vpcId: id }, opts),
    ]);
    return {
        id,
        cidrBlock: vpc.cidrBlock,
        secondaryCidrBlocks: secondaryCidrBlocksOf(vpc),
        enableDnsSupport: vpc.enableDnsSupport,
        enableDnsHostnames: vpc.enableDnsHostnames,
        mainRouteTableId: vpc.mainRouteTableId,
        ownerId: vpc.ownerId,
        subnets: await Promise.all(subnets.ids.map((subnet) => lookUpSubnet(subnet, opts))),
        routeTables: await Promise.all(tables.ids.map((table) => lookUpRouteTable(table, opts))),
    };
}

/** The associated secondary CIDR blocks. AWS also lists the primary one, and failed or removed associations. */
function secondaryCidrBlocksOf({ cidrBlock: primary, cidrBlockAssociations }: GetVpcResult): string[] {
    // A user's mocks may omit the list.
    return (cidrBlockAssociations ?? []).filter(({ state }) => state === "associated")
        .map(({ cidrBlock }) => cidrBlock).filter((cidrBlock) => cidrBlock !== primary).sort();
}

/** Looks up a subnet. */
export async function lookUpSubnet(id: string, opts: pulumi.InvokeOptions): Promise<FoundSubnet> {
    const { vpcId, availabilityZone, cidrBlock, availableIpAddressCount } = await getSubnet({ id }, opts);
    return { id, vpcId, availabilityZone, cidrBlock, availableAddresses: availableIpAddressCount };
}

async function lookUpRouteTable(id: string, opts: pulumi.InvokeOptions): Promise<FoundRouteTable> {
    const { associations, routes } = await getRouteTable({ routeTableId: id }, opts);
    return {
        id,
        subnetIds: associations.flatMap(({ subnetId }) => subnetId || []),
        isPublic: routes.some(({ gatewayId }) => gatewayId?.startsWith("igw-")),
        routes,
    };
}
