import { type Case, policy, when } from "./case";

const emptied = `{"Version": "2012-10-17", "Statement": [{ … }]}`;

export const grammarCases: Case[] = [
    {
        title: "a policy cannot be a list",
        fault: [policy({})],
        legal: policy({}),
        finding: { path: "", message: "a policy must be an object", hint: `a policy is ${emptied}` },
    },
    {
        title: "Version has two valid values",
        fault: { ...policy({}), Version: "2012-10-18" },
        legal: { ...policy({}), Version: "2008-10-17" },
        finding: { path: "Version", message: `"2012-10-18" is not a valid value`, hint: `did you mean "2012-10-17"?` },
    },
    {
        title: "Version must be spelt correctly, but may be omitted",
        fault: { ...policy({}), Versoin: "2012-10-17" },
        legal: { Statement: policy({}).Statement[0] },
        finding: { path: "Versoin", message: `"Versoin" is not an element`, hint: `did you mean "Version"?` },
    },
    {
        title: "Statement is required",
        fault: { Version: "2012-10-17", Statement: [] },
        legal: policy({}),
        finding: { path: "Statement", message: "the policy has no Statement", hint: "add one that allows something" },
    },
    {
        title: "a statement must be an object",
        fault: { Statement: [...policy({}).Statement, "Allow"] },
        legal: policy({}),
        finding: {
            path: "Statement[1]",
            message: "a statement must be an object",
            hint: `write {"Effect": "Allow", …}`,
        },
    },
    {
        title: "elements must be spelt as in IAM",
        fault: policy({ Conditions: {} }),
        legal: { ...policy({ Condition: {} }), Id: "own" },
        finding: {
            path: "Statement[0].Conditions",
            message: `"Conditions" is not an element`,
            hint: `did you mean "Condition"?`,
        },
    },
    {
        title: "other elements are not allowed",
        fault: policy({ Remark: "for the auditors" }),
        legal: policy({ Sid: "ForTheAuditors" }),
        finding: {
            path: "Statement[0].Remark",
            message: `"Remark" is not an element`,
            hint: "elements: Action, Condition, Effect, NotAction, NotPrincipal, NotResource, Principal, Resource, Sid",
        },
    },
    {
        title: "Effect has two valid values",
        fault: policy({ Effect: "Grant" }),
        legal: policy({}),
        finding: {
            path: "Statement[0].Effect",
            message: `"Grant" is not a valid value`,
            hint: "use one of: Allow, Deny",
        },
    },
    {
        title: "Effect is required",
        fault: policy({ Effect: undefined }),
        legal: policy({}),
        finding: { path: "Statement[0]", message: "the statement has no Effect", hint: "write Allow or Deny" },
    },
    {
        title: "Effect is case-sensitive",
        fault: policy({ Effect: "allow" }),
        legal: policy({}),
        finding: {
            path: "Statement[0].Effect",
            message: `"allow" is not a valid value`,
            hint: `did you mean "Allow"?`,
        },
    },
    {
        title: "Sid must be a string",
        fault: policy({ Sid: 7 }),
        legal: policy({ Sid: "7" }),
        finding: { path: "Statement[0].Sid", message: "must be a string", hint: "quote it" },
    },
    {
        title: "Action or NotAction is required",
        fault: policy({ Action: undefined }),
        legal: policy({ Action: undefined, NotAction: "s3:GetObject" }),
        finding: {
            path: "Statement[0]",
            message: "the statement has no Action",
            hint: "set Action or NotAction",
        },
    },
    {
        title: "Resource and NotResource exclude each other",
        fault: policy({ NotResource: "arn:aws:s3:::other" }),
        legal: policy({ Resource: undefined, NotResource: "arn:aws:s3:::other" }),
        finding: {
            path: "Statement[0]",
            message: "the statement has Resource and NotResource",
            hint: "set Resource or NotResource",
        },
    },
    {
        title: "a list cannot be empty",
        fault: policy({ Resource: [] }),
        legal: policy({ Resource: ["*"] }),
        finding: {
            path: "Statement[0].Resource",
            message: "the list is empty",
            hint: "list at least one, or remove it",
        },
    },
    {
        title: "list items must be strings",
        fault: policy({ Action: ["s3:GetObject", null] }),
        legal: policy({ Action: ["s3:GetObject"] }),
        finding: { path: "Statement[0].Action[1]", message: "must be a string", hint: "quote it" },
    },
    {
        title: "a Condition must be an object",
        fault: policy({ Condition: [] }),
        legal: policy({ Condition: {} }),
        finding: {
            path: "Statement[0].Condition",
            message: "a Condition must be an object",
            hint: `write {"StringEquals": {"key": "value"}}`,
        },
    },
    {
        title: "condition operators must exist in IAM",
        fault: when({ StringEqual: { "aws:RequestTag/team": "blue" } }),
        legal: when({ StringEqualsIfExists: { "aws:RequestTag/team": "blue" } }),
        finding: {
            path: "Statement[0].Condition.StringEqual",
            message: `"StringEqual" is not a condition operator`,
            hint: `did you mean "StringEquals"?`,
        },
    },
    {
        title: "Null does not support IfExists",
        fault: when({ NullIfExists: { "aws:RequestTag/team": "false" } }),
        legal: when({ Null: { "aws:RequestTag/team": "false" } }),
        finding: {
            path: "Statement[0].Condition.NullIfExists",
            message: `"NullIfExists" is not a condition operator`,
            hint: "operators: ArnEquals, ArnLike, ArnNotEquals, ArnNotLike, BinaryEquals, Bool, DateEquals, "
                + "DateGreaterThan, DateGreaterThanEquals, DateLessThan, DateLessThanEquals, DateNotEquals, IpAddress, "
                + "NotIpAddress, Null, NumericEquals, NumericGreaterThan, NumericGreaterThanEquals, NumericLessThan, "
                + "NumericLessThanEquals, NumericNotEquals, StringEquals, StringEqualsIgnoreCase, StringLike, "
                + "StringNotEquals, StringNotEqualsIgnoreCase, StringNotLike",
        },
    },
    {
        title: "a condition operator must be an object of keys",
        fault: when({ Bool: "true" }),
        legal: when({ Bool: { "aws:SecureTransport": true } }),
        finding: {
            path: "Statement[0].Condition.Bool",
            message: "a condition operator must be an object of keys and values",
            hint: `write {"key": "value"}`,
        },
    },
    {
        title: "a condition key must have plain values",
        fault: when({ Bool: { "aws:SecureTransport": { is: true } } }),
        legal: when({ Bool: { "aws:SecureTransport": [true, "true"] } }),
        finding: {
            path: "Statement[0].Condition.Bool.aws:SecureTransport",
            message: "the value of a condition key must be a string, a number or a boolean",
            hint: "list the values",
        },
    },
];

