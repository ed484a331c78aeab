import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import { findOnPath } from "../../../emulator/engine/onPath";

describe("a command on PATH", () => {
    const root = fs.mkdtempSync(path.join(os.tmpdir(), "private-vpc-path-"));
    const [first, second] = ["first", "second"].map((name) => path.join(root, name)) as [string, string];
    const PATH = [first, second, path.join(root, "missing")].join(path.delimiter);

    before(() => {
        fs.mkdirSync(path.join(first, "chromium"), { recursive: true });
        fs.mkdirSync(second);
        fs.writeFileSync(path.join(first, "google-chrome"), "", { mode: 0o755 });
        fs.writeFileSync(path.join(second, "chromium"), "", { mode: 0o755 });
        fs.writeFileSync(path.join(second, "notes"), "", { mode: 0o644 });
    });

    after(() => fs.rmSync(root, { recursive: true }));

    it("is the first of the names that is an executable file", () => {
        assert.equal(findOnPath(["chromium", "google-chrome"], { PATH }), path.join(second, "chromium"));
        assert.equal(findOnPath(["google-chrome", "chromium"], { PATH }), path.join(first, "google-chrome"));
    });

    it("is not found if no folder has an executable one", () => {
        assert.equal(findOnPath(["firefox", "notes"], { PATH }), undefined);
        assert.equal(findOnPath(["chromium"], {}), undefined);
    });
});
