import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";

import { anchorOf } from "../../tools/docs/markdownText";
import { root } from "../run";
import { allExamples } from "./allExamples";
import { codes, exampleText, problemsPage, type RunExample } from "./problemsPage";

const page = fs.readFileSync(path.join(root, "docs", "problems.md"), "utf8");
const headings = [...page.matchAll(/^### (.+)$/gm)].map((match) => match[1]!);
const fix = "write docs/problems.md again: npm run docs:problems";

/** An example with the problems that it causes, which are found once for all tests. */
const runs = new Map<(typeof allExamples)[number], Promise<RunExample>>();
function ran(example: (typeof allExamples)[number]): Promise<RunExample> {
    const run = runs.get(example) ?? example.run().then((caused) => ({ ...example, caused }));
    runs.set(example, run);
    return run;
}

describe("docs/problems.md", function() {
    this.timeout(60_000);

    it("has a heading for every code, and no other", () => {
        assert.deepEqual([...headings].sort(), [...codes].sort(), fix);
    });

    it("has one anchor for each heading", () => {
        const anchors = [...page.matchAll(/^##+ (.+)$/gm)].map((match) => anchorOf(match[1]!));
        assert.equal(new Set(anchors).size, anchors.length);
    });

    it("has an example of every code", () => {
        const shown = new Set(allExamples.map(({ code }) => code));
        assert.deepEqual(codes.filter((code) => !shown.has(code)), []);
    });

    it("is up to date with the table of codes and the examples", async () => {
        const examples: RunExample[] = [];
        for (const example of allExamples) examples.push(await ran(example));
        assert.equal(page, problemsPage(examples), fix);
    });
});

describe("an example in docs/problems.md", () => {
    for (const example of allExamples) {
        const { code, given = "", shown: { text } } = example;
        it(`causes only ${code}, with this message: ${given} ${text.replaceAll(/\s+/g, " ").slice(0, 120)}`, async () => {
            const run = await ran(example);
            assert.deepEqual([...new Set(run.caused.map((one) => one.code))], [code]);
            const section = page.split(`### ${code}\n`)[1]!.split("\n## ")[0]!.split("\n### ")[0]!;
            assert.ok(section.includes(exampleText(run)), fix);
        });
    }
});
