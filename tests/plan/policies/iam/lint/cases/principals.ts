import { type Case, policy } from "./case";

const role = "arn:aws:iam::123456789012:role/app";
const rest = "use \"Principal\": \"*\" with";
const gateway = { kind: "Gateway" };

export const principalCases: Case[] = [
    {
        title: "Principal is required",
        fault: policy({ Principal: undefined }),
        legal: policy({ Principal: "*" }),
        finding: {
            path: "Statement[0]",
            message: "the statement has no Principal, which endpoint policies require",
            hint: `add "Principal": "*"`,
        },
    },
    {
        title: "NotPrincipal is supported only with Deny",
        fault: policy({ Principal: undefined, NotPrincipal: { AWS: role } }),
        legal: policy({}, { Effect: "Deny", Principal: undefined, NotPrincipal: { AWS: role } }),
        finding: {
            path: "Statement[0].NotPrincipal",
            message: "AWS supports NotPrincipal only with Deny",
            hint:
                `use "Principal": "*" with an ArnNotEquals condition on aws:PrincipalArn, and leave the rest unchanged`,
        },
    },
    {
        title: "Principal and NotPrincipal exclude each other",
        fault: policy({ NotPrincipal: { AWS: role } }),
        legal: policy({}),
        finding: {
            path: "Statement[0]",
            message: "the statement has both Principal and NotPrincipal",
            hint: "remove one",
        },
    },
    {
        title: "a principal without a type must be *",
        fault: policy({ Principal: role }),
        legal: policy({ Principal: { AWS: role } }),
        finding: {
            path: "Statement[0].Principal",
            message: `"${role}" is no principal`,
            hint: `write "*", or {"AWS": "arn:…"}`,
        },
    },
    {
        title: "an empty object is not a principal",
        fault: policy({ Principal: {} }),
        legal: policy({ Principal: { AWS: "*" } }),
        finding: {
            path: "Statement[0].Principal",
            message: "{} is no principal",
            hint: `write "*", or {"AWS": "arn:…"}`,
        },
    },
    {
        title: "principal types must exist in IAM",
        fault: policy({ Principal: { Aws: role } }),
        legal: policy({ Principal: { AWS: role, Service: "ec2.amazonaws.com" } }),
        finding: {
            path: "Statement[0].Principal.Aws",
            message: `"Aws" is not a type of principal`,
            hint: "use one of AWS, Service, Federated, CanonicalUser",
        },
    },
    {
        title: "a list of principals cannot be empty",
        fault: policy({ Principal: { AWS: [] } }),
        legal: policy({ Principal: { AWS: [role] } }),
        finding: {
            path: "Statement[0].Principal.AWS",
            message: "the list is empty",
            hint: "list a principal, or remove it",
        },
    },
    {
        title: "an account ID must be a string",
        fault: policy({ Principal: { AWS: [123456789012] } }),
        legal: policy({ Principal: { AWS: ["123456789012"] } }),
        finding: {
            path: "Statement[0].Principal.AWS[0]",
            message: "must be a string",
            hint: "quote it",
        },
    },
    ...([
        [
            "arn:aws:iam::123456789012:group/admins",
            "a group cannot be a principal: arn:aws:iam::123456789012:group/admins",
            "list its users, or use a role",
        ],
        ["admin", `"admin" is not an account, user, role or session`],
        ["1234567891", "an account ID has 12 digits, and 1234567891 has 10"],
        ["arn:aws:iam::1234567891:root", "an account ID has 12 digits, and 1234567891 has 10"],
        [
            "arn:aws:iam:123456789012:role/app",
            `"arn:aws:iam:123456789012:role/app" is not an account, user, role or session`,
        ],
        ["arn:aws:iam::123456789012", `"arn:aws:iam::123456789012" is not an account, user, role or session`],
        [
            "arn:aws:s3:::amzn-s3-demo-bucket",
            `"arn:aws:s3:::amzn-s3-demo-bucket" is not an account, user, role or session`,
        ],
    ] as const).map(([text, message, hint]): Case => ({
        title: `AWS rejects ${text}`,
        fault: policy({ Principal: { AWS: ["123456789012", text] } }),
        legal: policy({
            Principal: {
                AWS: [
                    ...["123456789012", "arn:aws:iam::123456789012:root", "arn:aws:iam::123456789012:user/a/b"],
                    ...["arn:aws:sts::123456789012:assumed-role/app/session", "AROAABCDEFGHIJ1234567", "<accountId>"],
                    "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/app",
                ],
            },
        }),
        finding: {
            path: "Statement[0].Principal.AWS[1]",
            message,
            hint: hint ?? "write an account ID, or the ARN of a user or role, e.g. arn:aws:iam::123456789012:role/app",
        },
    })),
    {
        title: "an IAM principal must be an ARN",
        fault: policy({ Principal: { AWS: "123456789012:user/app" } }),
        legal: policy({ Principal: { AWS: "arn:aws:iam::123456789012:user/app" } }),
        finding: {
            severity: "warning",
            path: "Statement[0].Principal.AWS",
            message: `"123456789012:user/app" is not in the form that AWS documents for principals`,
            hint: "write arn:aws:iam::123456789012:user/app",
        },
    },
    {
        title: "a service principal must include its host name",
        fault: policy({ Principal: { Service: ["logs.amazonaws.com", "logs"] } }),
        legal: policy({ Principal: { Service: ["delivery.logs.amazonaws.com", "ec2.amazonaws.com.cn", "<service>"] } }),
        finding: {
            path: "Statement[0].Principal.Service[1]",
            message: `"logs" is not the name of an AWS service's principal`,
            hint: "write <service>.amazonaws.com, e.g. logs.amazonaws.com",
        },
    },
];

