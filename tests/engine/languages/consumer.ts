import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";

import type { Language } from "../../../emulator/engine/languageHost/languages";
import { Workspace } from "../../../emulator/engine/workspace";
import { root } from "../../run";
import { EngineStack } from "../stacks";
import { type Files, projectFiles } from "./programs";
import { pythonFolder } from "./pythonEnvironment";

/** The provider, from the repository's sources. */
export const providerFolder = path.join(root, "provider");

/** What an installation of the generated SDK and its dependencies would do, without a package registry. */
const prepare: { [language in Language]: (consumer: Consumer) => void } = {
    nodejs: ({ workspace: { project }, sdk }) => {
        for (const folder of [project, sdk]) {
            fs.mkdirSync(path.join(folder, "node_modules"), { recursive: true });
            for (const name of ["@pulumi", "@types", "typescript"]) {
                fs.symlinkSync(path.join(root, "node_modules", name), path.join(folder, "node_modules", name));
            }
        }
        // As the SDK's postinstall script does.
        run(sdk, process.execPath, "node_modules/typescript/bin/tsc", "--types", "node");
        fs.copyFileSync(path.join(sdk, "package.json"), path.join(sdk, "bin", "package.json"));
    },
    python: ({ workspace: { project }, sdk }) => {
        fs.symlinkSync(pythonFolder(), path.join(project, "venv"));
        const options = ["--quiet", "--disable-pip-version-check", "--no-deps", "--no-build-isolation"];
        run(project, "venv/bin/python", "-m", "pip", "install", ...options, "--target", project, sdk);
    },
    go: ({ workspace: { project } }) => run(project, "go", "mod", "tidy"),
};

/** Runs a command in a folder, and returns what it prints. */
export function run(folder: string, file: string, ...args: string[]): string {
    const { status, stdout, stderr, error } = spawnSync(file, args, { cwd: folder, encoding: "utf8" });
    assert.equal(status, 0, `${file} ${args.join(" ")}: ${error?.message ?? stdout + stderr}`);
    return stdout;
}

/** A stack of a program in another language that uses the provider, on the real engine. */
export class Consumer extends EngineStack {
    private constructor(readonly language: Language, workspace: Workspace) {
        super(workspace, "dev", { "aws:region": "us-east-1" });
    }

    /** A project with a generated SDK, and a stack without resources. */
    static async start(language: Language, program: Files, provider = providerFolder): Promise<Consumer> {
        const consumer = new Consumer(language, new Workspace(undefined, []));
        consumer.write({ ...projectFiles[language], ...program });
        await consumer.succeed("stack", "init", consumer.name);
        await consumer.succeed("package", "add", provider);
        prepare[language](consumer);
        return consumer;
    }

    /** Copies the stack and its project. */
    override fork(): Consumer {
        const copy = new Consumer(this.language, this.workspace.fork());
        fs.cpSync(this.workspace.project, copy.workspace.project, { recursive: true, verbatimSymlinks: true });
        return copy;
    }

    /** Replaces files of the program. */
    write(program: Files): void {
        for (const [name, text] of Object.entries(program)) this.workspace.writeFile(name, text);
    }

    /** The folder of the generated SDK. */
    get sdk(): string {
        return path.join(this.workspace.project, "sdks", "private-vpc");
    }

    /** The stack's outputs; secrets are shown only if requested. */
    async outputs(...args: string[]): Promise<{ [name: string]: unknown }> {
        return JSON.parse(await this.succeed("stack", "output", "--json", ...args)) as { [name: string]: unknown };
    }
}
