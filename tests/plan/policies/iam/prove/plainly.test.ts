import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import { isPlainlyNone, plainHomes } from "../../../../../components/plan/policies/iam/prove/plainly";
import { searching } from "../../../../../components/plan/policies/iam/prove/searchRequests";
import type { PolicyDocument } from "../../../../../components/plan/policies/policyDocument";
import { policy, statement } from "./arbitraryPolicies";

const Version = "2012-10-17";
const own = { StringEquals: { "aws:PrincipalAccount": "123456789012" } };
const document = (...statements: object[]): PolicyDocument => ({
    Version,
    Statement: statements.map((one) => ({ Effect: "Allow", Principal: "*", Action: "*", Resource: "*", ...one })),
});
const isWithin = (one: object, other: object) =>
    isPlainlyNone({ allowedBy: [document(one)], notBy: [document(other)] });

describe("a comparison of two policies without a search", () => {
    it("shows that a statement with fewer actions, resources and values allows no more", () => {
        const cases: [object, object][] = [
            [{}, {}],
            [{ Action: "s3:*" }, {}],
            [{ NotAction: "s3:*", Action: undefined }, {}],
            [{ Action: ["a:A", "a:B"] }, { Action: ["a:B", "a:C", "a:A"] }],
            [{ Resource: "arn:aws:s3:::a" }, { Resource: ["arn:aws:s3:::a", "arn:aws:s3:::b"] }],
            [{ Principal: { AWS: "123456789012" } }, {}],
            [{ Principal: { AWS: "123456789012" } }, { Principal: { AWS: "123456789012" } }],
            [{ Condition: own }, {}],
            [{ Condition: own }, { Condition: {} }],
            [{}, { Condition: {} }],
            [{ Condition: own, Sid: "A" }, {
                Condition: { StringEquals: { "aws:PrincipalAccount": ["1", "123456789012"] } },
            }],
            [{ Condition: { ...own, Bool: { "aws:SecureTransport": "true" } } }, { Condition: own }],
            [{ Condition: { StringNotEquals: { a: ["1", "2"] } } }, {
                Condition: { StringNotEquals: { a: ["2", "1"] } },
            }],
        ];
        for (const [one, other] of cases) assert.ok(isWithin(one, other), JSON.stringify([one, other]));
    });

    it("shows nothing if a statement could allow more", () => {
        const cases: [object, object][] = [
            [{}, { Action: "s3:*" }],
            [{ Action: ["a:A", "a:B"] }, { Action: ["a:A"] }],
            [{ NotAction: "a:A", Action: undefined }, { Action: "a:A" }],
            [{}, { Resource: "arn:aws:s3:::a" }],
            [{}, { Action: undefined, NotAction: "*" }],
            [{}, { Principal: { AWS: "123456789012" } }],
            [{ Principal: undefined }, { Principal: undefined }],
            [{}, { Condition: own }],
            [{ Condition: { Bool: {} } }, { Condition: { Bool: own.StringEquals } }],
            [{ Condition: own }, { Condition: { StringEquals: { "aws:PrincipalAccount": "1" } } }],
            [{ Condition: own }, { Condition: { StringLike: own.StringEquals } }],
            [{ Condition: { StringNotEquals: { a: "1" } } }, { Condition: { StringNotEquals: { a: ["1", "2"] } } }],
            [{ Condition: own }, { Condition: "a" }],
            [{ Condition: own }, { Condition: { StringEquals: "a" } }],
            [{ Condition: { Bool: { a: true } } }, { Condition: { Bool: { a: true } } }],
            [{}, { Effect: "Deny" }],
            [{ Effect: "Maybe" }, { Effect: "Maybe" }],
            [{}, { Foo: "*" }],
            [{ Action: "a:A" }, { NotAction: "a:A" }],
            [{ Condition: { StringEquals: { a: "1", b: "3" } } }, { Condition: { StringEquals: { a: "1", b: "2" } } }],
            [{ Condition: { StringEquals: { a: ["1", "2"] } } }, { Condition: { StringEquals: { a: "1" } } }],
        ];
        for (const [one, other] of cases) assert.ok(!isWithin(one, other), JSON.stringify([one, other]));
    });

    it("depends on the Version and on Deny statements", () => {
        const deny = { Effect: "Deny", Action: "s3:*" };
        const within = (one: PolicyDocument, other: PolicyDocument) =>
            isPlainlyNone({ allowedBy: [one], notBy: [other] });
        assert.ok(!within(document({}), { ...document({}), Version: "2008-10-17" }));
        assert.ok(!within(document({}), document({}, deny)));
        assert.ok(within(document({}, deny), document({}, deny)));
        assert.ok(within(document({}, deny), document({})));
        assert.ok(within(document(deny), document()));
        assert.ok(!within(document({ Action: "a:A" }, { Effect: "Maybe" }), document({ Action: "a:A" })));
        assert.ok(!isPlainlyNone({ allowedBy: [document({})] }));
    });

    it("finds which policies allow each statement, unless one has a Deny", () => {
        const [first, second] = [document({ Action: "s3:*" }), document({ Action: "sqs:*" })];
        const both = document({ Action: "sqs:*" }, { Action: "s3:*", Condition: own });
        assert.deepEqual(plainHomes(both, [first, second]), [second, first]);
        assert.equal(plainHomes(both, [first]), undefined);
        for (const Action of ["*", "s3:*"]) {
            assert.equal(plainHomes(document({ Action: "s3:*" }, { Effect: "Deny", Action }), [first]), undefined);
        }
    });

    it("agrees with a search", () => {
        let none = 0;
        const pair = fc.tuple(policy, statement).map(([one, more]): [PolicyDocument, PolicyDocument] => [
            one,
            { ...one, Statement: [...one.Statement as object[], more] },
        ]);
        fc.assert(fc.property(fc.oneof(pair, fc.tuple(policy, policy)), ([one, other]) => {
            if (!isPlainlyNone({ allowedBy: [one], notBy: [other] })) return;
            none++;
            // What the documents leave open on both sides is the same, which a search does not notice.
            const { found } = searching([one, other], {})({ allowedBy: [one], notBy: [other] });
            assert.notEqual(found, "some");
        }));
        assert.ok(none > 10, String(none));
    });
});
