import * as assert from "node:assert/strict";

import { quotas } from "../../../../../components/plan/facts/quotas";
import { actionsOf } from "../../../../../components/plan/policies/iam/lint/actionTable";
import { contextOf, lintEndpointPolicy } from "../../../../../components/plan/policies/iam/lint/lintEndpointPolicy";
import { policy } from "./cases/case";

const actions = actionsOf("ec2")!.map(({ name }) => `ec2:${name}`);
const list = (count: number, item: (index: number) => string) => Array.from({ length: count }, (_, at) => item(at));
const keys = (count: number, item: (index: number) => [string, unknown]) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => item(at)));

/** Policies by what there are many of. */
const many: { [what: string]: (count: number) => object } = {
    "wildcards in a resource": (count) => policy({ Resource: `arn:aws:s3:::${"*?a".repeat(count)}` }),
    "wildcards in an action": (count) => policy({ Action: `s3:${"*?".repeat(count)}` }),
    "actions": (count) => policy({ Action: list(count, (at) => actions[at % actions.length]!) }),
    "patterns of actions": (count) => policy({ Action: list(count, (at) => `s3:${"*".repeat(at % 9)}a*b`) }),
    "actions and resources of another type": (count) =>
        policy({ Action: list(count, () => "ec2:*"), Resource: list(count, (at) => `arn:aws:ec2:*:*:a${at}/*`) }),
    "keys": (count) =>
        policy({ Condition: { StringLike: keys(count, (at) => [`aws:RequestTag/key-${at}`, "abcdef*"]) } }),
    "values": (count) =>
        policy({ Condition: { ArnLike: { "aws:PrincipalArn": list(count, (at) => `arn:aws:iam::*:role/${at}*`) } } }),
    "unknown operators": (count) =>
        policy({ Condition: keys(count, (at) => [`StringIs${at}`, { "aws:userid": "a" }]) }),
    "variables that do not end": (count) => policy({ Resource: `arn:aws:s3:::a/${"${".repeat(count)}` }),
    "statements of both effects": (count) =>
        policy(...Array.from({ length: count }, (_, at) => ({
            Effect: at % 2 ? "Deny" : "Allow",
            Resource: `arn:aws:s3:::a${at}*/*b*`,
        }))),
    "contradictions": (count) =>
        policy(...Array.from({ length: count }, (_, at) => {
            const test = { "aws:RequestTag/a": `${at}` };
            return { Condition: { StringEquals: test, StringNotEquals: test } };
        })),
};

/** The largest policy of a kind that AWS accepts. */
function largest(policyWith: (count: number) => object): string {
    const fits = (count: number) => JSON.stringify(policyWith(count)).length <= quotas["quota.policy-size"];
    let count = 1;
    while (fits(count * 2)) count *= 2;
    for (let step = count; step >= 1; step = Math.floor(step / 2)) if (fits(count + step)) count += step;
    return JSON.stringify(policyWith(count));
}

/** The codes that the linter finds in them. */
const found: { [what: string]: string[] } = {
    "wildcards in a resource": ["pol.foreign-action"],
    "wildcards in an action": ["pol.foreign-action", "pol.unknown-action"],
    "actions": ["pol.action-resource", "pol.wildcard-only-action"],
    "patterns of actions": ["pol.foreign-action", "pol.unknown-action"],
    "actions and resources of another type": [],
    "keys": ["pol.foreign-action"],
    "values": ["pol.any-account", "pol.foreign-action"],
    "unknown operators": ["pol.foreign-action", "pol.grammar"],
    "variables that do not end": ["pol.foreign-action", "pol.unknown-variable"],
    "statements of both effects": ["pol.foreign-action"],
    "contradictions": ["pol.foreign-action", "pol.statement-without-effect"],
};

describe("the linter, for the largest policies that AWS accepts,", function() {
    this.timeout(60_000);

    for (const [what, policyWith] of Object.entries(many)) {
        it(`finds what is wrong with as many ${what} as fit`, () => {
            const codes = lintEndpointPolicy(largest(policyWith), contextOf("ec2")).map(({ code }) => code);
            assert.deepEqual([...new Set(codes)].sort(), found[what]);
        });
    }
});
