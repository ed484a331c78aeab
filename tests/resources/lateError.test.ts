import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as path from "node:path";

describe("a failed look-up whose outputs others depend on", () => {
    it("ends the program, although the program runner enables V8's debugger", () => {
        const file = path.join(__dirname, "debuggedProgram.ts");
        const { stdout, signal } = spawnSync(process.execPath, ["-r", "ts-node/register", file], {
            encoding: "utf8",
            timeout: 50_000,
            killSignal: "SIGKILL",
        });
        assert.equal(signal, null, stdout);
        const denied = [...stdout.matchAll(/^ {2}(\S+)\n.*\[aws\.denied\]$/gm)].map(([, permission]) => permission);
        assert.deepEqual(denied, ["ec2:DescribeVpcEndpointServices", "ec2:DescribeVpcEndpoints", "ec2:DescribeVpcs"]);
    }).timeout(60_000);
});
