import * as assert from "node:assert/strict";
import * as path from "node:path";

import { programs } from "../guardrails/programs";
import { root } from "../run";
import { policiesIn, writePolicyPack } from "./policyPack";
import { EngineStack } from "./stacks";

const programsModule = JSON.stringify(path.join(root, "tests", "guardrails", "programs"));

describe("the guardrails on programs of others, on the real engine", () => {
    let stack: EngineStack;

    before(async () => {
        stack = await EngineStack.create("dev", { "aws:region": "us-east-1" });
    });
    after(() => stack.remove());

    for (const [name, { options = {}, finds, undecided = [] }] of Object.entries(programs)) {
        it(`find what they find without the engine, and stop what breaks a rule: ${name}`, async () => {
            const { workspace } = stack;
            workspace.writeFile(
                "index.ts",
                `module.exports = () => void require(${programsModule}).programs[${JSON.stringify(name)}].declares();`,
            );
            const pack = writePolicyPack(workspace, options);
            const { code, stdout, stderr } = await workspace.run("preview", "--policy-pack", pack, "--stack", "dev");
            const text = stdout + stderr;
            assert.match(text, /guardrails@v1\.0\.0/);
            assert.deepEqual(policiesIn(text), [...finds, ...undecided.map(() => "undecided")].sort(), text);
            // The policy flow-logs is advisory.
            assert.equal(code === 0, finds.every((one) => one.startsWith("flow-logs")), text);
        });
    }
});
