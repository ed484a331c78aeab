import { type Case, policy, when } from "./case";

const everything = { Action: "*", Resource: "*" };
const org = { "aws:PrincipalOrgID": "o-exampleorgid" };
const own = { StringEquals: { "aws:PrincipalAccount": "123456789012" } };

export const noAllowCases: Case[] = [
    {
        title: "a policy with only Deny statements allows nothing",
        fault: policy({ Effect: "Deny", Condition: own }),
        legal: policy({ Effect: "Deny", Condition: own }, { Action: "s3:Get*", Resource: "*" }),
        finding: {
            path: "Statement",
            message: "no statement allows anything, so the endpoint allows no request",
            hint: `add a statement that allows what is needed, e.g. {"Effect": "Allow", "Principal": "*", …}`,
        },
    },
    {
        title: "a policy that denies everything allows nothing",
        fault: policy({}, { ...everything, Effect: "Deny", Condition: {} }),
        legal: policy(
            { Action: ["s3:GetObject", "s3:DeleteObject"] },
            { ...everything, Effect: "Deny", Condition: own },
            { ...everything, Effect: "Deny", Principal: { AWS: "123456789012" } },
            { ...everything, Effect: "Deny", Action: "s3:Delete*" },
            { ...everything, Effect: "Deny", Action: undefined, NotAction: "*" },
        ),
        finding: {
            path: "Statement[1]",
            message: "denies every request, so the endpoint allows none",
            hint: "limit it by Action, Resource or Condition",
        },
    },
];

export const withoutEffectCases: Case[] = [
    {
        title: "a statement has no effect if another one allows everything",
        fault: policy({}, { ...everything, Principal: { AWS: "*" }, Action: ["s3:*", "*"] }),
        legal: policy({ Effect: "Deny" }, everything),
        finding: {
            severity: "warning",
            path: "Statement[0]",
            message: "Statement[1] allows everything, so this has no effect",
            hint: "remove Statement[1] if this is all that should be allowed; otherwise remove this statement",
        },
    },
    {
        title: "*:* also allows everything",
        fault: policy({ Action: "*:*", Resource: "*" }, {}),
        legal: policy({ Action: "*:*" }, { Action: "s3:ListBucket", Resource: "*" }),
        finding: {
            severity: "warning",
            path: "Statement[1]",
            message: "Statement[0] allows everything, so this has no effect",
            hint: "remove Statement[0] if this is all that should be allowed; otherwise remove this statement",
        },
    },
    {
        title: "a repeated statement has no effect",
        fault: policy({ Sid: "A", Action: ["s3:GetObject", "s3:PutObject"] }, {
            Sid: "B",
            Action: ["s3:PutObject", "s3:GetObject"],
        }),
        legal: policy({ Action: "s3:GetObject" }, { Action: "s3:PutObject" }),
        finding: {
            path: "Statement[1]",
            message: "is the same as Statement[0], so it has no effect",
            hint: "remove it",
        },
    },
    {
        title: "a condition key cannot be absent and have a value",
        fault: policy({ Condition: { StringEquals: org, Null: { "aws:principalorgid": "true" } } }),
        legal: policy(
            { Condition: { StringEquals: org, Null: { "aws:PrincipalOrgID": "false" } } },
            { Condition: { StringEqualsIfExists: org, Null: { "aws:PrincipalOrgID": "true" } } },
            { Condition: { StringNotEquals: org, Null: { "aws:PrincipalOrgID": "true" } } },
            {
                Action: "s3:PutObject",
                Condition: { StringEquals: org, Null: { "aws:PrincipalOrgID": ["true", "false"] } },
            },
            {
                Effect: "Deny",
                Condition: {
                    "ForAllValues:StringEquals": { "aws:TagKeys": "team" },
                    "Null": { "aws:TagKeys": "true" },
                },
            },
        ),
        finding: {
            path: "Statement[0].Condition.StringEquals.aws:PrincipalOrgID",
            message:
                "the Condition requires aws:PrincipalOrgID both to have a value and to be absent, so the statement never "
                + "applies",
            hint: "remove one of the two, or use two statements",
        },
    },
    {
        title: "the caller's account is never absent, and is anonymous for unsigned requests [pol.federated]",
        fault: policy({ Condition: { Null: { "aws:principalaccount": "true" } } }),
        legal: policy(
            { Condition: { Null: { "aws:PrincipalArn": "true" } } },
            { Condition: { Null: { "aws:PrincipalAccount": "false" } } },
            { Condition: { StringEquals: { "aws:PrincipalAccount": "anonymous" } } },
        ),
        finding: {
            path: "Statement[0].Condition.Null.aws:principalaccount",
            message: "every request has aws:principalaccount, so the statement never applies",
            hint: `for unsigned requests, write "Null": {"aws:PrincipalArn": "true"}`,
        },
    },
    {
        title: "contradicting conditions match no request",
        fault: when({
            StringEquals: { "s3:prefix": "orders/2026" },
            StringLike: { "s3:prefix": "invoices*" },
        }),
        legal: when({
            StringEquals: { "s3:prefix": "orders/2026" },
            StringLike: { "s3:prefix": "orders*" },
        }),
        finding: {
            path: "Statement[0]",
            message:
                "the conditions StringEquals s3:prefix and StringLike s3:prefix contradict each other, so the statement "
                + "has no effect",
            hint: "remove one of the two, or use two statements",
            severity: "warning",
        },
    },
    {
        title: "a resource of one account cannot have another owner",
        fault: when({ StringEquals: { "aws:ResourceAccount": "123456789012" } }, {
            Action: "sqs:SendMessage",
            Resource: "arn:aws:sqs:us-east-1:111122223333:orders",
        }),
        legal: when({ StringEquals: { "aws:ResourceAccount": "111122223333" } }, {
            Action: "sqs:SendMessage",
            Resource: "arn:aws:sqs:us-east-1:111122223333:orders",
        }),
        finding: {
            path: "Statement[0]",
            message: "no request matches all of it, so the statement has no effect",
            hint: "compare its conditions with each other and with its resources",
            severity: "warning",
        },
    },
    {
        title: "Deny statements together may deny everything that another statement allows",
        fault: policy(
            { Condition: own },
            {
                Effect: "Deny",
                Resource: "*",
                Condition: { StringEquals: { "aws:SourceVpc": "vpc-0123456789abcdef0" } },
            },
            {
                Effect: "Deny",
                Resource: "*",
                Condition: { StringNotEquals: { "aws:SourceVpc": "vpc-0123456789abcdef0" } },
            },
        ),
        legal: policy(
            { Condition: own },
            {
                Effect: "Deny",
                Resource: "*",
                Condition: { StringNotEquals: { "aws:SourceVpc": "vpc-0123456789abcdef0" } },
            },
        ),
        finding: {
            path: "Statement[0]",
            message: "the Deny statements deny everything that the policy allows, so the endpoint allows no request",
            hint: "narrow the Deny statements",
        },
    },
    {
        title: "they can deny all that one of several allows",
        fault: policy({ Condition: own }, { Action: "sqs:*", Resource: "*", Condition: own }, {
            Effect: "Deny",
            Action: "s3:*",
            Resource: "*",
        }),
        legal: policy({ Action: ["s3:GetObject", "s3:DeleteObject"], Condition: own }, {
            Action: "sqs:*",
            Resource: "*",
            Condition: own,
        }, {
            Effect: "Deny",
            Action: "s3:Delete*",
            Resource: "*",
            Condition: { StringNotEquals: { "aws:SourceVpc": "vpc-0123456789abcdef0" } },
        }, { Effect: "Deny", Action: "sqs:Delete*", Resource: "*" }),
        finding: {
            path: "Statement[0]",
            message: "the Deny statements deny everything that it allows, so the statement has no effect",
            hint: "narrow the Deny statements, or remove it",
            severity: "warning",
        },
    },
];

