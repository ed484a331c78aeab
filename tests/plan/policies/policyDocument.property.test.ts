import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import {
    canonicalJson,
    fillPlaceholders,
    parsePolicy,
    type PolicyDocument,
} from "../../../components/plan/policies/policyDocument";
import { shuffled } from "../arbitraries";

const word = fc.string({ minLength: 1, maxLength: 6 });
const set = fc.uniqueArray(word, { maxLength: 4 });
const operators = fc.dictionary(word, fc.dictionary(word, set, { maxKeys: 3 }), { maxKeys: 3 });
const statement = fc.record({
    Sid: word,
    Effect: fc.constantFrom("Allow", "Deny"),
    Principal: fc.oneof(fc.constant("*"), fc.record({ AWS: set })),
    Action: set,
    Resource: set,
    Condition: operators,
}, { requiredKeys: ["Effect"] });
const policy: fc.Arbitrary<PolicyDocument> = fc.record({
    Version: fc.constant("2012-10-17"),
    Id: word,
    Statement: fc.array(statement, { maxLength: 4 }),
}, { requiredKeys: ["Statement"] });

/** The same policy written in another way: keys in any order, sets in any order, with repetitions, or without their list. */
function rewritten(value: unknown): fc.Arbitrary<unknown> {
    if (Array.isArray(value) && value.some((item) => typeof item === "object")) {
        return fc.tuple(...value.map(rewritten));
    }
    if (Array.isArray(value)) {
        const again = shuffled([...value, ...value.slice(0, 1)]);
        return value.length === 1 ? fc.oneof(again, fc.constant(value[0])) : again;
    }
    if (typeof value !== "object" || value === null) return fc.constant(value);
    return shuffled(Object.entries(value)).chain((entries) =>
        fc.tuple(...entries.map(([key, item]) => rewritten(item).map((other): [string, unknown] => [key, other])))
    ).map((entries) => Object.fromEntries(entries));
}

const twice = policy.chain((one) => fc.tuple(fc.constant(one), rewritten(one)));
/** Text that breaks JSON, regular expressions or `String.replace` where it is not taken literally. */
const anyText = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(`"`, `\\`, `\\"`, `"}]}`, "$&", "$1", "$`", "$'", "$$", "$<name>", "\n", "\u2028", "<region>"),
);

describe("every policy", () => {
    it("has one canonical JSON, however its keys and sets are ordered, repeated or wrapped", () => {
        fc.assert(fc.property(twice, ([one, other]) => {
            assert.equal(canonicalJson(other as PolicyDocument), canonicalJson(one));
        }));
    });

    it("has a canonical JSON that is unchanged by another pass", () => {
        fc.assert(fc.property(policy, (one) => {
            const text = canonicalJson(one);
            assert.equal(canonicalJson(JSON.parse(text) as PolicyDocument), text);
        }));
    });

    it("keeps the order of its statements", () => {
        fc.assert(fc.property(policy, (one) => {
            const sids = (document: PolicyDocument) => (document.Statement as { Sid?: string }[]).map(({ Sid }) => Sid);
            assert.deepEqual(sids(JSON.parse(canonicalJson(one)) as PolicyDocument), sids(one));
        }));
    });

    it("has another canonical JSON if one string changes", () => {
        fc.assert(fc.property(fc.uniqueArray(word, { minLength: 2, maxLength: 2 }), ([a, b]) => {
            const text = (Resource: string) => canonicalJson({ Statement: [{ Action: ["s3:*", "sts:*"], Resource }] });
            assert.notEqual(text(a!), text(b!));
        }));
    });

    it("filled with any string is the same JSON with that exact string inside", () => {
        fc.assert(
            fc.property(anyText, anyText, (accountId, region) => {
                const Resource = "arn:aws:s3:<region>:<accountId>:<partition>";
                const text = canonicalJson(fillPlaceholders({ Statement: [{ Resource }] }, { accountId, region }));
                assert.deepEqual(JSON.parse(text), {
                    Statement: [{ Resource: `arn:aws:s3:${region}:${accountId}:<partition>` }],
                });
            }),
            { numRuns: 500 },
        );
    });

    it("is read, or rejected with a problem, for any string", () => {
        fc.assert(
            fc.property(fc.oneof(fc.json(), anyText, fc.json().map((json) => `{"Statement": ${json}}`)), (text) => {
                const { document, problems } = parsePolicy("policy", text);
                assert.equal(document === undefined, problems.length > 0);
                if (document) assert.ok(canonicalJson(document).length > 0);
            }),
            { numRuns: 500 },
        );
    });
});
