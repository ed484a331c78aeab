import * as assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import type { Language } from "../../../emulator/engine/languageHost/languages";
import { Workspace } from "../../../emulator/engine/workspace";
import { root } from "../../run";
import { policiesIn, writePolicyPack } from "../policyPack";
import { Consumer, run } from "./consumer";

/** The files of an example, but for its README. */
function filesOf(example: string): { [name: string]: string } {
    const folder = path.join(root, "examples", example);
    const names = fs.readdirSync(folder).filter((name) => name !== "README.md");
    return Object.fromEntries(names.map((name) => [name, fs.readFileSync(path.join(folder, name), "utf8")]));
}

describe("the examples in other languages, with the plugin from a git tag", function() {
    this.timeout(900_000);
    let temp: string;
    let plugin: string;

    before(() => {
        temp = fs.mkdtempSync(path.join(os.tmpdir(), "private-vpc-tag-"));
        const tarball = path.join(temp, "private-vpc.tgz");
        execFileSync(path.join(root, "tools", "pack"), [tarball], { stdio: "ignore" });
        const repository = path.join(temp, "repository");
        const author = { GIT_AUTHOR_NAME: "test", GIT_AUTHOR_EMAIL: "test@example.com" };
        const committer = { GIT_COMMITTER_NAME: "test", GIT_COMMITTER_EMAIL: "test@example.com" };
        const env = { ...process.env, ...author, ...committer };
        run(temp, "git", "init", "--quiet", repository);
        execFileSync("git", ["commit", "--quiet", "--allow-empty", "--message", "Parent"], { cwd: repository, env });
        const tag = execFileSync(path.join(root, "tools", "tag"), [tarball], {
            cwd: repository,
            env,
            encoding: "utf8",
        });
        plugin = path.join(temp, "plugin");
        run(temp, "git", "clone", "--quiet", "--branch", tag.trim(), repository, plugin);
        // What `npm install` would download is in the repository.
        fs.symlinkSync(path.join(root, "node_modules"), path.join(plugin, "node_modules"));
    });

    after(() => fs.rmSync(temp, { recursive: true }));

    it("have the tested versions of the plugin's dependencies in its lock file", () => {
        const { packages } = JSON.parse(fs.readFileSync(path.join(plugin, "package-lock.json"), "utf8")) as {
            packages: { [folder: string]: { version: string } };
        };
        for (const name of ["@pulumi/pulumi", "@pulumi/aws"]) {
            const { version } = require(`${name}/package.json`) as { version: string };
            assert.equal(packages[`node_modules/${name}`]!.version, version);
        }
        assert.equal(packages["node_modules/typescript"], undefined);
    });

    it("serve the schema of the repository", async () => {
        const workspace = new Workspace(undefined, []);
        const { stdout, stderr } = await workspace.run("package", "get-schema", plugin);
        workspace.remove();
        assert.equal(stderr, "");
        const schema = JSON.parse(fs.readFileSync(path.join(root, "schema.json"), "utf8")) as object;
        assert.deepEqual(JSON.parse(stdout), { config: {}, ...schema });
    });

    const endpoints = [
        ...["dynamodb-gateway", "ecr.api-interface", "ecr.dkr-interface", "s3-gateway", "sqs-interface"],
    ].map((name) => `VpcEndpoint app-${name}`);
    const checks: { [language in Language]?: (project: string) => void } = {
        python: (project) =>
            void run(project, "venv/bin/python", "-m", "mypy", "--strict", "--follow-imports", "silent", "__main__.py"),
        go: (project) => void run(project, "go", "vet", "./..."),
    };
    for (const [language, check] of Object.entries(checks)) {
        it(`type-check and deploy in ${language}`, async () => {
            const stack = await Consumer.start(language as Language, filesOf(language), plugin);
            check(stack.workspace.project);
            await stack.up();
            // The same preview shows that nothing would change, and what the guardrails find.
            const pack = writePolicyPack(stack.workspace);
            const packed = ["--policy-pack", pack, "--stack", "dev"];
            assert.deepEqual(policiesIn(await stack.succeed("preview", "--expect-no-changes", ...packed)), [
                "flow-logs app",
            ]);
            const outputs = Object.values(await stack.outputs());
            assert.match(JSON.stringify(outputs), /^\[.*"sg-[0-9a-f]+".*\]$/);
            assert.match(JSON.stringify(outputs), /"subnet-[0-9a-f]+","subnet-[0-9a-f]+"/);
            assert.deepEqual(stack.resources.filter((name) => name.startsWith("VpcEndpoint ")).sort(), endpoints);
            await stack.succeed("destroy", "--yes", "--skip-preview", "--stack", "dev");
            stack.remove();
        });
    }
});
