import * as assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import { root } from "./run";

describe("a run of the tests", () => {
    for (const mode of [[], ["--parallel", "--jobs", "2"]]) {
        it(`leaves nothing in the system's temporary folder${mode.length > 0 ? ", with two workers" : ""}`, () => {
            const folder = fs.mkdtempSync(path.join(os.tmpdir(), "system-"));
            const { PRIVATE_VPC_TESTS: _, ...env } = process.env;
            // Each creates folders, and leaves them to the run.
            const specs = ["tests/cli/stack.test.ts", "tests/emulator/engine/onPath.test.ts"];
            const required = ["--require", "ts-node/register", "--require", "tests/setup.ts"];
            const command = [
                require.resolve("mocha/bin/mocha.js"),
                "--no-config",
                "--timeout",
                "60000",
                ...required,
                ...mode,
                ...specs,
            ];
            const printed = execFileSync(process.execPath, command, {
                cwd: root,
                env: { ...env, TMPDIR: folder },
                encoding: "utf8",
            });
            assert.match(printed, /\d+ passing/);
            assert.deepEqual(fs.readdirSync(folder), []);
        });
    }

    it("has its temporary files in one folder", () => {
        assert.equal(os.tmpdir(), process.env.PRIVATE_VPC_TESTS);
    });
});
