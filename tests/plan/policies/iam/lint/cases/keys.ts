import { type Case, policy, s3, when } from "./case";

const reference = "see the AWS Service Authorization Reference";
const key = (name: string, context?: Case["context"]) => ({ fault: when({ Null: { [name]: "true" } }), context });
const place = (name: string) => `Statement[0].Condition.Null.${name}`;

export const unknownKeyCases: Case[] = [
    {
        title: "a global condition key must exist",
        ...key("aws:PrincipalOrgId2"),
        legal: when({ Null: { "aws:principalorgid": "false", "aws:PrincipalTag/any thing": "false" } }),
        finding: {
            path: place("aws:PrincipalOrgId2"),
            message: "there is no global condition key aws:PrincipalOrgId2",
            hint: "did you mean aws:PrincipalOrgID?",
        },
    },
    {
        title: "a service's condition key must exist",
        ...key("s3:x-amz-acls"),
        legal: when({ Null: { "s3:X-AMZ-ACL": "true", "s3:ExistingObjectTag/team": "true" } }),
        finding: {
            path: place("s3:x-amz-acls"),
            message: "no service is known to have the condition key s3:x-amz-acls",
            hint: "did you mean s3:x-amz-acl?",
        },
    },
    {
        title: "another service's key is in no request, except for keys of role sessions",
        ...key("kms:ViaService", s3),
        legal: when({ Null: { "ec2:SourceInstanceArn": "true" } }),
        finding: {
            path: place("kms:ViaService"),
            message: "no request to s3 is known to have the condition key kms:ViaService",
            hint: reference,
        },
    },
    {
        title: "a key's prefix must exist, but identity providers have their own keys",
        ...key("zz:to.p"),
        legal: when({
            Null: {
                "saml:aud": "true",
                "accounts.google.com:aud": "true",
                "oidc.eks.us-east-1.amazonaws.com/id/EXAMPLE:sub": "true",
                "<key>": "true",
                "budgets:any": "true",
            },
        }),
        finding: {
            path: place("zz:to.p"),
            message: "no service is known to have the condition key zz:to.p",
            hint: reference,
        },
    },
];

const sqs = { Action: "sqs:SendMessage", Resource: "*" };

export const absentKeyCases: Case[] = [{
    title: "an IP address condition must use the client's private address [gw.source-ip]",
    fault: when({ NotIpAddress: { "aws:sourceip": "10.0.0.0/8" } }),
    legal: when({ NotIpAddress: { "aws:VpcSourceIp": "10.0.0.0/8" } }),
    finding: {
        path: "Statement[0].Condition.NotIpAddress.aws:sourceip",
        message: "requests through an endpoint do not have aws:sourceip",
        hint: "use aws:VpcSourceIp",
    },
}, {
    title: "the owner of the endpoint is in requests to some services only",
    context: { iamPrefixes: ["sqs"] },
    fault: when({ StringEquals: { "aws:vpceaccount": "123456789012" } }, sqs),
    legal: policy(
        { ...sqs, Condition: { StringEquals: { "aws:VpceOrgID": "o-exampleorgid" } } },
        { ...sqs, Condition: { StringEquals: { "aws:SourceVpce": "vpce-0123456789abcdef0" } } },
    ),
    finding: {
        path: "Statement[0].Condition.StringEquals.aws:vpceaccount",
        message: "requests to sqs do not have aws:vpceaccount",
        hint: "use aws:SourceVpc or aws:SourceVpce, which every service supports",
    },
}, {
    title: "the ARN of the VPC is in requests to some services only",
    context: { iamPrefixes: ["dynamodb", "dax"] },
    fault: when({ ArnLike: { "aws:SourceVpcArn": "arn:aws:ec2:*:*:vpc/*" } }, {
        Action: "dynamodb:GetItem",
        Resource: "*",
    }),
    legal: when({ StringEquals: { "aws:VpceAccount": "123456789012" } }, { Action: "dynamodb:GetItem", Resource: "*" }),
    finding: {
        path: "Statement[0].Condition.ArnLike.aws:SourceVpcArn",
        message: "requests to dynamodb, dax do not have aws:SourceVpcArn",
        hint: "use aws:SourceVpc or aws:SourceVpce, which every service supports",
    },
}];

const condition = (rest: string) => `Statement[0].Condition.${rest}`;
const path = "o-exampleorgid/r-ab12/ou-ab12-11111111/*";

export const setOperatorCases: Case[] = [
    {
        title: "organization paths are multivalued",
        fault: when({ StringLike: { "aws:PrincipalOrgPaths": path } }),
        legal: when({ "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": path } }),
        finding: {
            path: condition("StringLike.aws:PrincipalOrgPaths"),
            message: "aws:PrincipalOrgPaths is multivalued, and StringLike compares a single value",
            hint: "use ForAnyValue:StringLike",
        },
    },
    {
        title: "a service's keys may be multivalued, and a negated operator needs ForAllValues",
        fault: when({ StringNotEquals: { "s3:RequestObjectTagKeys": "secret" } }),
        legal: when({ StringNotEquals: { "s3:x-amz-acl": "public-read" } }),
        finding: {
            path: condition("StringNotEquals.s3:RequestObjectTagKeys"),
            message: "s3:RequestObjectTagKeys is multivalued, and StringNotEquals compares a single value",
            hint: "use ForAllValues:StringNotEquals",
        },
    },
    {
        title: "ForAllValues also matches requests without the key",
        fault: when({ "ForAllValues:StringLike": { "aws:PrincipalOrgPaths": path } }),
        legal: policy(
            {
                Condition: {
                    "ForAllValues:StringLike": { "aws:PrincipalOrgPaths": path },
                    "Null": { "aws:principalorgpaths": "false" },
                },
            },
            { Effect: "Deny", Condition: { "ForAllValues:StringNotLike": { "aws:PrincipalOrgPaths": `${path}a` } } },
        ),
        finding: {
            path: condition("ForAllValues:StringLike.aws:PrincipalOrgPaths"),
            message: "ForAllValues:StringLike also matches requests that have no aws:PrincipalOrgPaths",
            hint: `use ForAnyValue, or add "Null": {"aws:PrincipalOrgPaths": "false"}`,
        },
    },
    ...[{ "aws:TagKeys": "false" }, { "aws:PrincipalOrgPaths": ["true", "false"] }].map((Null) => ({
        title: `${JSON.stringify(Null)} does not require the key`,
        fault: when({ "ForAllValues:StringLike": { "aws:PrincipalOrgPaths": path }, Null }),
        legal: when({ "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": path }, Null }),
        finding: {
            path: condition("ForAllValues:StringLike.aws:PrincipalOrgPaths"),
            message: "ForAllValues:StringLike also matches requests that have no aws:PrincipalOrgPaths",
            hint: `use ForAnyValue, or add "Null": {"aws:PrincipalOrgPaths": "false"}`,
        },
    })),
];
