import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";

import { commands } from "../../cli/commandLine";
import { root } from "../run";
import { privateVpc } from "./commandRun";

describe("private-vpc", () => {
    it("lists every command in its help, and each command's help lists its exit codes", async () => {
        const { code, stdout } = await privateVpc(["--help"]);
        assert.equal(code, 0);
        for (const words of Object.keys(commands)) {
            assert.match(stdout, new RegExp(`\n  ${words.split(" ")[0]} `));
            for (const args of [[...words.split(" "), "--help"], ["help", ...words.split(" ")].slice(0, 2)]) {
                const help = await privateVpc(args);
                assert.equal(help.code, 0);
                if (args[0] === "help" && words.includes(" ")) continue;
                assert.match(help.stdout, new RegExp(`^Usage: private-vpc ${words} .*Exit codes: 0 .*1 .*2 `, "s"));
            }
        }
    });

    it("prints the version of the package", async () => {
        const { version } = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8"));
        assert.deepEqual(await privateVpc(["--version"]), { code: 0, stdout: `${version}\n`, stderr: "" });
    });

    for (
        const [args, says] of [
            [[], /^Usage: private-vpc \[options\] \[command\]/],
            [["plam"], /^error: unknown command 'plam'\n\(Did you mean plan\?\)/],
            [["facts"], /^Usage: private-vpc facts /],
            [["facts", "refesh"], /^error: unknown command 'refesh'\n\(Did you mean refresh\?\)/],
            [
                ["plan", "acme"],
                /^error: too many arguments for 'plan'\. Expected 0 arguments but got 1\.\n\nUsage: private-vpc plan /,
            ],
            [["plan", "--stack"], /^error: option '--stack <name>' argument missing\n/],
            [["plan", "--stack", "a", "--stack", "b"], /The option is given twice: a and b\.\n/],
            [["plan", "--stack", "../dev"], /The name of a stack has letters, digits/],
            [["plan", "--svg", ""], /It is empty\.\n/],
            [["plan", "--timeout", "soon"], /Give a number of seconds\.\n/],
            [["facts", "refresh"], /^error: give --services, --prices or --pages\n\nUsage: private-vpc facts refresh /],
        ] as const
    ) {
        it(`exits with 2, prints nothing to standard output, and gives the reason for: ${args.join(" ")}`, async () => {
            const { code, stdout, stderr } = await privateVpc([...args]);
            assert.deepEqual([code, stdout], [2, ""]);
            assert.match(stderr, says);
        });
    }

    it("says how to pass options if npm has consumed them", async () => {
        const env = { npm_command: "run-script", npm_lifecycle_event: "plan" };
        const { stderr } = await privateVpc(["plan", "acme"], { env });
        assert.match(
            stderr,
            /npm keeps options for itself unless they come after --: npm run plan -- --option value\n/,
        );
        const npx = await privateVpc(["plan", "acme"], { env: { npm_command: "exec", npm_lifecycle_event: "npx" } });
        assert.doesNotMatch(npx.stderr, /npm run/);
    });

    it("prints its help, errors and reports on a terminal with 20 columns", async () => {
        for (
            const args of [["--help"], ["plan", "--help"], ["services", "kinesis"], ["services", "sqs"], ["plan"], [
                "plan",
                "--stak",
                "a",
            ]]
        ) {
            const { stdout, stderr } = await privateVpc(args, { width: 20, env: { NO_COLOR: "1" } });
            assert.ok((stdout + stderr).length > 100, args.join(" "));
            assert.doesNotMatch(stdout + stderr, /\u001b/);
        }
    });
});
