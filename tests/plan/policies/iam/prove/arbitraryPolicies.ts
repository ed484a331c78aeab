import * as fc from "fast-check";

import type { Statement } from "../../../../../components/plan/policies/iam/document";
import type { Request, RequestContext } from "../../../../../components/plan/policies/iam/request";
import type { PolicyDocument } from "../../../../../components/plan/policies/policyDocument";

// Few words, so that statements apply to requests as often as not, and the neighbors of each.

const accounts = ["111122223333", "123456789012", "444455556666"];
const arns = accounts.slice(0, 2).flatMap((id) => [
    `arn:aws:iam::${id}:role/app`,
    `arn:aws:iam::${id}:role/path/app`,
    `arn:aws:iam::${id}:user/app`,
    `arn:aws:iam::${id}:root`,
    `arn:aws:sts::${id}:federated-user/app`,
]);
const resources = [
    ...["*", "arn:aws:s3:::a", "arn:aws:s3:::a/b", "arn:aws:s3:::ab/c", "arn:aws:s3:::b/a:b"],
    ...accounts.flatMap((id) => [`arn:aws:sqs:us-east-1:${id}:a`, `arn:aws:lambda:us-east-1:${id}:function:a`]),
];

/** A key's family of values: what policies compare it with, and what requests have. */
interface Values {
    operators: string[];
    policy: string[];
    request: string[];
    many?: true;
}

const texts = {
    operators: [
        "StringEquals",
        "StringNotEquals",
        "StringLike",
        "StringNotLike",
        "StringEqualsIgnoreCase",
        "StringNotEqualsIgnoreCase",
    ],
    policy: ["a", "ab", "a*", "*b", "?", "a?b", "*", "A", "", "${*}", "${aws:username}", "x${aws:username}"],
    request: ["", "a", "b", "ab", "aab", "A", "AB", "*", "x", "xa", "aXb"],
};
const keys: { [key: string]: Values } = {
    "aws:PrincipalTag/team": texts,
    "aws:username": texts,
    "aws:TagKeys": { ...texts, many: true },
    "s3:max-keys": {
        operators: ["Equals", "NotEquals", "LessThan", "LessThanEquals", "GreaterThan", "GreaterThanEquals"].map((
            one,
        ) => `Numeric${one}`),
        policy: ["1", "2", "2.5", "-1", "x"],
        request: ["1", "2", "1.5", "2.25", "3", "-1", "-2", "0", "x", ""],
    },
    "aws:CurrentTime": {
        operators: ["Equals", "NotEquals", "LessThan", "LessThanEquals", "GreaterThan", "GreaterThanEquals"].map((
            one,
        ) => `Date${one}`),
        policy: ["2026-01-01T00:00:00Z", "2026-01-02", "1767225600"],
        request: [
            "2025-12-31T23:59:59Z",
            "2026-01-01T00:00:00Z",
            "2026-01-01T12:00:00Z",
            "2026-01-02T00:00:00Z",
            "2027-01-01",
            "x",
        ],
    },
    "aws:VpcSourceIp": {
        operators: ["IpAddress", "NotIpAddress"],
        policy: ["10.0.0.0/8", "10.1.0.0/16", "10.1.2.3", "2001:db8::/32"],
        request: [
            "10.0.0.0",
            "10.255.255.255",
            "11.0.0.0",
            "9.255.255.255",
            "10.1.0.0",
            "10.1.2.3",
            "10.1.2.4",
            "2001:db8::",
            "2001:db9::",
            "x",
        ],
    },
    "aws:SecureTransport": { operators: ["Bool"], policy: ["true", "false", "x"], request: ["true", "false"] },
    "aws:SourceArn": {
        operators: ["ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike"],
        policy: ["arn:aws:s3:::a", "arn:aws:s3:::*", "arn:*:s3:::a*", "arn:aws:*:a", "arn:aws:sns:us-east-?:*:a"],
        request: ["arn:aws:s3:::a", "arn:aws:s3:::ab:c", "arn:aws-cn:s3:::a", "arn:aws:sns:us-east-1:1:a"],
    },
    "aws:PrincipalAccount": {
        operators: texts.operators,
        policy: [...accounts, "1*", "*2", "anonymous", "????????????"],
        request: [],
    },
    "aws:PrincipalArn": {
        operators: ["ArnLike", "ArnNotLike", "StringLike", "StringEquals"],
        policy: [...arns, "arn:aws:iam::*:role/*", "*app"],
        request: [],
    },
    "aws:ResourceAccount": { operators: texts.operators, policy: [...accounts, "1*"], request: [] },
    "aws:PrincipalIsAWSService": { operators: ["Bool"], policy: ["true", "false"], request: [] },
};

const some = <T>(values: T[], maxLength = 3) =>
    fc.subarray(values, { minLength: 1, maxLength: Math.min(maxLength, values.length) });

