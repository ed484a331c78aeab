import { type Case, policy } from "./case";

const at = "Statement[0].Action";
const alone = `move it to a separate statement with "Principal": "*"`;
const federated = { Action: "sts:AssumeRoleWithWebIdentity", Resource: "arn:aws:iam::123456789012:role/*" };

export const unsignedCases: Case[] = [
    {
        title: "unsigned sign-up never matches a Principal [pol.cognito]",
        fault: policy({
            Action: ["cognito-idp:AdminGetUser", "cognito-idp:SignUp"],
            Resource: "*",
            Principal: { AWS: "arn:aws:iam::123456789012:role/app" },
        }),
        legal: policy({ Action: ["cognito-idp:AdminGetUser", "cognito-idp:SignUp"], Resource: "*" }),
        finding: {
            path: "Statement[0].Action[1]",
            message: "requests for cognito-idp:SignUp are unsigned, so the Principal never matches them",
            hint: `${alone}; limit the statement by Resource instead`,
        },
    },
    {
        title: "unsigned federated sign-in never matches the principal's condition keys [pol.federated]",
        fault: policy({ ...federated, Condition: { StringEquals: { "aws:PrincipalAccount": "123456789012" } } }),
        legal: policy(
            { ...federated, Condition: { StringEquals: { "aws:ResourceAccount": "123456789012" } } },
            { ...federated, Condition: { StringEqualsIfExists: { "aws:PrincipalAccount": "123456789012" } } },
            { ...federated, Effect: "Deny", Condition: { StringEquals: { "aws:PrincipalAccount": "111122223333" } } },
            { ...federated, Condition: { Null: { "aws:PrincipalArn": "true" } } },
            { ...federated, Principal: { AWS: "123456789012" }, Action: undefined, NotAction: federated.Action },
            { ...federated, Principal: { AWS: "*" }, Resource: "arn:aws:iam::123456789012:role/b" },
            { ...federated, Condition: { StringNotEquals: { "aws:PrincipalServiceName": "logs.amazonaws.com" } } },
        ),
        finding: {
            path: at,
            message:
                "requests for sts:AssumeRoleWithWebIdentity are unsigned, so the condition on aws:PrincipalAccount "
                + "never matches them",
            hint: `${alone}; use aws:ResourceAccount instead`,
        },
    },
    {
        title: "hybrid nodes register without the principal's condition keys [pol.ssm-hybrid]",
        fault: policy({
            Action: "ssm:RegisterManagedInstance",
            Resource: "*",
            Condition: { StringEquals: { "aws:PrincipalOrgID": "o-exampleorgid" } },
        }),
        legal: policy({
            Action: "ssm:RegisterManagedInstance",
            Resource: "*",
            Condition: { StringEquals: { "ssm:NodeOrgId": "o-exampleorgid" } },
        }),
        finding: {
            path: at,
            message:
                "requests for ssm:RegisterManagedInstance are unsigned, so the condition on aws:PrincipalOrgID never "
                + "matches them",
            hint: `${alone}; use ssm:NodeAccountId instead`,
        },
    },
];
