import * as assert from "node:assert/strict";

import { common, intersection, minus } from "../../../../../components/plan/policies/iam/prove/boxes";
import { samplesOf } from "../../../../../components/plan/policies/iam/prove/cells";
import { anyBut, languageOf, literal } from "../../../../../components/plan/policies/iam/prove/language";
import { Effort, TooLarge } from "../../../../../components/plan/policies/iam/prove/limit";
import { Space } from "../../../../../components/plan/policies/iam/prove/space";

const spaceOf = (statement: object, kind?: string) =>
    new Space([{ Version: "2012-10-17", Statement: statement }], kind);

describe("the space of all requests", () => {
    const Condition = {
        StringEquals: { "aws:username": "a", "aws:SourceVpc": "v", "AWS:sourcevpc": "w" },
        Bool: { "aws:PrincipalIsAWSService": "true" },
    };
    const space = spaceOf({ Action: "s3:Get*", Condition }, "Gateway");

    it("has a dimension for callers, actions, resources and each key that does not follow from them", () => {
        assert.deepEqual([space.callers.length, space.actions, space.targets.length], [6, ["s:a", "s3:Get"], 6]);
        assert.deepEqual(space.keys.map(({ name, tests, values }) => [name, tests.length, values]), [
            ["aws:username", 1, [undefined, "", "a", "b"]],
            ["aws:SourceVpc", 2, [undefined, "", "v", "w", "a"]],
        ]);
        assert.deepEqual(spaceOf({ Action: ["a:B", "*", "a b:c", "x?:y"] }).actions, ["a:B", "a:a", "xa:y"]);
    });

    it("has no key of a principal in unsigned requests", () => {
        assert.deepEqual(space.whole, [63n, 3n, 63n, 15n, 31n]);
        assert.deepEqual(space.everything, [[31n, 3n, 63n, 15n, 31n], [32n, 3n, 63n, 1n, 31n]]);
        // AWS sets the account of unsigned requests to a word.
        const keys = spaceOf({ Condition: { Bool: { "aws:SecureTransport": "true", "foo:bar": "true" } } });
        assert.deepEqual(keys.everything[1]!.slice(3), keys.whole.slice(3));
    });

    it("shows the first request of a box, which is the shortest", () => {
        assert.deepEqual(space.requestIn(space.everything[1]!), {
            principal: { type: "Anonymous" },
            action: "s:a",
            resource: "*",
            context: { "aws:PrincipalAccount": "anonymous", "aws:ResourceAccount": "000000000000" },
            endpoint: "Gateway",
        });
        assert.deepEqual(space.requestIn([4n, 2n, 32n, 4n, 16n]), {
            principal: { type: "AWS", arn: "arn:a:sts::000000000000:assumed-role/a/a" },
            action: "s3:Get",
            resource: "arn:a:a::000000000000:a",
            context: {
                "aws:PrincipalArn": "arn:a:iam::000000000000:role/a",
                "aws:PrincipalAccount": "000000000000",
                "aws:PrincipalIsAWSService": "false",
                "aws:username": "a",
                "aws:SourceVpc": "a",
            },
            endpoint: "Gateway",
        });
    });

    it("compares each resource only once", () => {
        let calls = 0;
        const found = space.ofResources((resource) => {
            calls++;
            return resource.length;
        });
        assert.deepEqual([found.length, calls], [6, 3]);
        assert.deepEqual(found, space.targets.map(({ resource }) => resource.length));
    });
});

/** An effort with this many steps left, of 6,000,000. */
function effortOf(left: number): Effort {
    const effort = new Effort();
    effort.spend(6_000_000 - left, "");
    return effort;
}
const tooLarge = (message: string) => (error: unknown) => error instanceof TooLarge && error.message === message;

describe("boxes of requests", () => {
    it("are split without common requests", () => {
        const effort = new Effort();
        assert.deepEqual(intersection([3n, 6n], [1n, 3n]), [1n, 2n]);
        assert.equal(intersection([3n, 4n], [1n, 3n]), undefined);
        assert.deepEqual(minus([[3n, 3n]], [[1n, 1n]], effort), [[2n, 3n], [1n, 2n]]);
        assert.deepEqual(minus([[3n, 3n]], [[4n, 3n]], effort), [[3n, 3n]]);
        assert.deepEqual(minus([[3n, 3n]], [[3n, 7n]], effort), []);
        assert.deepEqual(common([[3n, 3n], [4n, 1n]], [[1n, 1n], [4n, 3n]], effort), [[1n, 1n], [4n, 1n]]);
    });

    it("take a step for each of their dimensions", () => {
        const message = "its conditions combine in more ways than are tried";
        const split = (left: number) => minus([[3n, 3n]], [[1n, 1n], [4n, 4n]], effortOf(left));
        assert.deepEqual(split(4), [[2n, 3n], [1n, 2n]]);
        assert.throws(() => split(3), tooLarge(message));
        const combined = (left: number) => common([[3n, 3n], [4n, 1n]], [[1n, 1n], [4n, 3n]], effortOf(left));
        assert.equal(combined(8).length, 2);
        assert.throws(() => combined(7), tooLarge(message));
    });
});

describe("the strings that represent all", () => {
    const anything = [anyBut("")];

    it("are the shortest ones, with readable characters if possible", () => {
        assert.deepEqual(samplesOf([anything], []), [""]);
        assert.deepEqual(samplesOf([anything], [literal("ab")]), ["", "ab"]);
        assert.deepEqual(samplesOf([anything], [[anyBut("a")]]), ["", "a"]);
        assert.deepEqual(samplesOf([literal("ab"), literal("cd")], [anything]), ["ab", "cd"]);
        assert.deepEqual(samplesOf([literal("ab")], [literal("abc")]), ["ab"]);
        const readable = "abcdefghijklmnopqrstuvwxyz0123456789-_ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        const one = (chars: string) => [{ chars, not: false, star: false }];
        const other = [{ chars: "", not: true, star: false }];
        for (const [at, char] of [...readable].entries()) {
            assert.deepEqual(samplesOf([other], [one(readable.slice(0, at))]).at(-1), char);
        }
        assert.deepEqual(samplesOf([other], [one(readable), one("\u0100\u0101")]).at(-1), "\u0102");
    });

    it("take a step for each character compared with a step of a language", () => {
        // Two characters with three steps for the empty string, one with three for "a" and one with two for "b".
        const sampled = (left: number) => samplesOf([anything], [literal("a")], effortOf(left));
        assert.deepEqual(sampled(11), ["", "a"]);
        assert.throws(() => sampled(10), tooLarge("its patterns overlap in more ways than are tried"));
    });

    it("are too many if patterns overlap in too many ways", () => {
        const patterns = Array.from(
            { length: 60 },
            (_, index) => languageOf(`${"*a".repeat(20)}${index}*b*`, { wildcards: true }),
        );
        const message = "its patterns overlap in more ways than are tried";
        assert.throws(() => samplesOf([anything], patterns), tooLarge(message));
    });
});
