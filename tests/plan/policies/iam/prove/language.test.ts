import * as assert from "node:assert/strict";

import {
    accountId,
    anyBut,
    inParts,
    inSegments,
    type Language,
    languageOf,
    literal,
    oneBut,
    without,
} from "../../../../../components/plan/policies/iam/prove/language";

/** A language as text: a character, `[^…]` for others, and `*` for any number of them. */
const shown = (language: Language) =>
    language.map(({ chars, not, star }) =>
        `${not ? `[^${chars}]` : chars.length === 1 ? chars : `[${chars}]`}${star ? "*" : ""}`
    )
        .join("");

describe("the language of a pattern", () => {
    it("is a step for each character", () => {
        assert.deepEqual(literal("a*"), [
            { chars: "a", not: false, star: false },
            { chars: "*", not: false, star: false },
        ]);
        assert.deepEqual([anyBut(":"), oneBut("")], [
            { chars: ":", not: true, star: true },
            { chars: "", not: true, star: false },
        ]);
        assert.equal(shown(accountId), "[0123456789]".repeat(12));
        assert.equal(shown(literal("a\u{1F600}")), "a[\u{1F600}]");
    });

    it("has wildcards, cases and variables only if asked for", () => {
        const text = "aB*?${x}";
        assert.equal(shown(languageOf(text, {})), "aB*?${x}");
        assert.equal(shown(languageOf(text, { wildcards: true })), "aB[^]*[^]${x}");
        assert.equal(shown(languageOf(text, { ignoreCase: true })), "[aA][Bb]*?${[xX]}");
        assert.equal(shown(languageOf(text, { variables: true })), "aB*?[^]*");
        assert.equal(shown(languageOf("${*}${?}${$}${a", { variables: true, wildcards: true })), "*?$${a");
        assert.equal(shown(languageOf("${a}b${c}", { variables: true })), "[^]*b[^]*");
        assert.equal(shown(languageOf("\u{1F600}\n", { variables: true })), "[\u{1F600}]\n");
        assert.equal(shown(languageOf("${}", { variables: true })), "[^]*");
    });

    it("can exclude characters from its wildcards", () => {
        assert.equal(shown(without(languageOf("a*?", { wildcards: true }), ":")), "a[^:]*[^:]");
        assert.equal(shown(without([anyBut("a")], "b")), "[^ab]*");
    });

    it("of an ARN has no colons in the wildcards of its first five parts", () => {
        const arn = (text: string) => languageOf(text, { wildcards: true });
        assert.equal(shown(inParts(arn("arn:*:?:*:*:*:*"))), "arn:[^:]*:[^:]:[^:]*:[^:]*:[^]*:[^]*");
        assert.equal(shown(inParts([anyBut(":"), oneBut(":")])), "[^::]*[^::]");
    });

    it("of an ARN in Resource may have colons in a wildcard at the end of a part", () => {
        const arn = (text: string) => languageOf(text, { wildcards: true });
        assert.equal(shown(inSegments(arn("arn:a*:?:*b:*:*"))), "arn:a[^]*:[^:]:[^:]*b:[^]*:[^]*");
        assert.equal(shown(inSegments(arn("a*"))), "a[^:]*");
    });
});
