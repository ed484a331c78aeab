import * as assert from "node:assert/strict";

import type { Statement } from "../../../../../components/plan/policies/iam/document";
import { targetsOf } from "../../../../../components/plan/policies/iam/prove/targets";
import { wordsOf } from "../../../../../components/plan/policies/iam/prove/words";

const [any, own] = ["000000000000", "111122223333"];
const of = (statement: Statement, Version = "2012-10-17") =>
    targetsOf(wordsOf([{ Version, Statement: statement }])).map(({ resource, context }) =>
        [resource, context["aws:ResourceAccount"] ?? "none"].join(" ")
    );
/** A resource with each of these owners, and without one. */
const owned = (resource: string, ...owners: string[]) => [...owners, "none"].map((owner) => `${resource} ${owner}`);
const basic = [...owned("*", any!), ...owned("arn:a:a:::a", any!), ...owned(`arn:a:a::${any}:a`, any!)];
const assertSame = (found: string[], expected: string[]) => assert.deepEqual(found.sort(), expected.sort());

describe("the resources that represent all", () => {
    it("are none, one without an account, and one with its owner", () => {
        assertSame(of({}), basic);
        assertSame(of({ Resource: "*" }), basic);
        assertSame(of({ Condition: { StringEquals: { "aws:SourceAccount": own } } }), basic);
    });

    it("have the account of their ARN or each account that is compared, or no owner", () => {
        const condition = { StringEquals: { "AWS:ResourceAccount": own } };
        assertSame(of({ Condition: condition }), [
            ...owned("*", any!, own!),
            ...owned("arn:a:a:::a", any!, own!),
            ...owned(`arn:a:a::${any}:a`, any!),
            ...owned(`arn:a:a::${own}:a`, own!),
        ]);
        assertSame(of({ Resource: "arn:aws:ssm:us-east-1:aws:a" }), [
            ...basic,
            ...owned("arn:aws:ssm:us-east-1:aws:a", any!),
        ]);
        assertSame(of({ Resource: `arn:aws:sqs:us-east-1:${own}:a` }), [
            ...basic,
            ...owned(`arn:aws:sqs:us-east-1:${own}:a`, own!),
        ]);
        assertSame(of({ Resource: `arn:aws:sqs:us-east-1:${own}0:a` }), [
            ...basic,
            ...owned(`arn:aws:sqs:us-east-1:${own}0:a`, any!),
        ]);
        assertSame(of({ Resource: `arn:aws:sqs:us-east-1:0${own}:a` }), [
            ...basic,
            ...owned(`arn:aws:sqs:us-east-1:0${own}:a`, any!),
        ]);
    });

    it("are what a pattern matches within the parts of an ARN, and beyond them", () => {
        assertSame(of({ Resource: "arn:aws:s3:::b/*" }), [...basic, ...owned("arn:aws:s3:::b/", any!)]);
        assertSame(of({ NotResource: `arn:aws:sqs:*:${own}:a` }), [
            ...basic,
            ...owned(`arn:aws:sqs::${own}:a`, own!),
            ...owned(`arn:aws:sqs:::${own}:a`, any!),
        ]);
    });

    it("are any string in place of a variable, in a Version that supports them", () => {
        const statement = { Resource: "arn:aws:s3:::${aws:username}" };
        assertSame(of(statement), [...basic, ...owned("arn:aws:s3:::a", any!)]);
        assertSame(of(statement, "2008-10-17"), [...basic, ...owned("arn:aws:s3:::${aws:username}", any!)]);
    });
});
