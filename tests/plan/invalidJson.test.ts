import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import { describeInvalidJson, invalidJsonAt } from "../../components/plan/invalidJson";

describe("a string that is not JSON", () => {
    it("is reported with the line, the column and the unexpected token", () => {
        const texts: { [text: string]: string } = {
            "{\n  \"a\": [1, 2,],\n}": "line 2, column 14: unexpected ]",
            "{\"a\": 1,}": "line 1, column 9: unexpected }",
            "{\"a\" 1}": "line 1, column 6: unexpected 1",
            "{a: 1}": "line 1, column 2: unexpected a",
            "{\"a\": tru}": "line 1, column 7: unexpected tru",
            "[1, 2": "line 1, column 6: unexpected end",
            "": "line 1, column 1: unexpected end",
            "{} x": "line 1, column 4: unexpected x",
            "{\"Statement\": [}\n": "line 1, column 16: unexpected }",
            "{\"a\": [\"a\n\"]}": "line 1, column 8: unexpected \"a",
        };
        for (const [text, where] of Object.entries(texts)) assert.equal(describeInvalidJson(text), where, text);
        assert.match(describeInvalidJson("[".repeat(1_000_000)), /^line 1, column \d+: unexpected /);
    });

    it("is not quoted if it does not start as an object, because it may be another file with a secret", () => {
        const texts: { [text: string]: string } = {
            "root:x:0:0\n": "line 1, column 1: unexpected text",
            "[default]\naws_secret_access_key = wJalr\n": "line 1, column 2: unexpected text",
            "[1, wJalr]": "line 1, column 5: unexpected text",
            "[1,]": "line 1, column 4: unexpected ]",
            "[\"wJalr": "line 1, column 2: unexpected text",
        };
        for (const [text, where] of Object.entries(texts)) assert.equal(describeInvalidJson(text), where, text);
    });

    it("is exactly a string that Node.js does not parse", () => {
        fc.assert(fc.property(fc.json(), (text) => assert.equal(invalidJsonAt(text), text.length)));
    });
});
