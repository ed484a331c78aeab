import { type Case, policy, when } from "./case";

const organization = "o-exampleorgid";
const own = { "aws:PrincipalAccount": "123456789012" };

export const ifExistsCases: Case[] = ["aws:PrincipalOrgID", "aws:ResourceOrgID"].map((key) => ({
    title: `${key} must be in the requests that it allows`,
    fault: when({ StringEqualsIfExists: { [key]: organization } }),
    legal: {
        Version: "2012-10-17",
        Statement: [
            ...when({ StringEquals: { [key]: organization } }).Statement,
            ...when({ StringNotEqualsIfExists: { [key]: organization } }, { Effect: "Deny" }).Statement,
            ...when({ StringEqualsIfExists: { "ec2:VpceServiceOwner": "amazon" } }, {
                Action: "ec2:CreateVpcEndpoint",
                Resource: "*",
            }).Statement,
            ...when({
                StringEquals: { [key.replace("OrgID", "Account")]: "123456789012" },
                StringEqualsIfExists: { [key]: organization },
            }).Statement,
        ],
    },
    finding: {
        path: `Statement[0].Condition.StringEqualsIfExists.${key}`,
        message:
            `StringEqualsIfExists also allows requests without ${key}, such as those of accounts without an organization`,
        hint: "use StringEquals",
    },
}));

/** What a Deny of the same action denies. */
const deletes = when({ StringEquals: { "aws:PrincipalOrgID": organization } }, { Action: "s3:DeleteObject" }).Statement;

const blocked = "arn:aws:iam::123456789012:role/blocked";

export const negatedAllowCases: Case[] = [
    {
        title: "a negated operator allows every account that is not listed",
        fault: when({ StringNotEquals: own }),
        legal: {
            Version: "2012-10-17",
            Statement: [
                ...when({ StringEquals: own, ArnNotEquals: { "aws:PrincipalArn": blocked } }).Statement,
                ...when({ StringNotEquals: own }, { Effect: "Deny", Action: "s3:DeleteObject" }).Statement,
                ...deletes,
                ...when({ StringNotEquals: { "s3:prefix": "private/" } }, {
                    Action: "s3:ListBucket",
                    Resource: "arn:aws:s3:::amzn-s3-demo-bucket",
                }).Statement,
                ...when({ ArnNotEquals: { "aws:PrincipalArn": blocked } }, { Principal: { AWS: "123456789012" } })
                    .Statement,
            ],
        },
        finding: {
            path: "Statement[0].Condition.StringNotEquals.aws:PrincipalAccount",
            message: "StringNotEquals allows every aws:PrincipalAccount but those listed, and requests without the key",
            hint: "list those to allow with StringEquals, or write a Deny statement",
        },
    },
    {
        title: "a negated operator on resources does not limit principals",
        fault: when({
            StringEquals: { "aws:ResourceAccount": "123456789012" },
            ArnNotLike: { "aws:PrincipalArn": blocked },
        }),
        legal: when({ StringEquals: own, StringNotEquals: { "aws:PrincipalOrgID": organization } }),
        finding: {
            path: "Statement[0].Condition.ArnNotLike.aws:PrincipalArn",
            message: "ArnNotLike allows every aws:PrincipalArn but those listed, and requests without the key",
            hint: "list those to allow with ArnLike, or write a Deny statement",
        },
    },
];

export const weakGuardCases: Case[] = [
    ["aws:PrincipalTag/team", "data"],
    ["aws:UserAgent", "our-application/1.0"],
    ["aws:referer", "https://www.example.com/"],
].map(([key, value]) => ({
    title: `${key} can be set by the caller`,
    fault: when({ StringEquals: { [key!]: value } }),
    legal: {
        Version: "2012-10-17",
        Statement: [
            ...when({ StringEquals: { [key!]: value, ...own } }).Statement,
            ...when({ StringEquals: { [key!]: value } }, { Principal: { AWS: "123456789012" } }).Statement,
            ...when({ StringEquals: { [key!]: value } }, { Effect: "Deny", Action: "s3:DeleteObject" }).Statement,
            ...deletes,
        ],
    },
    finding: {
        path: "Statement[0].Condition",
        message: `only ${key} limits who is allowed, and any account can send that`,
        hint: "add a condition on aws:PrincipalAccount or aws:PrincipalOrgID",
    },
}));

