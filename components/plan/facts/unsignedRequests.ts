import type { Service } from "./services";

/** Unsigned requests. They have no principal, so no condition on a principal can match. */
export interface UnsignedRequests {
    /** The service whose endpoint they use. */
    endpoint: Service;
    actions: string[];
    /** The page that documents it. */
    source: string;
    /** Condition keys with the account the requests are for; each one is sufficient. @default ["aws:ResourceAccount"] */
    accountKeys?: string[];
    /** The resources they are limited to by name, if no condition key has their owner. @default ["*"] */
    resources?: string[];
    /** Whether the same requests may also be signed. @default false */
    someSigned?: true;
}

const guide = "https://docs.aws.amazon.com/IAM/latest/UserGuide";
const cognito = "https://docs.aws.amazon.com/cognito/latest/developerguide/vpc-interface-endpoints.html";
const agentCore = "https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/vpc-interface-endpoints.html";

/** Requests without an IAM signature that clients of an endpoint make nevertheless. */
export const unsignedRequests: UnsignedRequests[] = [
    {
        endpoint: "sts",
        actions: ["sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity"],
        source: `${guide}/reference_sts_vpc_endpoint_policies.html`,
    },
    {
        endpoint: "cognito-idp",
        actions: [
            ...["AssociateSoftwareToken", "ChangePassword", "CompleteWebAuthnRegistration", "ConfirmDevice"],
            ...["ConfirmForgotPassword", "ConfirmSignUp", "DeleteUser", "DeleteUserAttributes"],
            ...["DeleteWebAuthnCredential", "ForgetDevice", "ForgotPassword", "GetDevice", "GetTokensFromRefreshToken"],
            ...["GetUser", "GetUserAttributeVerificationCode", "GetUserAuthFactors", "GlobalSignOut", "InitiateAuth"],
            ...["ListDevices", "ListUserSessions", "ListWebAuthnCredentials", "ResendConfirmationCode"],
            ...[
                "RespondToAuthChallenge",
                "RevokeToken",
                "RevokeUserSession",
                "SetUserMFAPreference",
                "SetUserSettings",
            ],
            ...["SignUp", "StartWebAuthnRegistration", "UpdateAuthEventFeedback", "UpdateDeviceStatus"],
            ...["UpdateUserAttributes", "VerifySoftwareToken", "VerifyUserAttribute"],
        ].map((name) => `cognito-idp:${name}`),
        source: cognito,
        accountKeys: [],
        resources: ["arn:<partition>:cognito-idp:<region>:<accountId>:userpool/*"],
    },
    {
        endpoint: "cognito-identity",
        actions: ["GetCredentialsForIdentity", "GetId", "GetOpenIdToken", "UnlinkIdentity"]
            .map((name) => `cognito-identity:${name}`),
        source: cognito,
        accountKeys: ["cognito-identity-auth:AccountId", "cognito-identity-unauth:AccountId"],
    },
    {
        endpoint: "ssm",
        actions: ["RegisterManagedInstance", "RequestManagedInstanceRoleToken", "UpdateManagedInstancePublicKey"]
            .map((name) => `ssm:${name}`),
        source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-create-vpc.html",
        accountKeys: ["ssm:NodeAccountId"],
    },
    {
        endpoint: "rolesanywhere",
        actions: ["rolesanywhere:CreateSession"],
        source: "https://docs.aws.amazon.com/rolesanywhere/latest/userguide/vpc-interface-endpoints.html",
        accountKeys: [],
        resources: ["arn:<partition>:rolesanywhere:<region>:<accountId>:trust-anchor/*"],
    },
    {
        // The session's token authenticates the connection, and has its caller.
        endpoint: "ssmmessages",
        someSigned: true,
        actions: ["ssmmessages:OpenDataChannel"],
        source: "https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_StartSession.html",
        accountKeys: [],
        resources: ["arn:<partition>:ssm:<region>:<accountId>:session/*"],
    },
    {
        endpoint: "execute-api",
        someSigned: true,
        actions: ["execute-api:Invoke"],
        source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-vpc-endpoint-policies.html",
    },
    {
        endpoint: "bedrock-agentcore",
        someSigned: true,
        actions: ["bedrock-agentcore:GetRuntimeProtectedResourceMetadata", "bedrock-agentcore:InvokeAgentRuntime"],
        source: agentCore,
        accountKeys: [],
        resources: ["arn:<partition>:bedrock-agentcore:<region>:<accountId>:runtime/*"],
    },
    {
        endpoint: "bedrock-agentcore.gateway",
        someSigned: true,
        actions: ["bedrock-agentcore:InvokeGateway"],
        source: agentCore,
        accountKeys: [],
        resources: ["arn:<partition>:bedrock-agentcore:<region>:<accountId>:gateway/*"],
    },
    {
        endpoint: "signin",
        actions: ["signin:Authenticate"],
        source: "https://docs.aws.amazon.com/awsconsolehelpdocs/latest/gsg/trusted-identities.html",
    },
    {
        endpoint: "pca-connector-scep",
        actions: ["GetCACaps", "GetCACert", "PKIOperation"].map((name) => `pca-connector-scep:${name}`),
        source: "https://docs.aws.amazon.com/privateca/latest/userguide/c4scep-vpc-endpoints.html",
        accountKeys: [],
        resources: ["arn:<partition>:pca-connector-scep:<region>:<accountId>:connector/*"],
    },
    {
        // An instance's helper scripts send the stack's name and no credentials.
        endpoint: "cloudformation",
        someSigned: true,
        actions: ["cloudformation:DescribeStackResource", "cloudformation:SignalResource"],
        source:
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/cfn-helper-scripts-reference.html",
        accountKeys: [],
        resources: ["arn:<partition>:cloudformation:<region>:<accountId>:stack/*"],
    },
];

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
