import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";

import { root } from "./run";

describe("tests that need a missing program", () => {
    it("are skipped, and the report says what is missing and how to get it", function() {
        this.timeout(60_000);
        const files = ["tests/cli/report/html.test.ts", "tests/pullRequest.test.ts"];
        const command = [
            "node_modules/mocha/bin/mocha.js",
            "--spec",
            ...files,
            "--grep",
            "in a real browser|the comment",
        ];
        const config = ["--no-config", "--require", "ts-node/register", "--no-color"];
        const options = { cwd: root, env: { PATH: "" }, encoding: "utf8" } as const;
        const { stdout, stderr } = spawnSync(process.execPath, [...command, ...config], options);
        const titles = stdout.match(/^ {2}\S.*$/gm);
        assert.deepEqual(
            titles?.filter((title) => !/passing|pending/.test(title)).sort(),
            [
                "  the HTML report in a real browser (skipped: no chromium or google-chrome on PATH; "
                + "install one, or set CHROMIUM to one)",
                "  the comment on a pull request (skipped: no jq on PATH; install it)",
            ],
            stderr,
        );
        assert.match(stdout, /^ {2}0 passing .*\n {2}12 pending$/m);
    });
});