export const repeatedSidCases: Case[] = [{
    title: "Sids must be unique, but may be omitted",
    fault: policy({ Sid: "Reads" }, { Sid: "Reads", Action: "s3:GetObjectAcl" }),
    legal: policy({ Sid: "Reads" }, { Sid: "Lists", Action: "s3:GetObjectAcl" }, { Action: "s3:PutObject" }, {
        Action: "s3:DeleteObject",
    }),
    finding: {
        path: "Statement[1].Sid",
        message: `another statement also has the Sid "Reads"`,
        hint: "use each Sid once",
    },
}];

const condition = (text: string) =>
    JSON.stringify(policy({ Condition: "here" })).replace(`"here"`, `{"StringEquals": ${text}}`);

const twice = condition(`{"aws:RequestTag/a": "1", "aws:RequestTag/a": "2"}`);

export const repeatedKeyCases: Case[] = [{
    title: "a key may appear once per object, but again in other objects",
    fault: twice,
    legal: condition(
        `{"aws:RequestTag/a": "1", "aws:RequestTag/b": "2"}, "StringNotEquals": {"aws:RequestTag/a": "3"}`,
    ),
    finding: {
        path: "Statement[0].Condition.StringEquals.aws:RequestTag/a",
        message: `"aws:RequestTag/a" appears twice in one object; AWS rejects this`,
        hint: "merge the two, e.g. both lists of keys under one operator",
        line: 1,
        column: twice.lastIndexOf(`"aws:RequestTag/a"`) + 1,
    },
}];
