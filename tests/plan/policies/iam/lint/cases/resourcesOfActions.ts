import { type Case, policy, separately } from "./case";

const bucket = "arn:aws:s3:::amzn-s3-demo-bucket";
const objects = `${bucket}/*`;
const topic = "arn:aws:sns:us-east-1:123456789012:orders";
const queue = "arn:aws:sqs:us-east-1:123456789012:orders";

const wrong = (title: string, Action: string, Resource: string, legal: unknown[], hint: string): Case => ({
    title,
    fault: policy({ Action, Resource }),
    legal: separately(...legal.map((one) => ({ Action, Resource: one }))),
    finding: {
        path: "Statement[0].Action",
        message: `none of the resources is one that ${Action} is for`,
        hint: `list ARNs such as ${hint}`,
    },
});

export const actionResourceCases: Case[] = [
    wrong(
        "an object is in a bucket",
        "s3:GetObject",
        bucket,
        [[bucket, objects], `${bucket}*`, "*", "<bucketArn>", "${aws:PrincipalTag/bucketArn}", "arn:aws:s3:::*"],
        "arn:aws:s3:*:*:accesspoint/*/object/* or arn:aws:s3:::amzn-s3-demo-bucket/*",
    ),
    wrong(
        "a bucket is not its objects",
        "s3:ListBucket",
        objects,
        [bucket, [objects, bucket], "arn:aws:s3:us-east-1:123456789012:accesspoint/a"],
        "arn:aws:s3:*:*:accesspoint/* or arn:aws:s3:::amzn-s3-demo-bucket",
    ),
    wrong(
        "a topic is not a queue",
        "sqs:*",
        topic,
        [
            queue,
            [topic, queue],
            "arn:*:sqs:*:*:*",
            "arn:aws:sqs:<region>:<accountId>:orders",
            "arn:${AWS::Partition}:sqs:*:*:a",
        ],
        "arn:aws:sqs:*:*:*",
    ),
    wrong(
        "an item is in a table",
        "dynamodb:GetItem",
        "arn:aws:dynamodb:us-east-1:123456789012:global-table/orders",
        [
            "arn:aws:dynamodb:us-east-1:123456789012:table/orders",
            "arn:aws:dynamodb:us-east-1:123456789012:tabl?/orders",
        ],
        "arn:aws:dynamodb:*:*:table/*",
    ),
    {
        title: "actions without resource types, unsigned actions and excluded actions have other rules",
        fault: policy({ Action: ["sns:Publish", "sqs:SendMessage"], Resource: topic }),
        legal: policy(
            { Action: "sts:AssumeRoleWithWebIdentity", Resource: "arn:aws:iam::123456789012:role/app" },
            { Action: undefined, NotAction: "sqs:SendMessage", Resource: topic },
            { Action: "sqs:SendMessage", Resource: undefined, NotResource: topic },
            { Action: "sns:Publish", Resource: topic },
            {
                Action: "cloudformation:CreateChangeSet",
                Resource: "arn:aws:cloudformation:us-east-1:aws:transform/Include",
            },
        ),
        finding: {
            path: "Statement[0].Action[1]",
            message: "none of the resources is one that sqs:SendMessage is for",
            hint: "list ARNs such as arn:aws:sqs:*:*:*",
        },
    },
];

const ofQueue = (region: string, account = "123456789012", service = "sqs") =>
    policy({ Action: "sqs:SendMessage", Resource: ["*", `arn:aws:${service}:${region}:${account}:orders`] });

const path = "Statement[0].Resource[1]";

export const arnServiceCases: Case[] = [
    {
        title: "an ARN's service must exist",
        fault: ofQueue("us-east-1", undefined, "sqz"),
        legal: ofQueue("us-east-1"),
        finding: {
            path,
            message: `no service is known whose ARNs contain "sqz"`,
            hint: "did you mean sqs?",
        },
    },
    {
        title: "an ARN must have a service",
        fault: ofQueue("us-east-1", undefined, ""),
        legal: separately(
            ...["elasticloadbalancing", "s3-outposts", "*", "<service>", "${AWS::Service}"].map((service) => ({
                Resource: ["*", `arn:aws:${service}:us-east-1:123456789012:a/b`],
            })),
        ),
        finding: { path, message: "the ARN has no service", hint: "see the AWS Service Authorization Reference" },
    },
];

export const arnRegionCases: Case[] = [
    {
        title: "an ARN's Region must exist",
        fault: ofQueue("us-esat-1"),
        legal: separately(
            ...["us-east-1", "*", "us-*", "", "<region>", "${AWS::Region}"].map((region) =>
                ofQueue(region).Statement[0]!
            ),
        ),
        finding: { path, message: `"us-esat-1" is not a known Region`, hint: "did you mean us-east-1?" },
    },
    {
        title: "a city is not a Region",
        fault: ofQueue("frankfurt"),
        legal: ofQueue("eu-central-1"),
        finding: {
            path,
            message: `"frankfurt" is not a known Region`,
            hint: "write a Region such as us-east-1, or *",
        },
    },
];

export const placeholderCases: Case[] = [
    ...([["region", "123456789012", "region"], ["us-east-1", "account-id", "account-id"], [
        "us-east-1",
        "1234567890",
        "1234567890",
    ]] as const).map(([region, account, text]) => ({
        title: `${text} is a placeholder of an example`,
        fault: ofQueue(region, account),
        legal: ofQueue("us-east-1", "123456789012"),
        finding: {
            path,
            message: `"${text}" is a placeholder of an example, so it matches no request`,
            hint: "replace it with your own",
        },
    })),
    {
        title: "an organization ID of an example matches no request",
        fault: policy({ Condition: { StringEquals: { "aws:PrincipalOrgID": "my-org-id" } } }),
        legal: policy({ Condition: { StringEquals: { "aws:PrincipalOrgID": "o-exampleorgid" } } }),
        finding: {
            path: "Statement[0].Condition.StringEquals.aws:PrincipalOrgID",
            message: `"my-org-id" is a placeholder of an example, so it matches no request`,
            hint: "replace it with your own",
        },
    },
    {
        title: "a role in an example's account matches no request",
        fault: policy({ Principal: { AWS: "arn:aws:iam::1234567890:role/app" } }),
        legal: policy({ Principal: { AWS: "arn:aws:iam::123456789012:role/app" } }),
        finding: {
            path: "Statement[0].Principal.AWS",
            message: `"1234567890" is a placeholder of an example, so it matches no request`,
            hint: "replace it with your own",
        },
    },
];

const account = (text: string) => `the account in an ARN must be an account ID or *, not ${text}`;

export const wholeAccountCases: Case[] = ["12345678901", "1234567890123", "bob"].map((text) => ({
    title: `${text} is not an account`,
    fault: ofQueue("us-east-1", text),
    legal: separately(
        ...["123456789012", "", "*", "<accountId>"].map((one) => ofQueue("us-east-1", one).Statement[0]!),
        { Action: "iam:GetPolicy", Resource: "arn:aws:iam::aws:policy/ReadOnlyAccess" },
    ),
    finding: {
        path,
        message: account(text),
        hint: "write each account ID in full, or *",
        ...(text === "bob" ? { severity: "warning" as const } : {}),
    },
}));
