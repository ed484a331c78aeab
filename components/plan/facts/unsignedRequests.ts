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
    /** Whether only requests through this endpoint are unsigned, those through others always signed. @default false */
    signedElsewhere?: true;
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
        // Devices send syslog messages, which have no principal.
        endpoint: "syslog-logs",
        someSigned: true,
        signedElsewhere: true,
        actions: ["logs:PutLogEvents"],
        source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_Syslog_VPCEndpointPolicies.html",
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
