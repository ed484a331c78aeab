import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import { root } from "../run";
import { privateVpc } from "./commandRun";

/** Runs a command in a process of its own, with a shell's redirections. */
function shell(command: string) {
    const { status, stderr } = spawnSync("bash", ["-c", `set -o pipefail; ${command}`], {
        cwd: root,
        encoding: "utf8",
        env: { ...process.env, vpc: `${process.execPath} -r ts-node/register cli/main.ts` },
    });
    return { status, stderr };
}

describe("a command", function() {
    this.timeout(60_000);

    for (const args of ["services --region us-east-1 s3", "plan --json", "lint policies/endpoints/s3.json --json"]) {
        it(`whose output goes to a full disk exits with 1 and an error message: ${args}`, () => {
            const { status, stderr } = shell(`$vpc ${args} > /dev/full`);
            assert.deepEqual([status, stderr], [
                1,
                "error: the output cannot be written: ENOSPC: no space left on device, write\n",
            ]);
        });

        it(`whose output goes to a closed pipe exits silently: ${args}`, () => {
            const { status, stderr } = shell(`$vpc ${args} | true`);
            assert.deepEqual([status, stderr], [0, ""]);
        });
    }

    it("whose output and errors go to a full disk exits with 1", () => {
        assert.equal(shell("$vpc services --region nowhere s3 > /dev/full 2> /dev/full").status, 1);
    });

    it("that cannot write to a read-only folder exits with 1 and names the file", async () => {
        const folder = fs.mkdtempSync(path.join(os.tmpdir(), "read-only-"));
        // A folder in the file's place is refused to root, too, whom no permission stops.
        fs.mkdirSync(path.join(folder, "out"));
        for (const option of ["--svg", "--html"]) {
            for (
                const file of [
                    path.join(folder, "out"),
                    "/dev/full",
                    path.join(folder, "missing", "out"),
                    "/proc/version",
                ]
            ) {
                const { code, stdout, stderr } = await privateVpc(["plan", option, file]);
                assert.deepEqual([code, stdout], [1, ""]);
                assert.ok(stderr.includes(`  ${option} ${file}\n`), stderr);
                assert.match(stderr, /\[file\.not-written\]/);
            }
        }
    });

    it("that throws an error of its own code exits with 1 and one line", async () => {
        const { code, stdout, stderr } = await privateVpc(["plan"], {
            runStack: () => Promise.reject(new TypeError("x is not\u001b[2J a function\nat once")),
        });
        assert.deepEqual([code, stdout], [1, ""]);
        assert.match(
            stderr,
            /^error: this is a defect of private-vpc; please report it: x is not\[2J a function at once \([\w.]+:\d+\)\n$/,
        );
    });
});