const anyRole = "arn:aws:iam::*:role/app";
const roleLike = (arn: string, more = {}) => when({ ArnLike: { "aws:PrincipalArn": arn }, ...more });

export const anyAccountCases: Case[] = [{
    title: "a role name with a wildcard account may be in any account",
    fault: roleLike(anyRole),
    legal: {
        Version: "2012-10-17",
        Statement: [
            ...roleLike("arn:aws:iam::123456789012:role/*").Statement,
            ...roleLike("arn:aws:iam::<accountId>:role/app").Statement,
            ...roleLike(anyRole, { StringEquals: own }).Statement,
            ...when({ ArnLike: { "aws:PrincipalArn": anyRole } }, { Principal: { AWS: "123456789012" } }).Statement,
            ...when({ ArnLike: { "aws:PrincipalArn": anyRole } }, { Effect: "Deny", Action: "s3:DeleteObject" })
                .Statement,
            ...deletes,
        ],
    },
    finding: {
        path: "Statement[0].Condition.ArnLike.aws:PrincipalArn",
        message: `"${anyRole}" matches principals of every account`,
        hint: "write the account, or add a condition on aws:PrincipalAccount or aws:PrincipalOrgID",
    },
}];

const values: [string, string, unknown, unknown[], string, string][] = [
    ["Bool", "aws:SecureTransport", "yes", ["true", "False", true, "<secure>"], "true or false", "true"],
    ["Null", "aws:PrincipalArn", "null", ["true", false], "true or false", "true"],
    ["NumericLessThan", "aws:MultiFactorAuthAge", "1h", ["3600", 3600, "1e3"], "a number", "300"],
    [
        ...["DateLessThan", "aws:CurrentTime", "tomorrow"] as const,
        ["2026-01-01T00:00:00Z", "2026-01-01", "1767225600"],
        ...["a date", "2026-01-01T00:00:00Z"] as const,
    ],
    [
        ...["IpAddress", "aws:VpcSourceIp", "10.0.0.256/24"] as const,
        ["10.0.0.0/16", "10.1.2.3", "2001:db8::/32"],
        ...["an IP address or CIDR range", "10.0.0.0/16"] as const,
    ],
    [
        ...["ArnLike", "aws:SourceArn", "my-topic"] as const,
        ["arn:aws:sns:*:*:orders", "${aws:PrincipalArn}"],
        ...["an ARN", "arn:aws:iam::123456789012:role/app"] as const,
    ],
];

export const impossibleValueCases: Case[] = values.map(([operator, key, wrong, right, what, example]) => ({
    title: `${operator} requires ${what}`,
    fault: when({ [operator]: { [key]: wrong } }),
    legal: policy(...right.map((value) => ({ Condition: { [operator]: { [key]: value } } }))),
    finding: {
        path: `Statement[0].Condition.${operator}.${key}`,
        message: `${operator} compares with ${what}, which "${wrong as string}" is not`,
        hint: `write a value such as ${example}`,
    },
}));

const inFolder = (folder: string) => policy({ Resource: `arn:aws:s3:::amzn-s3-demo-bucket/${folder}/*` });
const folders = [
    "${aws:username}",
    "${aws:PrincipalTag/team, 'none'}",
    "${*}",
    "${AWS::StackName}",
    "${iot:Connection.Thing.ThingName}",
];

export const unknownVariableCases: Case[] = [
    [
        ...["a variable must be a condition key", "${username}", "${username} is not a policy variable"] as const,
        "write ${<key>}, e.g. ${aws:username}",
    ],
    [
        "a variable must be a key that requests have",
        "${aws:usrname}",
        `no request is known to have aws:usrname, the variable in "arn:aws:s3:::amzn-s3-demo-bucket/\${aws:usrname}/*"`,
        "see the AWS Service Authorization Reference",
    ],
    [
        "a variable cannot be a multivalued key",
        "${aws:TagKeys}",
        "${aws:TagKeys} has several values, and a variable takes one",
        "compare the key in a Condition",
    ],
].map(([title, variable, message, hint]) => ({
    title: title!,
    fault: inFolder(variable!),
    legal: policy(...folders.map((folder) => inFolder(folder).Statement[0]!)),
    finding: { path: "Statement[0].Resource", message: message!, hint: hint! },
}));
