import type { firewallTypes } from "../../../emulator/aws/firewallTypes";
import { types } from "../../run";

/** What the AWS provider calls for the resources of a type. */
export interface ProviderCalls {
    /** Its file below https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/, and AWS's pages. */
    source: string;
    /** What reading it calls, also while waiting for what was made. */
    read: string[];
    /** What making, changing and deleting it calls, or needs to be allowed for AWS to do it. */
    write: string[];
}

/** Types that only those make who use the components, and those of a DNS firewall, which have a test of their own. */
type OfOthers = "loadBalancer" | "principal" | keyof typeof firewallTypes;

/** What the AWS provider calls for what an endpoint service is made of. */
export const serviceCalls = {
    endpointService: {
        source: "ec2/vpc_endpoint_service.go; Regions need the action of vpce: "
            + "https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html",
        read: ["ec2:DescribeVpcEndpointServiceConfigurations", "ec2:DescribeVpcEndpointServicePermissions"],
        write: [
            "ec2:CreateTags",
            "ec2:CreateVpcEndpointServiceConfiguration",
            "ec2:DeleteTags",
            "ec2:DeleteVpcEndpointServiceConfigurations",
            "ec2:ModifyVpcEndpointServiceConfiguration",
            "ec2:ModifyVpcEndpointServicePermissions",
            "vpce:AllowMultiRegion",
        ],
    },
    accepter: {
        source: "ec2/vpc_endpoint_connection_accepter.go",
        read: ["ec2:DescribeVpcEndpointConnections"],
        write: ["ec2:AcceptVpcEndpointConnections", "ec2:RejectVpcEndpointConnections"],
    },
    notification: {
        source: "ec2/vpc_endpoint_connection_notification.go",
        read: ["ec2:DescribeVpcEndpointConnectionNotifications"],
        write: [
            "ec2:CreateVpcEndpointConnectionNotification",
            "ec2:DeleteVpcEndpointConnectionNotifications",
            "ec2:ModifyVpcEndpointConnectionNotification",
        ],
    },
    verification: {
        source: "ec2/vpc_endpoint_service_private_dns_verification.go",
        read: ["ec2:DescribeVpcEndpointServiceConfigurations"],
        write: ["ec2:StartVpcEndpointServicePrivateDnsVerification"],
    },
    record: {
        source: "route53/record.go",
        read: ["route53:GetChange", "route53:GetHostedZone", "route53:ListResourceRecordSets"],
        write: ["route53:ChangeResourceRecordSets"],
    },
} satisfies { [type: string]: ProviderCalls };

