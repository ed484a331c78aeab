import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import { transformFileSync } from "@swc/core";

import { root } from "../../run";
import type { EngineStack } from "../stacks";

/** The commit of version 0.1.0 whose stacks are upgraded until a release has a tag. */
export const firstCommit = "6c795949610b45507ce8a69dfb7c3f86b1bb3354";

const git = (...args: string[]) => execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();

/** What a project consists of that an upgrade replaces. */
const names = ["Pulumi.yaml", "index.ts", "components", "policies"];

/** The newest tag of a version, other than the current commit's own, or `undefined`. */
export function lastTag(): string | undefined {
    return git("tag", "--list", "v*", "--no-contains", "HEAD", "--sort=-version:refname").split("\n")[0] || undefined;
}

/** The program and the library of an earlier commit, from the repository's history, in a temporary folder. */
export class FormerRelease {
    readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), "private-vpc-former-"));

    /** @param revision a commit or a tag; a tag that `tools/tag` made is for the commit before it, which has the sources */
    constructor(revision: string) {
        const archive = path.join(this.folder, "sources.tar");
        assertInHistory(revision);
        const sources = git("ls-tree", "--name-only", revision, "index.ts") ? revision : `${revision}^`;
        git("archive", "--output", archive, sources, ...names);
        execFileSync("tar", ["-xf", archive, "-C", this.folder]);
        fs.symlinkSync(path.join(root, "node_modules"), path.join(this.folder, "node_modules"));
        compile(path.join(this.folder, "components"));
    }

    /** Replaces the program and the library of a stack's project. `restoreProgram` upgrades it. */
    install({ workspace: { project } }: EngineStack): void {
        for (const name of names) {
            fs.rmSync(path.join(project, name), { force: true });
            fs.symlinkSync(path.join(this.folder, name), path.join(project, name));
        }
    }

    remove(): void {
        fs.rmSync(this.folder, { recursive: true });
    }
}

function assertInHistory(revision: string): void {
    try {
        git("cat-file", "-e", `${revision}^{commit}`);
    } catch (error) {
        const fix = "fetch it with `git fetch --unshallow --tags`, or `fetch-depth: 0` of actions/checkout";
        throw new Error(`${revision} is not in this clone's history: ${fix}`, { cause: error });
    }
}

/** Compiles each TypeScript file, as for the package: a program would compile them at every start. */
function compile(folder: string): void {
    const files = fs.readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
    for (const file of files.map((name) => path.join(folder, name))) {
        const { code } = transformFileSync(file, {
            configFile: false,
            swcrc: false,
            jsc: { parser: { syntax: "typescript" }, target: "es2022" },
            module: { type: "commonjs" },
        });
        fs.writeFileSync(file.replace(/\.ts$/, ".js"), code);
    }
}
