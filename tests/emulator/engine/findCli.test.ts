import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import { findCli } from "../../../emulator/engine/cli";
import { wanted } from "../../../emulator/engine/goModules";
import { root } from "../../run";

/** A `go` that builds at once, or fails. */
const go = `#!/bin/sh
echo "go: downloading github.com/a/b v1.0.0" >&2
echo "internal/abi" >&2
echo "github.com/a/b" >&2
[ -n "$FAILING" ] && { echo "b.go:1:2: undefined: c" >&2; exit 2; }
while [ $# -gt 0 ]; do [ "$1" = -o ] && : > "$2"; shift; done
`;

describe("the Pulumi CLI, if none is on PATH", () => {
    let folder: string;
    beforeEach(() => {
        folder = fs.mkdtempSync(path.join(os.tmpdir(), "go-"));
        fs.writeFileSync(path.join(folder, "go"), go, { mode: 0o755 });
    });
    afterEach(() => fs.rmSync(folder, { recursive: true }));

    const env = (more = {}) => ({
        PATH: `${folder}:/usr/bin:/bin`,
        XDG_CACHE_HOME: path.join(folder, "cache"),
        ...more,
    });

    it("is built once, and the build shows its progress", () => {
        const program = `require("./emulator/engine/cli").findCli()`;
        const { status, stdout, stderr } = spawnSync(process.execPath, ["-r", "ts-node/register", "-e", program], {
            cwd: root,
            env: env(),
            encoding: "utf8",
        });
        assert.deepEqual([status, stdout], [0, ""], stderr);
        assert.match(
            stderr,
            /^there is no pulumi on PATH: building Pulumi .* into .*; this takes a few minutes, once\n/,
        );
        assert.match(stderr, /\n {2}0 min \d+ s: 1 modules downloaded, 2 packages compiled\n$/);
        fs.rmSync(path.join(folder, "go"));
        const { file, from } = findCli(env(), () => assert.fail("it is built again"));
        assert.deepEqual([file, from], [
            path.join(folder, "cache", "private-vpc", `pulumi-${wanted}`, "pulumi"),
            "Go modules",
        ]);
    });

    it("is missing if the build fails, and the error contains the compiler's output", () => {
        const failing = () => findCli(env({ FAILING: "1" }), () => undefined);
        assert.throws(failing, /cannot be built with .*\/go:\nb\.go:1:2: undefined: c$/);
    });
});
