import * as assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { evaluate, type Evaluation } from "../../../../components/plan/policies/iam/evaluate";
import type { Request } from "../../../../components/plan/policies/iam/request";
import type { PolicyDocument } from "../../../../components/plan/policies/policyDocument";

/** A request at a policy, what AWS documents to come of it, and where. */
interface Case {
    name: string;
    policy: PolicyDocument;
    request: Request;
    expected: Evaluation;
    source: string;
}

const folder = join(__dirname, "cases");
const cases: { [topic: string]: Case[] } = Object.fromEntries(
    readdirSync(folder).map((
        file,
    ) => [file.replace(".json", ""), JSON.parse(readFileSync(join(folder, file), "utf8"))]),
);
const every = Object.values(cases).flat();

for (const [topic, ofTopic] of Object.entries(cases)) {
    describe(`an evaluation: ${topic}`, () => {
        for (const { name, policy, request, expected } of ofTopic) {
            it(name, () => assert.deepEqual(evaluate(policy, request), expected));
        }
    });
}

describe("the test cases", () => {
    it("each have a unique name and a page of AWS's documentation", () => {
        assert.equal(new Set(every.map(({ name }) => name)).size, every.length);
        for (const { source } of every) {
            assert.match(source, /^https:\/\/docs\.aws\.amazon\.com\/[\w./-]+\.html(#[\w-]+)?$/);
        }
    });
});
