import { type Case, policy } from "./case";

const everything = { Action: "*", Resource: "*" };
const org = { "aws:PrincipalOrgID": "o-exampleorgid" };
const own = { StringEquals: { "aws:PrincipalAccount": "123456789012" } };

export const noAllowCases: Case[] = [
    {
        title: "a policy that only denies lets nothing through",
        fault: policy({ Effect: "Deny", Condition: own }),
        legal: policy({ Effect: "Deny", Condition: own }, { Action: "s3:ListBucket", Resource: "*" }),
        finding: {
            path: "Statement",
            message: "no statement allows anything, so the endpoint lets nothing through",
            hint: `add a statement that allows what is to pass, e.g. {"Effect": "Allow", "Principal": "*", …}`,
        },
    },
    {
        title: "nor does one that denies everything",
        fault: policy({}, { ...everything, Effect: "Deny", Condition: {} }),
        legal: policy(
            {},
            { ...everything, Effect: "Deny", Condition: own },
            { ...everything, Effect: "Deny", Principal: { AWS: "123456789012" } },
            { ...everything, Effect: "Deny", Action: "s3:*" },
            { ...everything, Effect: "Deny", Action: undefined, NotAction: "*" },
        ),
        finding: {
            path: "Statement[1]",
            message: "it denies every request, so the endpoint lets nothing through",
            hint: "say by Action, Resource or Condition what is to be denied",
        },
    },
];

export const withoutEffectCases: Case[] = [
    {
        title: "beside a statement that allows everything, no other allows more",
        fault: policy({}, { ...everything, Principal: { AWS: "*" }, Action: ["s3:*", "*"] }),
        legal: policy({ Effect: "Deny" }, everything),
        finding: {
            path: "Statement[0]",
            message: "Statement[1] allows everything, so this has no effect",
            hint: "take out Statement[1] if this is all that is meant, else take out this",
        },
    },
    {
        title: "*:* is everything too",
        fault: policy({ Action: "*:*", Resource: "*" }, {}),
        legal: policy({ Action: "*:*" }, { Action: "s3:ListBucket", Resource: "*" }),
        finding: {
            path: "Statement[1]",
            message: "Statement[0] allows everything, so this has no effect",
            hint: "take out Statement[0] if this is all that is meant, else take out this",
        },
    },
    {
        title: "what is said twice is said once",
        fault: policy({ Sid: "A", Action: ["s3:GetObject", "s3:PutObject"] }, {
            Sid: "B",
            Action: ["s3:PutObject", "s3:GetObject"],
        }),
        legal: policy({ Action: "s3:GetObject" }, { Action: "s3:PutObject" }),
        finding: {
            path: "Statement[1]",
            message: "it says the same as Statement[0], so it has no effect",
            hint: "take it out",
        },
    },
    {
        title: "no key is absent and has a value",
        fault: policy({ Condition: { StringEquals: org, Null: { "aws:principalorgid": "true" } } }),
        legal: policy(
            { Condition: { StringEquals: org, Null: { "aws:PrincipalOrgID": "false" } } },
            { Condition: { StringEqualsIfExists: org, Null: { "aws:PrincipalOrgID": "true" } } },
            { Condition: { StringNotEquals: org, Null: { "aws:PrincipalOrgID": "true" } } },
            { Condition: { StringEquals: org, Null: { "aws:PrincipalOrgID": ["true", "false"] } } },
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
                "the Condition asks for a value of aws:PrincipalOrgID, and that there is none, so the statement has "
                + "no effect",
            hint: "leave one of the two out, or give each a statement of its own",
        },
    },
    {
        title: "the account of whoever asks is never absent, and for nobody it is a word [pol.federated]",
        fault: policy({ Condition: { Null: { "aws:principalaccount": "true" } } }),
        legal: policy(
            { Condition: { Null: { "aws:PrincipalArn": "true" } } },
            { Condition: { Null: { "aws:PrincipalAccount": "false" } } },
            { Condition: { StringEquals: { "aws:PrincipalAccount": "anonymous" } } },
        ),
        finding: {
            path: "Statement[0].Condition.Null.aws:principalaccount",
            message: "every request has a value of aws:principalaccount, so the statement has no effect",
            hint: `for requests that nobody signed write "Null": {"aws:PrincipalArn": "true"}`,
        },
    },
];
