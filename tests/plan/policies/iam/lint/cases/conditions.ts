import { type Case, policy, when } from "./case";

const place = (rest: string) => `Statement[0].Condition.${rest}`;
const tag = "aws:RequestTag/team";

const inFull = (example: string) => `use StringEquals with full values, e.g. ${example}`;
const examples = {
    "aws:PrincipalAccount": "123456789012",
    "aws:PrincipalOrgID": "o-exampleorgid",
    "aws:ResourceAccount": "123456789012",
    "aws:ResourceOrgID": "o-exampleorgid",
    "aws:SourceAccount": "123456789012",
    "aws:SourceOrgID": "o-exampleorgid",
    "aws:SourceVpc": "vpc-0123456789abcdef0",
    "aws:SourceVpce": "vpce-0123456789abcdef0",
    "aws:VpceAccount": "123456789012",
    "aws:VpceOrgID": "o-exampleorgid",
};

export const systemIdentifierCases: Case[] = [
    ...Object.entries(examples).map(([key, example]) => ({
        title: `${key} supports no wildcard, whatever the other values are [pol.no-wildcard-ids]`,
        fault: when({ StringLike: { [key]: [example, `${example.slice(0, -1)}?`] } }),
        legal: when({ StringLike: { [key]: [example, "<value>", "${aws:PrincipalTag/value}"] } }),
        finding: {
            path: place(`StringLike.${key}[1]`),
            message: `AWS does not support wildcards for ${key}, whose values are identifiers: ${
                example.slice(0, -1)
            }?`,
            hint: inFull(example),
        },
    })),
    {
        title: "condition keys are compared in any letter case [pol.no-wildcard-ids]",
        fault: when({ StringNotLikeIfExists: { "aws:sourceorgid": "o-example*" } }, { Effect: "Allow" }),
        legal: when({ StringNotLikeIfExists: { "aws:sourceorgid": "o-exampleorgid" } }),
        finding: {
            path: place("StringNotLikeIfExists.aws:sourceorgid"),
            message: "AWS does not support wildcards for aws:sourceorgid, whose values are identifiers: o-example*",
            hint: inFull("o-exampleorgid"),
        },
    },
    {
        title: "a check that the key exists uses Null instead of * [pol.no-wildcard-ids]",
        fault: when({ StringLike: { "aws:PrincipalOrgID": "*" } }),
        legal: when({ Null: { "aws:PrincipalOrgID": "false" } }),
        finding: {
            path: place("StringLike.aws:PrincipalOrgID"),
            message: "AWS does not support wildcards for aws:PrincipalOrgID, whose values are identifiers: *",
            hint: `to require only that the key is present, use "Null": {"aws:PrincipalOrgID": "false"}`,
        },
    },
    {
        title: "an account ID is not compared with numeric operators [pol.no-wildcard-ids]",
        fault: when({ NumericEquals: { "aws:PrincipalAccount": 123456789012 } }),
        legal: when({ NumericLessThan: { "aws:MultiFactorAuthAge": 3600 } }),
        finding: {
            path: place("NumericEquals.aws:PrincipalAccount"),
            message: "AWS does not support numeric operators such as NumericEquals for aws:PrincipalAccount",
            hint: inFull("123456789012"),
        },
    },
];

const malformed = {
    "aws:PrincipalAccount": ["12345678901", "an account ID"],
    "aws:ResourceOrgID": ["o-short", "an organization ID"],
    "aws:SourceVpc": ["vpce-0123456789abcdef0", "a VPC ID"],
    "aws:SourceVpce": ["vpc-0123456789abcdef0", "an endpoint ID"],
} as const;

export const malformedIdentifierCases: Case[] = Object.entries(malformed).map(([key, [wrong, what]]) => {
    const example = examples[key as keyof typeof malformed];
    return {
        title: `${key} must be ${what}`,
        fault: when({ StringEquals: { [key]: wrong } }),
        legal: when({ StringEquals: { [key]: [example, "<value>", "${aws:PrincipalTag/value}"] } }),
        finding: {
            path: place(`StringEquals.${key}`),
            message: `"${wrong}" is not ${what}, so it matches no request`,
            hint: `write it like ${example}`,
        },
    };
});

