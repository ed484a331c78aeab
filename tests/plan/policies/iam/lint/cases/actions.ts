import { type Case, policy, s3 } from "./case";

const reference = "see the AWS Service Authorization Reference";
const place = "Statement[0].Action";

export const unknownActionCases: Case[] = [
    {
        title: "an action must exist in IAM, in any letter case",
        fault: policy({ Action: ["s3:GetObject", "s3:GetObjcet"] }),
        legal: policy({ Action: ["s3:getobject", "S3:GET*", "s3:<action>", "<action>"] }),
        finding: {
            path: "Statement[0].Action[1]",
            message: "s3:GetObjcet is not an IAM action",
            hint: "did you mean s3:GetObject?",
        },
    },
    {
        title: "the name of an API operation may differ from its IAM action",
        fault: policy({ Action: "s3:ListObjectsV2", Resource: "*" }),
        legal: policy({ Action: "s3:ListBucket", Resource: "*" }),
        finding: {
            path: place,
            message: "s3:ListObjectsV2 is not an IAM action",
            hint: "the permission for this operation is s3:ListBucket",
        },
    },
    {
        title: "a wildcard pattern must match an action",
        fault: policy({ Action: undefined, NotAction: "s3:Fetch*Everything" }),
        legal: policy({ Action: undefined, NotAction: "s3:Get*Acl" }),
        finding: {
            path: "Statement[0].NotAction",
            message: "s3:Fetch*Everything is not an IAM action",
            hint: reference,
        },
    },
    {
        title: "a prefix must be that of a service",
        fault: policy({ Action: "dynamo:GetItem", Resource: "*" }),
        legal: policy({ Action: "dynamodb:GetItem", Resource: "*" }),
        finding: {
            path: place,
            message: "no IAM action begins with dynamo:",
            hint: "did you mean dynamodb:GetItem?",
        },
    },
    {
        title: "actions of services without endpoints are not looked up, but their prefix must exist",
        fault: policy({ Action: "zzzzzzzz:Budget", Resource: "*" }),
        legal: policy({ Action: "budgets:NoSuchAction", Resource: "*" }),
        finding: { path: place, message: "no IAM action begins with zzzzzzzz:", hint: reference },
    },
    ...["GetObject", "s3.GetObject", "s3:Get Object", "*:GetObject", ""].map((text) => ({
        title: `${JSON.stringify(text)} is not a valid action name`,
        fault: policy({ Action: text, Resource: "*" }),
        legal: policy({ Action: "*" }, { Action: "*:*", Resource: "arn:aws:s3:::other/*" }),
        finding: {
            severity: "error" as const,
            path: place,
            message: `"${text}" is not the name of an action`,
            hint: "write <prefix>:<name>, e.g. s3:GetObject, or *",
        },
    })),
];

export const foreignActionCases: Case[] = [
    {
        title: "an action must belong to the endpoint's service",
        context: s3,
        fault: policy({ Action: ["s3:GetObject", "kms:Decrypt"], Resource: "*" }),
        legal: policy({ Action: ["s3:*", "S3-object-lambda:Get*", "*"], Resource: "*", Condition: { Bool: {} } }),
        finding: {
            path: "Statement[0].Action[1]",
            message: "kms:Decrypt is not an action of s3, the service of the endpoint",
            hint: "leave it to the endpoint of its own service; here actions begin with s3: or s3-object-lambda:",
        },
    },
    {
        title: "actions are not checked if the service's prefixes are unknown or it has none",
        context: { iamPrefixes: ["sqs"] },
        fault: policy({ Resource: "*" }),
        legal: policy({ Action: "sqs:SendMessage", Resource: "*" }),
        finding: {
            path: place,
            message: "s3:GetObject is not an action of sqs, the service of the endpoint",
            hint: "leave it to the endpoint of its own service; here actions begin with sqs:",
        },
    },
];

export const wildcardOnlyCases: Case[] = [
    {
        title: "an action without resource-level permissions requires Resource *",
        fault: policy({
            Action: ["ecr:BatchGetImage", "ecr:GetAuthorizationToken"],
            Resource: "arn:aws:ecr:*:*:repository/a",
        }),
        legal: policy({
            Action: ["ecr:BatchGetImage", "ecr:GetAuthorizationToken"],
            Resource: ["arn:aws:ecr:*:*:repository/a", "*"],
        }),
        finding: {
            path: "Statement[0].Action[1]",
            message:
                "ecr:GetAuthorizationToken does not support resource-level permissions, so this statement does not apply to it",
            hint: `move it to a separate statement with "Resource": "*"`,
        },
    },
    {
        title:
            "such an action is accepted with all of a service's resources or an unknown one, and in a wildcard pattern",
        fault: policy({ Action: "s3:ListAllMyBuckets" }),
        legal: policy(
            { Action: "s3:ListAllMyBuckets", Resource: "arn:aws:s3:::*" },
            { Action: "s3:ListAllMyBuckets", Resource: "<anything>" },
            { Action: "s3:ListAllMy*" },
            { Action: "s3:ListAllMyBuckets", Resource: undefined, NotResource: "arn:aws:s3:::a" },
            { Action: undefined, NotAction: "s3:ListAllMyBuckets" },
        ),
        finding: {
            path: place,
            message:
                "s3:ListAllMyBuckets does not support resource-level permissions, so this statement does not apply to it",
            hint: `move it to a separate statement with "Resource": "*"`,
        },
    },
];
