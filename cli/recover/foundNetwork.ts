import type { Inventory } from "../../inventory/readInventory";
import { type Found, tagMap, tokens } from "./found";

/** The resources of networks, in the order in which they can be deleted. */
export function foundNetwork(inventory: Inventory): Found[] {
    const { securityGroupRules, securityGroups, routeTables, subnets, vpcs } = inventory;
    const vpcOf = new Map(securityGroups.map(({ GroupId, VpcId }) => [GroupId, VpcId]));
    return [
        ...securityGroupRules.map(({ SecurityGroupRuleId: id, GroupId, IsEgress, Tags }): Found => ({
            type: IsEgress ? tokens.egress : tokens.ingress,
            id,
            tags: tagMap(Tags),
            vpcId: vpcOf.get(GroupId) ?? undefined,
            deletion: [
                "ec2",
                `revoke-security-group-${IsEgress ? "egress" : "ingress"}`,
                "--group-id",
                GroupId,
                "--security-group-rule-ids",
                id,
            ],
        })),
        ...securityGroups.filter(({ GroupName }) => GroupName !== "default").map((one): Found => ({
            type: tokens.group,
            id: one.GroupId,
            tags: tagMap(one.Tags),
            vpcId: one.VpcId ?? undefined,
            deletion: ["ec2", "delete-security-group", "--group-id", one.GroupId],
        })),
        ...routeTables.flatMap(({ RouteTableId, VpcId, Associations }) =>
            Associations.filter(({ Main, SubnetId }) => !Main && SubnetId).map((one): Found => ({
                type: tokens.association,
                id: one.RouteTableAssociationId,
                importId: `${one.SubnetId}/${RouteTableId}`,
                tags: {},
                vpcId: VpcId,
                of: { type: tokens.routeTable, id: RouteTableId },
                deletion: ["ec2", "disassociate-route-table", "--association-id", one.RouteTableAssociationId],
            }))
        ),
        ...routeTables.map((one): Found => ({
            type: tokens.routeTable,
            id: one.RouteTableId,
            tags: tagMap(one.Tags),
            vpcId: one.VpcId,
            deletion: ["ec2", "delete-route-table", "--route-table-id", one.RouteTableId],
        })),
        ...subnets.map((one): Found => ({
            type: tokens.subnet,
            id: one.SubnetId,
            tags: tagMap(one.Tags),
            vpcId: one.VpcId,
            deletion: ["ec2", "delete-subnet", "--subnet-id", one.SubnetId],
        })),
        ...vpcs.flatMap(({ VpcId, CidrBlock: first, CidrBlockAssociationSet }) =>
            CidrBlockAssociationSet.flatMap(({ AssociationId: id, CidrBlock, CidrBlockState }): Found[] =>
                !id || CidrBlock === first || CidrBlockState?.State !== "associated" ? [] : [{
                    type: tokens.cidrAssociation,
                    id,
                    tags: {},
                    cidrBlock: CidrBlock,
                    vpcId: VpcId,
                    of: { type: tokens.vpc, id: VpcId },
                    deletion: ["ec2", "disassociate-vpc-cidr-block", "--association-id", id],
                }]
            )
        ),
        ...vpcs.map((one): Found => ({
            type: tokens.vpc,
            id: one.VpcId,
            tags: tagMap(one.Tags),
            vpcId: one.VpcId,
            deletion: ["ec2", "delete-vpc", "--vpc-id", one.VpcId],
        })),
    ];
}
