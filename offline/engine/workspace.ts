import { type ChildProcess, spawn, type StdioOptions } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import * as yaml from "js-yaml";

import { type Cli, findCli } from "./cli";

/** The repository's root. */
const root = path.join(__dirname, "..", "..");

/** What the program is made of, besides Pulumi.yaml and the stacks' files. */
const programFiles = ["index.ts", "package.json", "tsconfig.json", "components", "policies", "node_modules"];

/** How a command of the CLI ended. */
export interface Result {
    code: number | null;
    stdout: string;
    stderr: string;
}

/**
 * A folder with the program at the repository's root, in which the real Pulumi CLI works against an emulated AWS account.
 *
 * Everything the CLI keeps is in it: its home, the stacks' states, the account. Nothing is fetched.
 */
export class Workspace {
    readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), "private-vpc-"));
    /** Where Pulumi.yaml lies. */
    readonly project = path.join(this.folder, "project");
    /** Where the emulated account is kept. */
    readonly account = path.join(this.folder, "account");
    /** Variables that the CLI is run with, beside this process's own. */
    readonly env: { [name: string]: string } = {
        PULUMI_HOME: path.join(this.folder, "home"),
        PULUMI_BACKEND_URL: `file://${path.join(this.folder, "states")}`,
        PULUMI_CONFIG_PASSPHRASE: "only this folder's",
        PULUMI_SKIP_UPDATE_CHECK: "true",
        PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
        EMULATED_AWS: this.account,
    };

    constructor(readonly cli: Cli = findCli()) {
        for (const name of ["project", "account", "home", "states", "plugins"]) {
            fs.mkdirSync(path.join(this.folder, name));
        }
        this.restoreProgram();
    }

    /** Puts the repository's own program in its place. */
    restoreProgram(): void {
        for (const name of programFiles) {
            fs.rmSync(path.join(this.project, name), { force: true });
            fs.symlinkSync(path.join(root, name), path.join(this.project, name));
        }
        this.writeProject();
    }

    /** Another folder with the same stacks and the same account, which goes its own way from here. */
    fork(): Workspace {
        const copy = new Workspace(this.cli);
        for (const name of ["states", "account"]) {
            fs.cpSync(path.join(this.folder, name), path.join(copy.folder, name), { recursive: true });
        }
        for (const file of fs.readdirSync(this.project).filter((name) => /^Pulumi\..+\.yaml$/.test(name))) {
            fs.copyFileSync(path.join(this.project, file), path.join(copy.project, file));
        }
        return copy;
    }

    /** Names the plugins in a copy of Pulumi.yaml: the emulated provider, and a language host where the CLI has none. */
    private writeProject(): void {
        const project = yaml.load(fs.readFileSync(path.join(root, "Pulumi.yaml"), "utf8")) as object;
        const plugins = {
            providers: [{ name: "aws", path: this.plugin("pulumi-resource-aws", "provider") }],
            ...(this.cli.hasLanguageHost
                ? {}
                : { languages: [{ name: "nodejs", path: this.plugin("pulumi-language-nodejs", "languageHost") }] }),
        };
        fs.writeFileSync(path.join(this.project, "Pulumi.yaml"), yaml.dump({ ...project, plugins }));
    }

    /** Writes an executable that runs one of the folders beside this file, and returns the folder it lies in. */
    private plugin(name: string, source: string): string {
        const tsNode = JSON.stringify(require.resolve("ts-node"));
        const [at, main] = [root, path.join(__dirname, source, "main.ts")].map((file) => JSON.stringify(file));
        const script = `#!${process.execPath}\nrequire(${tsNode}).register({ cwd: ${at} });\nrequire(${main});\n`;
        const folder = path.join(this.folder, "plugins");
        fs.writeFileSync(path.join(folder, name), script, { mode: 0o755 });
        return folder;
    }

    /** Writes a stack's file. */
    configure(stack: string, config: { [key: string]: unknown }): void {
        fs.writeFileSync(path.join(this.project, `Pulumi.${stack}.yaml`), yaml.dump({ config }));
    }

    /** Puts another file in the place of one of the program's, e.g. of `index.ts`. */
    writeFile(name: string, text: string): void {
        const file = path.join(this.project, name);
        // What lies there may be a link to the repository's own.
        fs.rmSync(file, { force: true });
        fs.mkdirSync(path.dirname(file), { recursive: true });
        fs.writeFileSync(file, text);
    }

    /** Starts a command of the CLI. */
    start(args: string[], stdio: StdioOptions = ["ignore", "pipe", "pipe"]): ChildProcess {
        return spawn(this.cli.file, args, { cwd: this.project, env: { ...process.env, ...this.env }, stdio });
    }

    /** Runs a command of the CLI, without questions and colours. */
    async run(...args: string[]): Promise<Result> {
        const child = this.start(["--non-interactive", "--color", "never", ...args]);
        const texts = { stdout: "", stderr: "" };
        child.stdout!.on("data", (data: Buffer) => texts.stdout += data.toString());
        child.stderr!.on("data", (data: Buffer) => texts.stderr += data.toString());
        return new Promise((resolve) => child.on("close", (code) => resolve({ code, ...texts })));
    }

    /** Removes the folder. */
    remove(): void {
        fs.rmSync(this.folder, { recursive: true, force: true });
    }
}