export const coveredCases: Case[] = [
    {
        title: "a statement that is part of another one allows nothing more",
        fault: policy({ Condition: own }, { Condition: own, Action: ["s3:GetObject", "s3:PutObject"] }),
        legal: policy({ Condition: own, Action: "s3:PutObject" }, { Condition: own, Action: "s3:GetObject" }),
        finding: {
            path: "Statement[0]",
            message: "Statement[1] allows everything that it allows, so the statement has no effect",
            hint: "remove it",
        },
    },
    {
        title: "a Deny that is part of another one denies nothing more",
        fault: policy({}, { Effect: "Deny", Condition: own }, {
            Effect: "Deny",
            Condition: own,
            Action: ["s3:GetObject", "s3:PutObject"],
        }),
        legal: policy({}, { Effect: "Deny", Condition: own }, { Effect: "Deny", Condition: { StringEquals: org } }),
        finding: {
            path: "Statement[1]",
            message: "Statement[2] denies everything that it denies, so the statement has no effect",
            hint: "remove it",
        },
    },
];

const nothing = {
    path: "Statement[1]",
    message: "no Allow statement allows anything that it denies, so it changes nothing",
    hint: "check its actions, resources and conditions; keep it if it is meant for Allow statements added later",
};

export const denyCases: Case[] = [
    {
        title: "a Deny of other actions than those that are allowed changes nothing",
        fault: policy({}, { Effect: "Deny", Action: "s3:Delete*" }),
        legal: policy({ Action: "s3:*" }, { Effect: "Deny", Action: "s3:Delete*" }),
        finding: nothing,
    },
    {
        title: "a Deny of other resources than those that are allowed changes nothing",
        fault: policy({}, { Effect: "Deny", Resource: "arn:aws:s3:::amzn-s3-demo-buckets/*" }),
        legal: policy({}, { Effect: "Deny", Resource: "arn:aws:s3:::amzn-s3-demo-bucket/a" }),
        finding: nothing,
    },
    {
        title: "a Deny whose conditions no allowed request matches changes nothing",
        fault: policy({ Condition: own }, {
            Effect: "Deny",
            Condition: { StringNotEquals: { "aws:PrincipalAccount": "123456789012" } },
        }),
        legal: policy(
            { Condition: own },
            { Effect: "Deny", Condition: { StringNotEquals: { "aws:ResourceAccount": "123456789012" } } },
            { Effect: "Deny", Condition: { StringEquals: { "aws:PrincipalTag/team": "${aws:ResourceTag/team}" } } },
        ),
        finding: nothing,
    },
    {
        title: "a Deny that depends on a placeholder may change something",
        fault: policy({}, { Effect: "Deny", Resource: "arn:aws:s3:::b/*" }),
        legal: policy({}, { Effect: "Deny", Resource: "arn:aws:s3:::<bucket>/*" }),
        finding: nothing,
    },
];
