import { type Case, policy, s3 } from "./case";

const reference = "see the service authorization reference of AWS";
const at = "Statement[0].Action";

export const unknownActionCases: Case[] = [
    {
        title: "an action is spelt as IAM spells it, in any case",
        fault: policy({ Action: ["s3:GetObject", "s3:GetObjcet"] }),
        legal: policy({ Action: ["s3:getobject", "S3:GET*", "s3:<action>", "<action>"] }),
        finding: {
            path: "Statement[0].Action[1]",
            message: "IAM knows no action s3:GetObjcet",
            hint: "did you mean s3:GetObject?",
        },
    },
    {
        title: "an operation's name is not always its permission's",
        fault: policy({ Action: "s3:ListObjectsV2", Resource: "*" }),
        legal: policy({ Action: "s3:ListBucket", Resource: "*" }),
        finding: {
            path: at,
            message: "IAM knows no action s3:ListObjectsV2",
            hint: "the permission for this operation is s3:ListBucket",
        },
    },
    {
        title: "a pattern matches some action",
        fault: policy({ Action: undefined, NotAction: "s3:Fetch*Everything" }),
        legal: policy({ Action: undefined, NotAction: "s3:Get*Acl" }),
        finding: {
            path: "Statement[0].NotAction",
            message: "IAM knows no action s3:Fetch*Everything",
            hint: reference,
        },
    },
    {
        title: "a prefix is some service's",
        fault: policy({ Action: "dynamo:GetItem", Resource: "*" }),
        legal: policy({ Action: "dynamodb:GetItem", Resource: "*" }),
        finding: {
            path: at,
            message: "IAM knows no actions that begin with dynamo:",
            hint: "did you mean dynamodb:GetItem?",
        },
    },
    {
        title: "a service without endpoints has actions too, which are not looked up",
        fault: policy({ Action: "zzzzzzzz:Budget", Resource: "*" }),
        legal: policy({ Action: "budgets:NoSuchAction", Resource: "*" }),
        finding: { path: at, message: "IAM knows no actions that begin with zzzzzzzz:", hint: reference },
    },
    ...["GetObject", "s3.GetObject", "s3:Get Object", "*:GetObject", ""].map((text) => ({
        title: `${JSON.stringify(text)} is no action's name`,
        fault: policy({ Action: text, Resource: "*" }),
        legal: policy({ Action: "*" }, { Action: "*:*", Resource: "arn:aws:s3:::other/*" }),
        finding: {
            severity: "error" as const,
            path: at,
            message: `"${text}" is not the name of an action`,
            hint: "write <prefix>:<name>, e.g. s3:GetObject, or *",
        },
    })),
];

export const foreignActionCases: Case[] = [
    {
        title: "an endpoint serves its own service's actions",
        context: s3,
        fault: policy({ Action: ["s3:GetObject", "kms:Decrypt"], Resource: "*" }),
        legal: policy({ Action: ["s3:*", "S3-object-lambda:Get*", "*"], Resource: "*", Condition: { Bool: {} } }),
        finding: {
            path: "Statement[0].Action[1]",
            message: "kms:Decrypt does not go through the endpoint of s3",
            hint: "leave it to the endpoint of its own service; here actions begin with s3: or s3-object-lambda:",
        },
    },
    {
        title: "nothing is said where the service's prefixes are not known, or there are none",
        context: { iamPrefixes: ["sqs"] },
        fault: policy({ Resource: "*" }),
        legal: policy({ Action: "sqs:SendMessage", Resource: "*" }),
        finding: {
            path: at,
            message: "s3:GetObject does not go through the endpoint of sqs",
            hint: "leave it to the endpoint of its own service; here actions begin with sqs:",
        },
    },
];

export const wildcardOnlyCases: Case[] = [
    {
        title: "such an action stands beside Resource *",
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
            message: "no resource can be named for ecr:GetAuthorizationToken, so the statement has no effect on it",
            hint: `give it a statement of its own with "Resource": "*"`,
        },
    },
    {
        title: "or beside every resource of a service, or one that is not known yet; and patterns match others too",
        fault: policy({ Action: "s3:ListAllMyBuckets" }),
        legal: policy(
            { Action: "s3:ListAllMyBuckets", Resource: "arn:aws:s3:::*" },
            { Action: "s3:ListAllMyBuckets", Resource: "<anything>" },
            { Action: "s3:ListAllMy*" },
            { Action: "s3:ListAllMyBuckets", Resource: undefined, NotResource: "arn:aws:s3:::a" },
            { Action: undefined, NotAction: "s3:ListAllMyBuckets" },
        ),
        finding: {
            path: at,
            message: "no resource can be named for s3:ListAllMyBuckets, so the statement has no effect on it",
            hint: `give it a statement of its own with "Resource": "*"`,
        },
    },
];
