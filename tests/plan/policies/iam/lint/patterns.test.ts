import * as assert from "node:assert/strict";

import fc from "fast-check";

import { matches } from "../../../../../components/plan/policies/iam/lint/patterns";

describe("a pattern", () => {
    it("matches with * any string and with ? one character, in any case", () => {
        const yes = [["", ""], ["*", ""], ["**", "a"], ["a*", "ABC"], ["a?c", "abc"], ["*b*", "abc"], [
            "a*c*e",
            "abcde",
        ]];
        const no = [["", "a"], ["?", ""], ["a?", "a"], ["a", "ab"], ["ab", "a"], ["a*d", "abc"], ["*b", "abc"], [
            "a?c",
            "ac",
        ]];
        for (const [pattern, text] of yes) assert.ok(matches(pattern!, text!), `${pattern} does not match ${text}`);
        for (const [pattern, text] of no) assert.ok(!matches(pattern!, text!), `${pattern} matches ${text}`);
    });

    it("matches as the equivalent regular expression does", () => {
        const text = (...letters: string[]) =>
            fc.array(fc.constantFrom(...letters), { maxLength: 8 }).map((all) => all.join(""));
        fc.assert(fc.property(text("a", "b", "*", "?"), text("a", "b", "A"), (pattern, given) => {
            const expression = new RegExp(`^${pattern.replaceAll("*", ".*").replaceAll("?", ".")}$`, "i");
            assert.equal(matches(pattern, given), expression.test(given));
        }));
    });
});