export const principalWildcardCases: Case[] = [{
    title: "NotPrincipal does not support wildcards within a principal",
    fault: policy({}, { Effect: "Deny", Principal: undefined, NotPrincipal: { AWS: "arn:aws:iam::*:root" } }),
    legal: policy({}, {
        Effect: "Deny",
        Principal: undefined,
        NotPrincipal: { AWS: "arn:aws:iam::123456789012:root" },
    }),
    finding: {
        path: "Statement[1].NotPrincipal.AWS",
        message: "AWS does not support wildcards within a principal: arn:aws:iam::*:root",
        hint: `${rest} "Condition": {"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::*:root"}}`,
    },
}, {
    title: "Principal does not support wildcards within a principal",
    fault: policy({ Principal: { AWS: "arn:aws:iam::123456789012:role/*" } }),
    legal: policy({ Principal: { AWS: "*" } }),
    finding: {
        path: "Statement[0].Principal.AWS",
        message: "AWS does not support wildcards within a principal: arn:aws:iam::123456789012:role/*",
        hint: `${rest} "Condition": {"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::123456789012:role/*"}}`,
    },
}];

export const gatewayPrincipalCases: Case[] = [
    {
        title: "on a gateway, a role must be in a condition [gw.policy-principal]",
        context: gateway,
        fault: policy({ Principal: { AWS: role } }),
        legal: policy({ Condition: { ArnEquals: { "aws:PrincipalArn": role } } }),
        finding: {
            path: "Statement[0].Principal.AWS",
            message: "gateway endpoints support no principal except *",
            hint: `${rest} "Condition": {"ArnEquals":{"aws:PrincipalArn":"${role}"}}`,
        },
    },
    {
        title: "on a gateway, a session must be in a condition, by its role [gw.policy-principal]",
        context: gateway,
        fault: policy({ Principal: { AWS: ["arn:aws:sts::123456789012:assumed-role/app/i-0abc"] } }),
        legal: policy({ Principal: { AWS: "*" } }),
        finding: {
            path: "Statement[0].Principal.AWS[0]",
            message: "gateway endpoints support no principal except *",
            hint: `${rest} "Condition": {"ArnEquals":{"aws:PrincipalArn":"${role}"}}`,
        },
    },
    {
        title: "on a gateway, a user with a numeric name must be in a condition, like any user [gw.policy-principal]",
        context: gateway,
        fault: policy({ Principal: { AWS: "arn:aws:iam::123456789012:user/123456789012" } }),
        legal: policy({ Condition: { ArnEquals: { "aws:PrincipalArn": "arn:aws:iam::123456789012:user/1" } } }),
        finding: {
            path: "Statement[0].Principal.AWS",
            message: "gateway endpoints support no principal except *",
            hint:
                `${rest} "Condition": {"ArnEquals":{"aws:PrincipalArn":"arn:aws:iam::123456789012:user/123456789012"}}`,
        },
    },
    {
        title: "on a gateway, a service must be in a condition [gw.policy-principal]",
        context: gateway,
        fault: policy({ Principal: { Service: "ec2.amazonaws.com" } }),
        legal: policy({ Condition: { StringEquals: { "aws:PrincipalServiceName": "ec2.amazonaws.com" } } }),
        finding: {
            path: "Statement[0].Principal.Service",
            message: "gateway endpoints support no principal except *",
            hint: `${rest} "Condition": {"StringEquals":{"aws:PrincipalServiceName":"ec2.amazonaws.com"}}`,
        },
    },
    ...[["123456789012", "123456789012"], ["arn:aws:iam::123456789012:root", "123456789012"], ["<own>", "<own>"]].map((
        [root, account],
    ) => ({
        title: `on a gateway, ${root} would match the root user only [pol.root-only]`,
        context: gateway,
        fault: policy({ Principal: { AWS: root } }),
        legal: policy({ Condition: { StringEquals: { "aws:PrincipalAccount": account } } }),
        finding: {
            path: "Statement[0].Principal.AWS",
            message:
                `gateway endpoints support no principal except *, and this one would be the root user of ${account} only`,
            hint: `${rest} "Condition": {"StringEquals":{"aws:PrincipalAccount":"${account}"}}`,
        },
    })),
    {
        title: "on a gateway, NotPrincipal must be a condition [gw.policy-principal]",
        context: gateway,
        fault: policy({}, { Effect: "Deny", Principal: undefined, NotPrincipal: { AWS: role } }),
        legal: policy({}, { Effect: "Deny", Condition: { ArnNotEquals: { "aws:PrincipalArn": role } } }),
        finding: {
            path: "Statement[1].NotPrincipal",
            message: "gateway endpoints do not support NotPrincipal",
            hint: `${rest} an ArnNotEquals condition on aws:PrincipalArn`,
        },
    },
];
