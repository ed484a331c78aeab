import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";

import { Workspace } from "../../../emulator/engine/workspace";
import { root } from "../../run";
import { providerFolder } from "./consumer";
import { projectFiles } from "./programs";

const page = fs.readFileSync(path.join(root, "docs", "languages.md"), "utf8");

describe("a provider that cannot start", function() {
    this.timeout(300_000);
    let workspace: Workspace;

    before(() => {
        workspace = new Workspace(undefined, []);
        for (const [name, text] of Object.entries(projectFiles.python)) workspace.writeFile(name, text);
    });

    after(() => workspace.remove());

    /** What `pulumi package add` prints, which must fail with a message that the documentation has. */
    async function failure(source: string, message: string): Promise<void> {
        const { code, stderr } = await workspace.run("package", "add", source);
        assert.notEqual(code, 0);
        assert.ok(stderr.includes(message), stderr);
        assert.ok(page.includes(`| \`${message}`), message);
        assert.doesNotMatch(stderr, /\n +at /);
    }

    it("for lack of Node.js is reported by the CLI, and the SDK is not generated", async () => {
        const { PATH } = process.env;
        try {
            process.env.PATH = workspace.folder;
            await failure(providerFolder, "exec: \"node\": executable file not found in $PATH");
        } finally {
            process.env.PATH = PATH;
        }
        assert.equal(fs.existsSync(path.join(workspace.project, "sdks")), false);
    });

    it("for lack of its dependencies is reported with the command that installs them", async () => {
        const plugin = path.join(workspace.folder, "plugin");
        fs.mkdirSync(plugin);
        fs.copyFileSync(path.join(providerFolder, "PulumiPlugin.yaml"), path.join(plugin, "PulumiPlugin.yaml"));
        await failure(plugin, "It looks like the Pulumi SDK has not been installed");
    });

    it("because a git repository has a file: URL is reported: the CLI reads these as folders", async () => {
        await failure(`file://${workspace.folder}@0.2.0`, "no such file or directory");
    });
});
