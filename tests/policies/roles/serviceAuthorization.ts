/**
 * The resource types that AWS authorizes an action on, and the condition keys that it documents for them, by action: `*` for an
 * action without resources. A list of types has the keys that follow.
 *
 * Only actions that a file in policies/roles/ names, the resource types and keys that its statements or these tests could use, and
 * of EC2's two names for the tags of a resource the global one. Read in September 2026 from
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_ec2.html, list_iam.html, list_logs.html, list_route53.html
 * and list_vpce.html, of which IAM and CloudWatch Logs list the tags of a resource under its type.
 */
export const serviceAuthorization: { [action: string]: { [resourceTypes: string]: string } } = {
    "ec2:AcceptVpcEndpointConnections": { "vpc-endpoint-service": "aws:ResourceTag/* ec2:Region" },
    "ec2:AssociateRouteTable": { "route-table subnet": "aws:ResourceTag/* ec2:Region ec2:Vpc" },
    "ec2:AssociateVpcCidrBlock": { "vpc": "aws:ResourceTag/* ec2:Region ec2:VpcID" },
    "ec2:AuthorizeSecurityGroupEgress": {
        "security-group": "aws:ResourceTag/* ec2:Region ec2:Vpc",
        "security-group-rule": "aws:RequestTag/* aws:TagKeys ec2:Region",
    },
    "ec2:AuthorizeSecurityGroupIngress": {
        "security-group": "aws:ResourceTag/* ec2:Region ec2:Vpc",
        "security-group-rule": "aws:RequestTag/* aws:TagKeys ec2:Region",
    },
    "ec2:CreateFlowLogs": {
        "network-interface subnet": "aws:ResourceTag/* ec2:Region ec2:Vpc",
        "vpc": "aws:ResourceTag/* ec2:Region ec2:VpcID",
        "vpc-flow-log": "aws:RequestTag/* aws:TagKeys ec2:Region",
    },
    "ec2:CreateRouteTable": {
        "route-table": "aws:RequestTag/* aws:TagKeys ec2:Region",
        "vpc": "aws:ResourceTag/* ec2:Region ec2:VpcID",
    },
    "ec2:CreateSecurityGroup": {
        "security-group": "aws:RequestTag/* aws:TagKeys ec2:Region",
        "vpc": "aws:ResourceTag/* ec2:Region ec2:VpcID",
    },
    "ec2:CreateSubnet": {
        "subnet": "aws:RequestTag/* aws:TagKeys ec2:Region",
        "vpc": "aws:ResourceTag/* ec2:Region ec2:VpcID",
    },
    "ec2:CreateTags": {
        "instance prefix-list security-group-rule vpc-endpoint vpc-endpoint-service vpc-flow-log":
            "aws:RequestTag/* aws:ResourceTag/* aws:TagKeys ec2:CreateAction ec2:Region",
        "network-interface route-table security-group subnet":
            "aws:RequestTag/* aws:ResourceTag/* aws:TagKeys ec2:CreateAction ec2:Region ec2:Vpc",
        "vpc": "aws:RequestTag/* aws:ResourceTag/* aws:TagKeys ec2:CreateAction ec2:Region ec2:VpcID",
    },
    "ec2:CreateVpc": { "vpc": "aws:RequestTag/* aws:TagKeys ec2:Region ec2:VpcID" },
    "ec2:CreateVpcEndpoint": {
        "route-table security-group subnet": "aws:ResourceTag/* ec2:Region",
        "vpc": "aws:ResourceTag/* ec2:Region ec2:VpcID",
        "vpc-endpoint": "aws:RequestTag/* aws:TagKeys ec2:Region ec2:VpceServiceName ec2:VpceServiceOwner",
    },
    "ec2:CreateVpcEndpointConnectionNotification": {
        "vpc-endpoint vpc-endpoint-service": "aws:ResourceTag/* ec2:Region",
    },
    "ec2:CreateVpcEndpointServiceConfiguration": {
        "vpc-endpoint-service": "aws:RequestTag/* aws:TagKeys ec2:Region ec2:VpceServicePrivateDnsName",
    },
    "ec2:DeleteFlowLogs": { "vpc-flow-log": "aws:ResourceTag/* ec2:Region" },
    "ec2:DeleteRouteTable": { "route-table": "aws:ResourceTag/* ec2:Region ec2:Vpc" },
    "ec2:DeleteSecurityGroup": { "security-group": "aws:ResourceTag/* ec2:Region ec2:Vpc" },
    "ec2:DeleteSubnet": { "subnet": "aws:ResourceTag/* ec2:Region ec2:Vpc" },
    "ec2:DeleteTags": {
        "instance network-interface prefix-list route-table security-group security-group-rule subnet vpc vpc-endpoint vpc-endpoint-service vpc-flow-log":
            "aws:RequestTag/* aws:ResourceTag/* aws:TagKeys ec2:Region",
    },
    "ec2:DeleteVpc": { "vpc": "aws:ResourceTag/* ec2:Region ec2:VpcID" },
    "ec2:DeleteVpcEndpointConnectionNotifications": {
        "vpc-endpoint vpc-endpoint-service": "aws:ResourceTag/* ec2:Region",
    },
    "ec2:DeleteVpcEndpointServiceConfigurations": { "vpc-endpoint-service": "aws:ResourceTag/* ec2:Region" },
    "ec2:DeleteVpcEndpoints": { "vpc-endpoint": "aws:ResourceTag/* ec2:Region ec2:VpceServiceName" },
    "ec2:DescribeFlowLogs": { "*": "ec2:Region" },
    "ec2:DescribeInternetGateways": { "*": "ec2:Region" },
    "ec2:DescribeNatGateways": { "*": "ec2:Region" },
    "ec2:DescribeNetworkAcls": { "*": "ec2:Region" },
    "ec2:DescribeNetworkInterfaces": { "*": "ec2:Region" },
    "ec2:DescribePrefixLists": { "*": "ec2:Region" },
    "ec2:DescribeRouteTables": { "*": "ec2:Region" },
    "ec2:DescribeSecurityGroupRules": { "*": "ec2:Region" },
    "ec2:DescribeSecurityGroups": { "*": "ec2:Region" },
    "ec2:DescribeSubnets": { "*": "ec2:Region" },
    "ec2:DescribeTransitGatewayVpcAttachments": { "*": "ec2:Region" },
    "ec2:DescribeVpcAttribute": { "vpc": "aws:ResourceTag/* ec2:Region ec2:VpcID" },
    "ec2:DescribeVpcEndpointConnectionNotifications": { "*": "ec2:Region" },
    "ec2:DescribeVpcEndpointConnections": { "*": "ec2:Region" },
    "ec2:DescribeVpcEndpointServiceConfigurations": { "*": "ec2:Region" },
    "ec2:DescribeVpcEndpointServicePermissions": { "vpc-endpoint-service": "aws:ResourceTag/* ec2:Region" },
    "ec2:DescribeVpcEndpointServices": { "*": "ec2:Region" },
    "ec2:DescribeVpcEndpoints": { "*": "ec2:Region" },
    "ec2:DescribeVpcPeeringConnections": { "*": "ec2:Region" },
    "ec2:DescribeVpcs": { "*": "ec2:Region" },
    "ec2:DescribeVpnGateways": { "*": "ec2:Region" },
    "ec2:DisassociateRouteTable": { "route-table subnet": "aws:ResourceTag/* ec2:Region ec2:Vpc" },
    "ec2:DisassociateVpcCidrBlock": { "vpc": "aws:ResourceTag/* ec2:Region ec2:VpcID" },
    "ec2:ModifySecurityGroupRules": {
        "prefix-list security-group-rule": "aws:ResourceTag/* ec2:Region",
        "security-group": "aws:ResourceTag/* ec2:Region ec2:Vpc",
    },
    "ec2:ModifySubnetAttribute": { "subnet": "aws:ResourceTag/* ec2:Region ec2:Vpc" },
    "ec2:ModifyVpcAttribute": { "vpc": "aws:ResourceTag/* ec2:Region ec2:VpcID" },
    "ec2:ModifyVpcEndpoint": {
        "route-table vpc-endpoint": "aws:ResourceTag/* ec2:Region",
        "security-group subnet": "aws:ResourceTag/* ec2:Region ec2:Vpc",
    },
    "ec2:ModifyVpcEndpointConnectionNotification": {
        "vpc-endpoint vpc-endpoint-service": "aws:ResourceTag/* ec2:Region",
    },
    "ec2:ModifyVpcEndpointServiceConfiguration": {
        "vpc-endpoint-service": "aws:ResourceTag/* ec2:Region ec2:VpceServicePrivateDnsName",
    },
    "ec2:ModifyVpcEndpointServicePermissions": { "vpc-endpoint-service": "aws:ResourceTag/* ec2:Region" },
    "ec2:RejectVpcEndpointConnections": { "vpc-endpoint-service": "aws:ResourceTag/* ec2:Region" },
    "ec2:ReplaceRouteTableAssociation": { "route-table subnet": "aws:ResourceTag/* ec2:Region ec2:Vpc" },
    "ec2:RevokeSecurityGroupEgress": { "security-group": "aws:ResourceTag/* ec2:Region ec2:Vpc" },
    "ec2:RevokeSecurityGroupIngress": { "security-group": "aws:ResourceTag/* ec2:Region ec2:Vpc" },
    "ec2:StartVpcEndpointServicePrivateDnsVerification": { "vpc-endpoint-service": "aws:ResourceTag/* ec2:Region" },
    "iam:AttachRolePolicy": { "role": "aws:ResourceTag/* iam:PermissionsBoundary iam:PolicyARN" },
    "iam:CreatePolicy": { "policy": "aws:RequestTag/* aws:ResourceTag/* aws:TagKeys" },
    "iam:CreatePolicyVersion": { "policy": "aws:ResourceTag/*" },
    "iam:CreateRole": { "role": "aws:RequestTag/* aws:ResourceTag/* aws:TagKeys iam:PermissionsBoundary" },
    "iam:DeletePolicy": { "policy": "aws:ResourceTag/*" },
    "iam:DeletePolicyVersion": { "policy": "aws:ResourceTag/*" },
    "iam:DeleteRole": { "role": "aws:ResourceTag/* iam:PermissionsBoundary" },
    "iam:DeleteRolePermissionsBoundary": { "role": "aws:ResourceTag/* iam:PermissionsBoundary" },
    "iam:DeleteRolePolicy": { "role": "aws:ResourceTag/* iam:PermissionsBoundary" },
    "iam:GetRole": { "role": "aws:ResourceTag/* iam:PermissionsBoundary" },
    "iam:GetRolePolicy": { "role": "aws:ResourceTag/*" },
    "iam:ListAttachedRolePolicies": { "role": "aws:ResourceTag/*" },
    "iam:ListInstanceProfilesForRole": { "role": "aws:ResourceTag/*" },
    "iam:ListRolePolicies": { "role": "aws:ResourceTag/*" },
    "iam:PassRole": { "role": "aws:ResourceTag/* iam:AssociatedResourceArn iam:PassedToService" },
    "iam:PutRolePermissionsBoundary": { "role": "aws:ResourceTag/* iam:PermissionsBoundary" },
    "iam:PutRolePolicy": { "role": "aws:ResourceTag/* iam:PermissionsBoundary" },
    "iam:SetDefaultPolicyVersion": { "policy": "aws:ResourceTag/*" },
    "iam:TagRole": { "role": "aws:RequestTag/* aws:ResourceTag/* aws:TagKeys" },
    "iam:UntagRole": { "role": "aws:ResourceTag/* aws:TagKeys" },
    "iam:UpdateAssumeRolePolicy": { "role": "aws:ResourceTag/* iam:PermissionsBoundary" },
    "logs:CreateLogDelivery": { "*": "" },
    "logs:CreateLogGroup": { "log-group": "aws:RequestTag/* aws:ResourceTag/* aws:TagKeys" },
    "logs:CreateLogStream": { "log-stream": "aws:ResourceTag/*" },
    "logs:DeleteLogDelivery": { "*": "" },
    "logs:DeleteLogGroup": { "log-group": "aws:ResourceTag/*" },
    "logs:DeleteRetentionPolicy": { "log-group": "aws:ResourceTag/*" },
    "logs:DescribeLogGroups": { "*": "" },
    "logs:DescribeLogStreams": { "log-group": "aws:ResourceTag/*" },
    "logs:ListTagsForResource": { "log-group": "aws:ResourceTag/*" },
    "logs:PutLogEvents": { "log-stream": "aws:ResourceTag/*" },
    "logs:PutRetentionPolicy": { "log-group": "aws:ResourceTag/*" },
    "logs:TagResource": { "log-group": "aws:RequestTag/* aws:ResourceTag/* aws:TagKeys" },
    "logs:UntagResource": { "log-group": "aws:ResourceTag/* aws:TagKeys" },
    "route53:AssociateVPCWithHostedZone": { "hostedzone": "route53:VPCs" },
    "route53:ChangeResourceRecordSets": {
        "hostedzone":
            "route53:ChangeResourceRecordSetsActions route53:ChangeResourceRecordSetsNormalizedRecordNames route53:ChangeResourceRecordSetsRecordTypes",
    },
    "route53:GetChange": { "change": "" },
    "route53:GetHostedZone": { "hostedzone": "" },
    "route53:ListHostedZones": { "*": "" },
    "route53:ListResourceRecordSets": { "hostedzone": "" },
    "route53:ListTagsForResource": { "hostedzone": "" },
    "route53resolver:GetFirewallRuleGroupAssociation": { "firewall-rule-group-association": "aws:ResourceTag/*" },
    "tag:GetResources": { "*": "" },
    "vpce:AllowMultiRegion": { "vpc-endpoint vpc-endpoint-service": "" },
};
