import * as ec2 from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";

import type { PlannedSecondaryRange } from "../plan/network/planSecondaryRanges";
import type { MadeSubnets } from "./subnets";
import { type Tags, tagsOf } from "./tags";

/** IDs of the subnets in secondary ranges, by CIDR block and zone. */
export interface SecondarySubnetIds {
    [cidrBlock: string]: { [zone: string]: pulumi.Output<string> };
}

/**
 * Associates the secondary CIDR blocks with a VPC, one after the other, and creates their subnets. These use the route
 * tables of their zones, so that the gateway endpoints need no other table.
 */
export function makeSecondaryRanges(
    name: string,
    vpcId: pulumi.Output<string>,
    planned: PlannedSecondaryRange[],
    routeTableIds: MadeSubnets["routeTableIds"],
    tags: Tags | undefined,
    opts: pulumi.CustomResourceOptions,
): SecondarySubnetIds {
    const made: SecondarySubnetIds = {};
    const associations: pulumi.Resource[] = [];
    for (const { cidrBlock, subnets } of planned) {
        const rangeName = `${name}-${cidrBlock}`;
        // In this order: after some ranges AWS adds no others.
        const association = new ec2.VpcIpv4CidrBlockAssociation(rangeName, { vpcId, cidrBlock }, {
            ...opts,
            dependsOn: associations.slice(-1),
        });
        associations.push(association);
        made[cidrBlock] = Object.fromEntries(subnets.map(({ zone, cidrBlock: block }) => {
            const zoneName = `${rangeName}-${zone}`;
            const subnet = new ec2.Subnet(zoneName, {
                // Of the association, because AWS rejects a subnet outside the VPC's ranges.
                vpcId: association.vpcId,
                availabilityZone: zone,
                cidrBlock: block!,
                mapPublicIpOnLaunch: false,
                tags: tagsOf(zoneName, tags),
            }, opts);
            const routeTableId = routeTableIds[zone]!;
            new ec2.RouteTableAssociation(zoneName, { subnetId: subnet.id, routeTableId }, opts);
            return [zone, subnet.id];
        }));
    }
    return made;
}
