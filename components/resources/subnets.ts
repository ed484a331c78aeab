import * as ec2 from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";

import type { PlannedSubnet } from "../plan/network/placeSubnets";
import { subnetIn } from "../plan/network/subnetSlots";
import { type Tags, tagsOf } from "./tags";

/** What was created in each Availability Zone, by its name. */
export interface MadeSubnets {
    subnetIds: { [zone: string]: pulumi.Output<string> };
    routeTableIds: { [zone: string]: pulumi.Output<string> };
}

/** Creates a subnet in each Availability Zone, with a route table that has only the local route. */
export function makeSubnets(
    name: string,
    vpc: ec2.Vpc,
    planned: PlannedSubnet[],
    tags: Tags | undefined,
    opts: pulumi.CustomResourceOptions,
): MadeSubnets {
    const { id: vpcId } = vpc;
    const made: MadeSubnets = { subnetIds: {}, routeTableIds: {} };
    for (const { zone, cidrBlock } of planned) {
        const zoneName = `${name}-${zone}`;
        const zoneTags = tagsOf(zoneName, tags);
        const placed = {
            vpcId,
            availabilityZone: zone,
            // IPAM allocates the VPC's block during the deployment.
            cidrBlock: cidrBlock ?? vpc.cidrBlock.apply((range) => subnetIn(range, zone)),
            mapPublicIpOnLaunch: false,
            tags: zoneTags,
        };
        const subnet = new ec2.Subnet(zoneName, placed, opts);
        const routeTable = new ec2.RouteTable(zoneName, { vpcId, tags: zoneTags }, opts);
        new ec2.RouteTableAssociation(zoneName, { subnetId: subnet.id, routeTableId: routeTable.id }, opts);
        made.subnetIds[zone] = subnet.id;
        made.routeTableIds[zone] = routeTable.id;
    }
    return made;
}
