/**
 * Actions for which AWS sets no resource owner, so that no condition on it can match; `*` for all actions of a service.
 * Other actions without a resource have the caller's own account as owner.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export const unownedActions: string[] = [
    "auditmanager:UpdateAssessmentFrameworkShare",
    "detective:AcceptInvitation",
    "ds:AcceptSharedDirectory",
    "ebs:*",
    ...["AcceptTransitGatewayPeeringAttachment", "AcceptVpcEndpointConnections", "AcceptVpcPeeringConnection"]
        .map((name) => `ec2:${name}`),
    ...["CreateTransitGatewayPeeringAttachment", "CreateVpcEndpoint", "CreateVpcPeeringConnection"]
        .map((name) => `ec2:${name}`),
    "guardduty:AcceptAdministratorInvitation",
    "macie2:AcceptInvitation",
    "route53:AssociateVPCWithHostedZone",
    "route53:CreateVPCAssociationAuthorization",
    "securityhub:AcceptAdministratorInvitation",
];

/**
 * Actions without a resource owner that connect the own network to another one, whose account no condition key has. They
 * are allowed only where the caller names them.
 *
 * Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html
 */
export const unlimitedActions: string[] = [
    "ec2:AcceptTransitGatewayPeeringAttachment",
    "ec2:AcceptVpcEndpointConnections",
    "ec2:CreateTransitGatewayPeeringAttachment",
];

/** Actions without a resource owner whose other side is in another condition key. */
export interface NarrowedActions {
    actions: string[];
    /**
     * Conditions in addition to that on the principal; `<accountId>` is a placeholder for the own account. AWS evaluates
     * each resource of a request, and the keys are those of one of them: hence IfExists.
     */
    condition: { [operator: string]: { [key: string]: string | string[] } };
    /** The page that documents it. */
    source: string;
}

const ownVpcs = "arn:<partition>:ec2:*:<accountId>:vpc/*";

/** VPC endpoints to services of AWS and of own accounts, and peering between VPCs of own accounts. */
export const narrowedActions: NarrowedActions[] = [
    {
        actions: ["ec2:CreateVpcEndpoint"],
        condition: { StringEqualsIfExists: { "ec2:VpceServiceOwner": ["amazon", "<accountId>"] } },
        source: "https://docs.aws.amazon.com/vpc/latest/privatelink/security_iam_id-based-policy-examples.html",
    },
    {
        actions: ["ec2:AcceptVpcPeeringConnection", "ec2:CreateVpcPeeringConnection"],
        condition: { ArnLikeIfExists: { "ec2:AccepterVpc": ownVpcs, "ec2:RequesterVpc": ownVpcs } },
        source: "https://docs.aws.amazon.com/vpc/latest/peering/security-iam.html#vpc-peering-iam-account",
    },
];

/**
 * Actions that name no resource and return nothing of one: a token to sign in with.
 *
 * Source: https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_GetAuthorizationToken.html
 */
export const unresourcedActions: string[] = ["ecr:GetAuthorizationToken"];
