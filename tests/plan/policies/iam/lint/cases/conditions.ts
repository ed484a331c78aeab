import { type Case, policy, when } from "./case";

const place = (rest: string) => `Statement[0].Condition.${rest}`;
const tag = "aws:PrincipalTag/team";

const inFull = (key: string, example: string) => `use StringEquals, and name each ${key} in full, e.g. ${example}`;
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
        title: `${key} takes no wildcard, whatever stands beside it [pol.no-wildcard-ids]`,
        fault: when({ StringLike: { [key]: [example, `${example.slice(0, -1)}?`] } }),
        legal: when({ StringLike: { [key]: [example, "<value>", "${aws:PrincipalTag/value}"] } }),
        finding: {
            path: place(`StringLike.${key}[1]`),
            message: `AWS takes no wildcard on ${key}, which holds an identifier made by AWS, as in ${
                example.slice(0, -1)
            }?`,
            hint: inFull(key, example),
        },
    })),
    {
        title: "a key is the same however it is capitalized [pol.no-wildcard-ids]",
        fault: when({ StringNotLikeIfExists: { "aws:principalorgid": "o-example*" } }, { Effect: "Allow" }),
        legal: when({ StringNotLikeIfExists: { "aws:principalorgid": "o-exampleorgid" } }),
        finding: {
            path: place("StringNotLikeIfExists.aws:principalorgid"),
            message:
                "AWS takes no wildcard on aws:principalorgid, which holds an identifier made by AWS, as in o-example*",
            hint: inFull("aws:principalorgid", "o-exampleorgid"),
        },
    },
    {
        title: "that a key is there is asked with Null [pol.no-wildcard-ids]",
        fault: when({ StringLike: { "aws:PrincipalOrgID": "*" } }),
        legal: when({ Null: { "aws:PrincipalOrgID": "false" } }),
        finding: {
            path: place("StringLike.aws:PrincipalOrgID"),
            message: "AWS takes no wildcard on aws:PrincipalOrgID, which holds an identifier made by AWS, as in *",
            hint: `to ask only that it is there, use "Null": {"aws:PrincipalOrgID": "false"}`,
        },
    },
    {
        title: "an account is no number [pol.no-wildcard-ids]",
        fault: when({ NumericEquals: { "aws:PrincipalAccount": 123456789012 } }),
        legal: when({ NumericLessThan: { "aws:MultiFactorAuthAge": 3600 } }),
        finding: {
            path: place("NumericEquals.aws:PrincipalAccount"),
            message: "AWS takes no numeric operator, here NumericEquals, on aws:PrincipalAccount",
            hint: inFull("aws:PrincipalAccount", "123456789012"),
        },
    },
];

const malformed = {
    "aws:PrincipalAccount": ["12345678901", "an account id"],
    "aws:ResourceOrgID": ["o-short", "an organization's id"],
    "aws:SourceVpc": ["vpce-0123456789abcdef0", "the id of a VPC"],
    "aws:SourceVpce": ["vpc-0123456789abcdef0", "the id of an endpoint"],
} as const;

export const malformedIdentifierCases: Case[] = Object.entries(malformed).map(([key, [wrong, what]]) => {
    const example = examples[key as keyof typeof malformed];
    return {
        title: `${key} holds ${what}`,
        fault: when({ StringEquals: { [key]: wrong } }),
        legal: when({ StringEquals: { [key]: [example, "<value>", "${aws:PrincipalTag/value}"] } }),
        finding: {
            path: place(`StringEquals.${key}`),
            message: `"${wrong}" is not ${what}, so no request has it`,
            hint: `write it as AWS does, e.g. ${example}`,
        },
    };
});

const more = "write more of it before or behind the wildcard, or each value in full with StringEquals";

export const sixCharactersCases: Case[] = [
    ...[
        ["five*", "sixsix*"],
        ["*abcde", "*abcdef"],
        ["abcde?fghij", "abcde?fghijk"],
        ["abcdef*gh*", "abcdef*ghijkl*"],
        ["abcdef**", "abcdef*"],
        ["five${*}*", "five.${*}*"],
    ].map(([loose, tight]) => ({
        title: `${tight} has what ${loose} lacks [pol.six-chars]`,
        fault: when({ "ForAnyValue:StringLike": { "aws:TagKeys": [loose] } }),
        legal: when({ "ForAnyValue:StringLike": { "aws:TagKeys": [tight, "<ab>*", "${aws:username}*"] } }),
        finding: {
            path: place("ForAnyValue:StringLike.aws:TagKeys[0]"),
            message: `AWS takes a wildcard beside six or more characters only, and "${loose}" has fewer`,
            hint: more,
        },
    })),
    {
        title: "operators on ARNs are free of it, and a bare * asks for what Null asks for [pol.six-chars]",
        fault: when({ StringNotLike: { [tag]: "*" } }),
        legal: when({ ArnLike: { "aws:PrincipalArn": "*" }, Null: { [tag]: "true" } }),
        finding: {
            path: place(`StringNotLike.${tag}`),
            message: `AWS takes a wildcard beside six or more characters only, and "*" has fewer`,
            hint: `to ask only that it is there, use "Null": {"${tag}": "false"}`,
        },
    },
];

export const literalWildcardCases: Case[] = [{
    title: "the cure keeps what qualifies it",
    fault: when({ StringEqualsIfExists: { [tag]: "platform-?" } }),
    legal: when({ StringLikeIfExists: { [tag]: "platform-?" } }),
    finding: {
        path: place(`StringEqualsIfExists.${tag}`),
        message: `StringEqualsIfExists takes the wildcard in "platform-?" for the character itself`,
        hint: "use StringLikeIfExists, or ${*} if the character is meant",
    },
}, {
    title: "StringEquals knows no wildcards",
    fault: when({ StringNotEqualsIgnoreCase: { [tag]: "platform-*" } }),
    legal: when({ StringNotLike: { [tag]: "platform-*" }, StringNotEqualsIgnoreCase: { [tag]: "platform-${*}" } }),
    finding: {
        path: place(`StringNotEqualsIgnoreCase.${tag}`),
        message: `StringNotEqualsIgnoreCase takes the wildcard in "platform-*" for the character itself`,
        hint: "use StringNotLike, or ${*} if the character is meant",
    },
}];

const home = { Resource: "arn:aws:s3:::home/${aws:username}/*" };

export const literalVariableCases: Case[] = [
    {
        title: "variables need the version that has them",
        fault: { ...policy(home), Version: "2008-10-17" },
        legal: policy(home),
        finding: {
            path: "Statement[0].Resource",
            message: `without "Version": "2012-10-17" the variable in "${home.Resource}" is plain text`,
            hint: `add "Version": "2012-10-17" to the policy`,
        },
    },
    {
        title: "in conditions too, and without a version",
        fault: { Statement: when({ StringEquals: { [tag]: "${aws:username}" } }).Statement },
        legal: { Statement: when({ StringEquals: { [tag]: "<accountId>" } }).Statement },
        finding: {
            path: place(`StringEquals.${tag}`),
            message: `without "Version": "2012-10-17" the variable in "\${aws:username}" is plain text`,
            hint: `add "Version": "2012-10-17" to the policy`,
        },
    },
];
