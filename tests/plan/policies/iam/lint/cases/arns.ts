import { type Case, policy, when } from "./case";

export const arnFormCases: Case[] = [
    {
        title: "a bucket name is not an ARN",
        fault: policy({ Resource: ["*", "amzn-s3-demo-bucket/<folder>/*"] }),
        legal: policy({ Resource: ["*", "<bucketArn>/*", "${aws:PrincipalTag/bucketArn}/*"] }),
        finding: {
            path: "Statement[0].Resource[1]",
            message: `"amzn-s3-demo-bucket/<folder>/*" is neither * nor an ARN`,
            hint: "write arn:<partition>:<service>:<region>:<account>:<resource>",
        },
    },
    {
        title: "an ARN has six parts",
        fault: policy({ Action: "s3:ListBucket", Resource: "arn:aws:s3::amzn-s3-demo-bucket" }),
        legal: policy({ Action: "s3:ListBucket", Resource: "arn:aws:s3:::amzn-s3-demo-bucket" }),
        finding: {
            severity: "warning",
            path: "Statement[0].Resource",
            message: `"arn:aws:s3::amzn-s3-demo-bucket" has fewer than the six parts of an ARN`,
            hint: "write every part: arn:<partition>:<service>:<region>:<account>:<resource>, some may be empty or *",
        },
    },
];

const own = { "aws:PrincipalAccount": "123456789012" };
const mixed = (account: string) => `arn:aws:sqs:us-east-1:${account}:queue`;
const message = "the account in an ARN must be an account ID or *, not 12345678901?";
const hint = "write each account ID in full, or *";

export const arnAccountCases: Case[] = [
    {
        title: "a resource's account is a full ID or matches every ID [pol.arn-account]",
        fault: policy({ Action: "sqs:SendMessage", Resource: mixed("12345678901?") }),
        legal: policy({
            Action: "sqs:SendMessage",
            Resource: ["123456789012", "*", "????????????", "<accountId>", "${aws:PrincipalAccount}", ""].map(mixed),
        }),
        finding: { path: "Statement[0].Resource", message, hint },
    },
    {
        title: "the account of an ARN in a condition is a full ID or matches every ID [pol.arn-account]",
        fault: when({
            StringEquals: own,
            ArnLike: { "aws:PrincipalArn": ["arn:aws:iam::*:role/b", "arn:aws:iam::12345678901?:role/b"] },
        }),
        legal: when({
            StringEquals: own,
            ArnLike: { "aws:PrincipalArn": ["arn:aws:iam::*:role/b", "arn:aws:iam::123456789012:role/?"] },
        }),
        finding: { path: "Statement[0].Condition.ArnLike.aws:PrincipalArn[1]", message, hint },
    },
];

export const arnPartitionCases: Case[] = [
    {
        title: "an ARN must have the endpoint's partition",
        context: { partition: "aws-us-gov" },
        fault: policy({ Resource: "arn:aws:s3:::amzn-s3-demo-bucket/*" }),
        legal: policy({
            Resource: ["aws-us-gov", "*", "aws*", "<partition>"].map((partition) => `arn:${partition}:s3:::a/*`),
        }),
        finding: {
            path: "Statement[0].Resource",
            message: "the endpoint is in partition aws-us-gov, not aws",
            hint: "write arn:aws-us-gov:…",
        },
    },
    {
        title: "an ARN must have a known partition",
        fault: when({ ArnEquals: { "aws:PrincipalArn": "arn:asw:iam::123456789012:role/app" } }),
        legal: when({ ArnEquals: { "aws:PrincipalArn": "arn:aws-cn:iam::123456789012:role/app" } }),
        finding: {
            path: "Statement[0].Condition.ArnEquals.aws:PrincipalArn",
            message: `"asw" is not a partition`,
            hint: "partitions: aws, aws-cn, aws-eusc, aws-iso, aws-iso-b, aws-iso-e, aws-iso-f, aws-us-gov",
        },
    },
];

const invoke = (...Resource: string[]) => policy({ Action: "lambda:InvokeFunction", Resource });
const bare = "arn:aws:lambda:us-east-1:123456789012:function:app";

export const bothArnsCases: Case[] = [
    ...[[bare, `${bare}:*`], [`${bare}:live`, bare]].map(([present, missing]) => ({
        title: `${present} requires ${missing} [pol.lambda-arns]`,
        fault: invoke(present!),
        legal: invoke(present!, missing!),
        finding: {
            path: "Statement[0].Resource[0]",
            message:
                "requests to lambda name a function with or without its qualifier, and only one of the two ARNs is listed",
            hint: `add ${missing}`,
        },
    })),
    {
        title: "a statement that does not allow the named function requires neither ARN [pol.lambda-arns]",
        fault: invoke(bare),
        legal: policy(
            {},
            { Effect: "Deny", Action: "lambda:InvokeFunction", Resource: bare },
            { Action: "lambda:InvokeFunction", Resource: [bare, `${bare}:*`] },
            { Action: "lambda:InvokeFunction", Resource: undefined, NotResource: bare },
        ),
        finding: {
            path: "Statement[0].Resource[0]",
            message:
                "requests to lambda name a function with or without its qualifier, and only one of the two ARNs is listed",
            hint: `add ${bare}:*`,
        },
    },
    {
        title: "a wildcard at the end covers both ARNs, and other resources have only one ARN [pol.lambda-arns]",
        fault: invoke("arn:aws:lambda:us-east-1:123456789012:function:*:live", `${bare}:live`),
        legal: invoke(`${bare}*`, "arn:aws:lambda:us-east-1:123456789012:layer:tools", "*"),
        finding: {
            path: "Statement[0].Resource[1]",
            message:
                "requests to lambda name a function with or without its qualifier, and only one of the two ARNs is listed",
            hint: `add ${bare}`,
        },
    },
];