const condition = fc.constantFrom(...Object.keys(keys)).chain((key) => {
    const { operators, policy, many } = keys[key]!;
    const operator = fc.tuple(
        fc.constantFrom(...(many ? ["ForAllValues:", "ForAnyValue:"] : [""])),
        fc.constantFrom(...operators),
        fc.constantFrom("", "", "IfExists"),
    ).map((parts) => parts.join(""));
    return fc.oneof(
        { weight: 6, arbitrary: fc.tuple(operator, some(policy)) },
        { weight: 1, arbitrary: fc.tuple(fc.constant("Null"), some(["true", "false"], 1)) },
    ).map(([name, values]) => ({ name, key, values }));
});

const conditions = fc.array(condition, { maxLength: 2 }).map((list) => {
    const all: { [operator: string]: { [key: string]: string[] } } = {};
    for (const { name, key, values } of list) all[name] = { ...all[name], [key]: values };
    return all;
});

const either = (element: string, values: string[]) =>
    fc.tuple(fc.constantFrom(element, element, element, `Not${element}`), some(values)).map(([name, list]) => ({
        [name]: list,
    }));

const sessions = accounts.slice(0, 2).map((id) => `arn:aws:sts::${id}:assumed-role/app/session`);
const principal = fc.oneof(
    { weight: 3, arbitrary: fc.constant("*") },
    fc.record({ AWS: some([...accounts, ...arns, ...sessions, "*"]) }),
    fc.record({ Service: some(["logs.amazonaws.com", "logs.us-east-1.amazonaws.com", "sns.amazonaws.com"]) }),
);

/** A statement with every operator and element of the policy language, mostly valid. */
export const statement: fc.Arbitrary<Statement> = fc.tuple(
    fc.constantFrom("Allow", "Allow", "Deny"),
    principal,
    either("Action", ["*", "s3:*", "s3:Get*", "s3:GetObject", "S3:PutObject", "sqs:*Message"]),
    either("Resource", [
        ...[
            "*",
            "arn:aws:s3:::a*",
            "arn:aws:s3:::a/*",
            "arn:aws:s3:::*/b",
            "arn:aws:s3:::${aws:username}/*",
            "arn:aws:s3:::b/*:b",
        ],
        ...[
            "arn:aws:sqs:*:123456789012:*",
            "arn:aws:sqs:*:*:a",
            "arn:*:sqs:us-east-1:111122223333:a",
            "arn:aws:lambda:*",
        ],
    ]),
    conditions,
).map(([Effect, Principal, action, resource, Condition]) => ({ Effect, Principal, ...action, ...resource, Condition }));

/** A document of a few statements. */
export const policy: fc.Arbitrary<PolicyDocument> = fc.record({
    Version: fc.constantFrom("2012-10-17", "2012-10-17", "2008-10-17"),
    Statement: fc.array(statement, { minLength: 1, maxLength: 4 }),
});

const caller: fc.Arbitrary<Pick<Request, "principal" | "context">> = fc.oneof(
    {
        weight: 4,
        arbitrary: fc.tuple(
            fc.constantFrom(...arns, "arn:aws:iam::999988887777:role/other"),
            fc.constantFrom("session", "other"),
        ).map(([arn, session]) => {
            const account = arn.split(":")[4]!;
            const context = {
                "aws:PrincipalArn": arn,
                "aws:PrincipalAccount": account,
                "aws:PrincipalIsAWSService": "false",
            };
            const role = arn.split("/").at(-1)!;
            const own = arn.includes(":role/") ? `arn:aws:sts::${account}:assumed-role/${role}/${session}` : arn;
            return { principal: { type: "AWS", arn: own } as const, context };
        }),
    },
    fc.constantFrom("logs.amazonaws.com", "s3.amazonaws.com").map((name) => ({
        principal: { type: "Service", name } as const,
        context: { "aws:PrincipalIsAWSService": "true" },
    })),
    fc.constant({ principal: { type: "Anonymous" } as const, context: { "aws:PrincipalAccount": "anonymous" } }),
);

const target = fc.tuple(fc.constantFrom(...resources), fc.constantFrom(...accounts, "999988887777"), fc.boolean()).map(
    ([resource, id, has]) => {
        const account = resource.split(":")[4] || id;
        return { resource, context: (has ? { "aws:ResourceAccount": account } : {}) as RequestContext };
    },
);

const values = fc.record(
    Object.fromEntries(
        Object.entries(keys).filter(([, { request }]) => request.length > 0).map(([key, { request, many }]) => {
            const value = fc.constantFrom(...request);
            return [key, many ? fc.array(value, { minLength: 1, maxLength: 3 }) : value];
        }),
    ),
    { requiredKeys: [] },
) as fc.Arbitrary<RequestContext>;

/** A request that AWS could have received: what depends on its principal or resource is consistent. */
export const request: fc.Arbitrary<Request> = fc.tuple(
    caller,
    fc.constantFrom("s3:GetObject", "s3:PutObject", "s3:ListBucket", "sqs:SendMessage", "sts:AssumeRole"),
    target,
    values,
).map(([{ principal, context }, action, { resource, context: ofTarget }, others]) => {
    // Unsigned requests have no keys of a principal.
    const { "aws:PrincipalTag/team": _, "aws:username": __, ...unsigned } = others;
    const kept = principal.type === "Anonymous" ? unsigned : others;
    return { principal, action, resource, context: { ...kept, ...context, ...ofTarget } };
});
