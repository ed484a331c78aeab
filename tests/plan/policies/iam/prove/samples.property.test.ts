import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import { arnMatches, resourceMatches } from "../../../../../components/plan/policies/iam/arn";
import { matches, patternOf } from "../../../../../components/plan/policies/iam/pattern";
import { samplesOf } from "../../../../../components/plan/policies/iam/prove/cells";
import {
    anyBut,
    inParts,
    inSegments,
    languageOf,
    literal,
} from "../../../../../components/plan/policies/iam/prove/language";
import { isUnknown, type Truth } from "../../../../../components/plan/policies/iam/truth";

const text = (maxLength: number) => fc.string({ unit: fc.constantFrom("a", "b", "B", ":", "*", "?"), maxLength });
const patterns = fc.array(text(5), { minLength: 1, maxLength: 4 });
const known = (truth: Truth) => (isUnknown(truth) ? "unknown" : truth);

/** Whether some sample has the same results as the text. */
function isRepresented(samples: string[], found: string, results: (text: string) => Truth[]): void {
    const of = (one: string) => JSON.stringify(results(one).map(known));
    assert.ok(samples.some((sample) => of(sample) === of(found)), `${found}: ${of(found)}`);
}

describe("the samples of patterns", () => {
    const anything = [anyBut("")];

    it("represent every string that the patterns distinguish", () => {
        fc.assert(fc.property(patterns, text(6), (list, found) => {
            const samples = samplesOf([anything], list.map((one) => languageOf(one, { wildcards: true })));
            isRepresented(samples, found, (one) => list.map((pattern) => matches(patternOf(pattern), one)));
        }));
    });

    it("represent every string if case does not matter", () => {
        fc.assert(fc.property(patterns, text(6), (list, found) => {
            const samples = samplesOf([anything], list.map((one) => languageOf(one, { ignoreCase: true })));
            isRepresented(samples, found, (one) => list.map((each) => each.toLowerCase() === one.toLowerCase()));
        }));
    });

    it("represent every ARN, whether wildcards match colons or not", () => {
        const part = fc.constantFrom("", "a", "*", "?", "a*");
        const arn = fc.tuple(fc.constantFrom("s3", "a"), part, part, fc.constantFrom("a", "*", "a:a", "?:*", "a*")).map(
            ([one, two, three, four]) => `arn:aws:${one}:${two}:${three}:${four}`,
        );
        const arns = [
            ...literal("arn:"),
            anyBut(":"),
            ...literal(":"),
            anyBut(":"),
            ...literal(":"),
            anyBut(":"),
            ...literal(":"),
            anyBut(":"),
            ...literal(":"),
            anyBut(""),
        ];
        fc.assert(
            fc.property(fc.array(arn, { minLength: 1, maxLength: 3 }), arn, (list, found) => {
                const read = list.map((one) => languageOf(one, { wildcards: true }));
                const samples = samplesOf([arns], [...read, ...read.map(inParts), ...read.map(inSegments)]);
                isRepresented(
                    samples,
                    found,
                    (one) =>
                        list.map(patternOf).flatMap((
                            pattern,
                        ) => [arnMatches(pattern, one), resourceMatches(pattern, one)]),
                );
            }),
            { numRuns: 1000 },
        );
    });

    it("represent the values of a policy variable, and literal characters in its escapes", () => {
        const read = (one: string) => samplesOf([anything], [languageOf(one, { variables: true, wildcards: true })]);
        assert.deepEqual(read("a${aws:username}"), ["", "a"]);
        assert.deepEqual(read("${*}"), ["", "*"]);
        assert.deepEqual(read("${?}a"), ["", "?a"]);
    });
});