const more = "write more characters before or after the wildcard, or full values with StringEquals";

export const sixCharactersCases: Case[] = [
    ...[
        ["five*", "sixsix*"],
        ["*abcde", "*abcdef"],
        ["abcde?fghij", "abcde?fghijk"],
        ["abcdef*gh*", "abcdef*ghijkl*"],
        ["abcdef**", "abcdef*"],
        ["five${*}*", "five.${*}*"],
    ].map(([loose, tight]) => ({
        title: `${tight} has enough literal characters, and ${loose} has too few [pol.six-chars]`,
        fault: when({ "ForAnyValue:StringLike": { "aws:TagKeys": [loose] } }),
        legal: when({ "ForAnyValue:StringLike": { "aws:TagKeys": [tight, "<ab>*", "${aws:username}*"] } }),
        finding: {
            path: place("ForAnyValue:StringLike.aws:TagKeys[0]"),
            message: `a wildcard needs six or more literal characters before or after it; "${loose}" has fewer`,
            hint: more,
        },
    })),
    {
        title: "ARN operators are exempt, and a bare * is replaced by Null [pol.six-chars]",
        fault: when({ StringNotLike: { [tag]: "*" } }),
        legal: when({ ArnLike: { "aws:PrincipalArn": "*" }, Null: { [tag]: "true" } }),
        finding: {
            path: place(`StringNotLike.${tag}`),
            message: `a wildcard needs six or more literal characters before or after it; "*" has fewer`,
            hint: `to require only that the key is present, use "Null": {"${tag}": "false"}`,
        },
    },
];

export const literalWildcardCases: Case[] = [{
    title: "the fix keeps set qualifiers and IfExists",
    fault: when({ StringEqualsIfExists: { [tag]: "platform-?" } }),
    legal: when({ StringLikeIfExists: { [tag]: "platform-?" } }),
    finding: {
        path: place(`StringEqualsIfExists.${tag}`),
        message: `StringEqualsIfExists treats the wildcard in "platform-?" as a literal character`,
        hint: "use StringLikeIfExists, or ${*} for the literal character",
    },
}, {
    title: "StringEquals does not support wildcards",
    fault: when({ StringNotEqualsIgnoreCase: { [tag]: "platform-*" } }),
    legal: when({ StringNotLike: { [tag]: "platform-*" }, StringNotEqualsIgnoreCase: { [tag]: "platform-${*}" } }),
    finding: {
        path: place(`StringNotEqualsIgnoreCase.${tag}`),
        message: `StringNotEqualsIgnoreCase treats the wildcard in "platform-*" as a literal character`,
        hint: "use StringNotLike, or ${*} for the literal character",
    },
}];

const home = { Resource: "arn:aws:s3:::home/${aws:username}/*" };

export const literalVariableCases: Case[] = [
    {
        title: "policy variables require Version 2012-10-17",
        fault: { ...policy(home), Version: "2008-10-17" },
        legal: policy(home),
        finding: {
            path: "Statement[0].Resource",
            message: `without "Version": "2012-10-17" the variable in "${home.Resource}" is literal text`,
            hint: `add "Version": "2012-10-17" to the policy`,
        },
    },
    {
        title: "variables in conditions, and without a Version, require Version 2012-10-17 too",
        fault: { Statement: when({ StringEquals: { [tag]: "${aws:username}" } }).Statement },
        legal: { Statement: when({ StringEquals: { [tag]: "<accountId>" } }).Statement },
        finding: {
            path: place(`StringEquals.${tag}`),
            message: `without "Version": "2012-10-17" the variable in "\${aws:username}" is literal text`,
            hint: `add "Version": "2012-10-17" to the policy`,
        },
    },
];