/** What the AWS provider calls for the resources of each type, as far as their inputs are set here. */
export const calls: { [Type in Exclude<keyof typeof types, OfOthers | keyof typeof serviceCalls>]: ProviderCalls } = {
    vpc: {
        source: "ec2/vpc_.go",
        read: [
            "ec2:DescribeNetworkAcls",
            "ec2:DescribeRouteTables",
            "ec2:DescribeSecurityGroups",
            "ec2:DescribeVpcAttribute",
            "ec2:DescribeVpcs",
        ],
        write: ["ec2:CreateTags", "ec2:CreateVpc", "ec2:DeleteTags", "ec2:DeleteVpc", "ec2:ModifyVpcAttribute"],
    },
    cidrAssociation: {
        source: "ec2/vpc_ipv4_cidr_block_association.go",
        read: ["ec2:DescribeVpcs"],
        write: ["ec2:AssociateVpcCidrBlock", "ec2:DisassociateVpcCidrBlock"],
    },
    subnet: {
        source: "ec2/vpc_subnet.go",
        read: ["ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets"],
        write: [
            "ec2:CreateSubnet",
            "ec2:CreateTags",
            "ec2:DeleteSubnet",
            "ec2:DeleteTags",
            "ec2:ModifySubnetAttribute",
        ],
    },
    routeTable: {
        source: "ec2/vpc_route_table.go",
        read: ["ec2:DescribeRouteTables"],
        write: [
            "ec2:CreateRouteTable",
            "ec2:CreateTags",
            "ec2:DeleteRouteTable",
            "ec2:DeleteTags",
            "ec2:DisassociateRouteTable",
        ],
    },
    association: {
        source: "ec2/vpc_route_table_association.go",
        read: ["ec2:DescribeRouteTables"],
        write: ["ec2:AssociateRouteTable", "ec2:DisassociateRouteTable", "ec2:ReplaceRouteTableAssociation"],
    },
    defaultGroup: {
        source: "ec2/vpc_default_security_group.go",
        read: ["ec2:DescribeSecurityGroups"],
        write: [
            "ec2:CreateTags",
            "ec2:DeleteTags",
            "ec2:RevokeSecurityGroupEgress",
            "ec2:RevokeSecurityGroupIngress",
        ],
    },
    group: {
        source: "ec2/vpc_security_group.go, which takes AWS's own rule away",
        read: ["ec2:DescribeNetworkInterfaces", "ec2:DescribeSecurityGroups"],
        write: [
            "ec2:CreateSecurityGroup",
            "ec2:CreateTags",
            "ec2:DeleteSecurityGroup",
            "ec2:DeleteTags",
            "ec2:RevokeSecurityGroupEgress",
        ],
    },
    ingress: {
        source: "ec2/vpc_security_group_ingress_rule.go",
        read: ["ec2:DescribeSecurityGroupRules"],
        write: [
            "ec2:AuthorizeSecurityGroupIngress",
            "ec2:CreateTags",
            "ec2:DeleteTags",
            "ec2:ModifySecurityGroupRules",
            "ec2:RevokeSecurityGroupIngress",
        ],
    },
    egress: {
        source: "ec2/vpc_security_group_egress_rule.go",
        read: ["ec2:DescribeSecurityGroupRules"],
        write: [
            "ec2:AuthorizeSecurityGroupEgress",
            "ec2:CreateTags",
            "ec2:DeleteTags",
            "ec2:ModifySecurityGroupRules",
            "ec2:RevokeSecurityGroupEgress",
        ],
    },
    endpoint: {
        source: "ec2/vpc_endpoint.go; private DNS needs the action of Route 53: "
            + "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html",
        read: ["ec2:DescribeNetworkInterfaces", "ec2:DescribePrefixLists", "ec2:DescribeVpcEndpoints"],
        write: [
            "ec2:CreateTags",
            "ec2:CreateVpcEndpoint",
            "ec2:DeleteTags",
            "ec2:DeleteVpcEndpoints",
            "ec2:ModifyVpcEndpoint",
            "route53:AssociateVPCWithHostedZone",
        ],
    },
    flowLog: {
        source:
            "ec2/vpc_flow_log.go; the delivery is of https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3.html, "
            + "the role of https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html",
        read: ["ec2:DescribeFlowLogs"],
        write: [
            "ec2:CreateFlowLogs",
            "ec2:CreateTags",
            "ec2:DeleteFlowLogs",
            "ec2:DeleteTags",
            "iam:PassRole",
            "logs:CreateLogDelivery",
            "logs:DeleteLogDelivery",
        ],
    },
    logGroup: {
        source: "logs/group.go",
        read: ["logs:DescribeLogGroups", "logs:ListTagsForResource"],
        write: [
            "logs:CreateLogGroup",
            "logs:DeleteLogGroup",
            "logs:DeleteRetentionPolicy",
            "logs:PutRetentionPolicy",
            "logs:TagResource",
            "logs:UntagResource",
        ],
    },
    role: {
        source: "iam/role.go",
        read: ["iam:GetRole", "iam:GetRolePolicy", "iam:ListAttachedRolePolicies", "iam:ListRolePolicies"],
        write: [
            "iam:CreateRole",
            "iam:DeleteRole",
            "iam:ListInstanceProfilesForRole",
            "iam:PutRolePermissionsBoundary",
            "iam:TagRole",
            "iam:UntagRole",
            "iam:UpdateAssumeRolePolicy",
        ],
    },
    rolePolicy: {
        source: "iam/role_policy.go",
        read: ["iam:GetRolePolicy"],
        write: ["iam:DeleteRolePolicy", "iam:PutRolePolicy"],
    },
} satisfies { [Type in keyof typeof types]?: ProviderCalls };
