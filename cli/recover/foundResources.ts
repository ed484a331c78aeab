import type { Details, Inventory } from "../../inventory/readInventory";

/** A resource that AWS has, as Pulumi would know it. */
export interface Found {
    /** The type token, e.g. `aws:ec2/subnet:Subnet`. */
    type: string;
    /** The ID in the state. */
    id: string;
    /** The ID with which `pulumi import` finds it, if it is another. */
    importId?: string;
    tags: { [key: string]: string };
    /** The ID of its VPC, if it is in one. */
    vpcId?: string;
    /** For a resource without tags: the ID of the tagged resource that it belongs to, and its type. */
    of?: { type: string; id: string };
    /** AWS's state of an endpoint, e.g. `available`. */
    state?: string;
    /** The command that deletes it, without `aws` and Region. */
    deletion: string[];
}

/** Type tokens of the resources that the components create. */
export const tokens = {
    vpc: "aws:ec2/vpc:Vpc",
    subnet: "aws:ec2/subnet:Subnet",
    routeTable: "aws:ec2/routeTable:RouteTable",
    association: "aws:ec2/routeTableAssociation:RouteTableAssociation",
    group: "aws:ec2/securityGroup:SecurityGroup",
    ingress: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    egress: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
    endpoint: "aws:ec2/vpcEndpoint:VpcEndpoint",
    endpointService: "aws:ec2/vpcEndpointService:VpcEndpointService",
    accepter: "aws:ec2/vpcEndpointConnectionAccepter:VpcEndpointConnectionAccepter",
    notification: "aws:ec2/vpcEndpointConnectionNotification:VpcEndpointConnectionNotification",
    record: "aws:route53/record:Record",
    flowLog: "aws:ec2/flowLog:FlowLog",
    logGroup: "aws:cloudwatch/logGroup:LogGroup",
    role: "aws:iam/role:Role",
    rolePolicy: "aws:iam/rolePolicy:RolePolicy",
} as const;

/**
 * Everything in AWS of the types that the components create, in the order in which it can be deleted.
 *
 * The import IDs are those of each resource's page in https://www.pulumi.com/registry/packages/aws/.
 */
export function foundResources(inventory: Inventory, details: Details): Found[] {
    return [
        ...inEndpointServices(inventory),
        ...inventory.endpoints.map((one): Found => ({
            type: tokens.endpoint,
            id: one.VpcEndpointId,
            tags: tagMap(one.Tags),
            vpcId: one.VpcId,
            // EC2 spells states in either case: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcEndpoint.html
            state: one.State[0]!.toLowerCase() + one.State.slice(1),
            deletion: ["ec2", "delete-vpc-endpoints", "--vpc-endpoint-ids", one.VpcEndpointId],
        })),
        ...inFlowLogs(inventory, details),
        ...inNetwork(inventory),
    ];
}

function inNetwork(inventory: Inventory): Found[] {
    const { securityGroupRules, securityGroups, routeTables, subnets, vpcs } = inventory;
    return [
        ...securityGroupRules.map(({ SecurityGroupRuleId: id, GroupId, IsEgress, Tags }): Found => ({
            type: IsEgress ? tokens.egress : tokens.ingress,
            id,
            tags: tagMap(Tags),
            vpcId: securityGroups.find((group) => group.GroupId === GroupId)?.VpcId ?? undefined,
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
        ...vpcs.map((one): Found => ({
            type: tokens.vpc,
            id: one.VpcId,
            tags: tagMap(one.Tags),
            vpcId: one.VpcId,
            deletion: ["ec2", "delete-vpc", "--vpc-id", one.VpcId],
        })),
    ];
}

function inFlowLogs({ flowLogs, logGroups, roles }: Inventory, details: Details): Found[] {
    return [
        ...flowLogs.map((one): Found => ({
            type: tokens.flowLog,
            id: one.FlowLogId,
            tags: tagMap(one.Tags),
            vpcId: one.ResourceId,
            deletion: ["ec2", "delete-flow-logs", "--flow-log-ids", one.FlowLogId],
        })),
        ...Object.entries(details.roles).flatMap(([role, { policyNames }]) =>
            policyNames.map((policy): Found => ({
                type: tokens.rolePolicy,
                id: `${role}:${policy}`,
                tags: {},
                of: { type: tokens.role, id: role },
                deletion: ["iam", "delete-role-policy", "--role-name", role, "--policy-name", policy],
            }))
        ),
        ...roles.filter(({ RoleName }) => Object.hasOwn(details.roles, RoleName)).map(({ RoleName: id }): Found => ({
            type: tokens.role,
            id,
            tags: tagMap(details.roles[id]!.tags),
            deletion: ["iam", "delete-role", "--role-name", id],
        })),
        ...logGroups.filter(({ arn }) => Object.hasOwn(details.logGroupTags, ownArn(arn))).map((one): Found => ({
            type: tokens.logGroup,
            id: one.logGroupName,
            tags: details.logGroupTags[ownArn(one.arn)]!,
            deletion: ["logs", "delete-log-group", "--log-group-name", one.logGroupName],
        })),
    ];
}

/** A log group's own ARN: `describe-log-groups` returns the one of its streams, which ends with `:*`. */
export function ownArn(arn: string): string {
    return arn.replace(/:\*$/, "");
}

function inEndpointServices(
    { endpointServices, endpointConnections, connectionNotifications }: Inventory,
): Found[] {
    const of = (id: string) => ({ type: tokens.endpointService, id });
    return [
        ...connectionNotifications.map(({ ConnectionNotificationId: id, ServiceId }): Found => ({
            type: tokens.notification,
            id,
            tags: {},
            of: of(ServiceId ?? ""),
            deletion: ["ec2", "delete-vpc-endpoint-connection-notifications", "--connection-notification-ids", id],
        })),
        ...endpointConnections.filter(({ VpcEndpointState: state }) => state.toLowerCase() === "available").map((
            { ServiceId, VpcEndpointId },
        ): Found => ({
            type: tokens.accepter,
            id: `${ServiceId}_${VpcEndpointId}`,
            tags: {},
            of: of(ServiceId),
            deletion: [
                "ec2",
                "reject-vpc-endpoint-connections",
                "--service-id",
                ServiceId,
                "--vpc-endpoint-ids",
                VpcEndpointId,
            ],
        })),
        ...endpointServices.map(({ ServiceId: id, Tags }): Found => ({
            type: tokens.endpointService,
            id,
            tags: tagMap(Tags),
            deletion: ["ec2", "delete-vpc-endpoint-service-configurations", "--service-ids", id],
        })),
    ];
}

function tagMap(tags: { Key: string; Value: string }[]): { [key: string]: string } {
    return Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value]));
}
