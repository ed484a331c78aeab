import * as assert from "node:assert/strict";
import { spawn } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import { root } from "../run";

/** Runs the demo in a process of its own; says too what it left in the folder for temporary files. */
async function demo(args: string[] = [], env: NodeJS.ProcessEnv = {}) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "demo-"));
    const command = ["-r", "ts-node/register", path.join(root, "cli", "demo.ts"), ...args];
    // Node keeps its own things there too.
    const child = spawn(process.execPath, command, { cwd: root, env: { ...process.env, TMPDIR: folder, ...env } });
    const said = { stdout: "", stderr: "" };
    child.stdout.on("data", (data: Buffer) => said.stdout += data.toString());
    child.stderr.on("data", (data: Buffer) => said.stderr += data.toString());
    const code = await new Promise((resolve) => child.on("close", resolve));
    const left = fs.readdirSync(folder).filter((name) => name.startsWith("private-vpc"));
    fs.rmSync(folder, { recursive: true });
    return { code, ...said, left };
}

describe("npm run demo", () => {
    it("deploys, changes and destroys stack dev, names what it uses, and leaves nothing behind", async () => {
        const { code, stdout, left } = await demo();
        assert.equal(code, 0, stdout);
        assert.match(stdout, /^This is Pulumi 3\.\S+ \(.*pulumi\).*no credentials, no network, no cost/s);
        const commands = [...stdout.matchAll(/^(\d\/4 .*)\n\$ pulumi (\w+)/gm)].map(([, , command]) => command);
        assert.deepEqual(commands, ["up", "preview", "up", "destroy"]);
        const counts = [...stdout.matchAll(/^ +[+-] (\d+) (?:to )?(?:be )?(created?|deleted?)$/gm)].map(([, n, what]) =>
            `${what} ${n}`
        );
        assert.deepEqual(counts, ["created 25", "create 1", "delete 1", "created 1", "deleted 1", "deleted 25"]);
        assert.deepEqual(left, []);
    });

    it("reports what is missing if there is no CLI, and no Go to build it with", async () => {
        const { code, stdout, stderr, left } = await demo([], { PATH: os.tmpdir(), XDG_CACHE_HOME: os.tmpdir() });
        assert.equal(code, 1);
        assert.equal(stdout, "");
        assert.match(
            stderr,
            /^The demo cannot run: there is no pulumi on PATH, and there is no Go.*Install the Pulumi CLI/,
        );
        assert.deepEqual(left, []);
    });

    it("prints its help, also for a wrong command line", async () => {
        const asked = await demo(["--help"]);
        assert.equal(asked.code, 0);
        assert.match(asked.stdout, /^Usage: npm run demo /);
        const wrong = await demo(["--stack", "prod"]);
        assert.equal(wrong.code, 2);
        assert.match(wrong.stderr, /unknown option '--stack'.*Usage: npm run demo/s);
    });
});
