import { type ChildProcess, spawn, type StdioOptions } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import * as yaml from "js-yaml";

import { type Cli, findCli } from "./cli";
import { type Plugins, serveLanguageHost, serveProvider } from "./plugins";
import { accountIn } from "./provider/account";

/** The repository's root. */
const root = path.join(__dirname, "..", "..");

/** What the program is made of, besides Pulumi.yaml and the stacks' files. */
const programFiles = [
    "Pulumi.yaml",
    "index.ts",
    "package.json",
    "tsconfig.json",
    "components",
    "policies",
    "tools",
    "node_modules",
];

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
    };

    constructor(readonly cli: Cli = findCli()) {
        for (const name of ["project", "account", "home", "states"]) {
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

    /** Writes a stack's config into its file, beside what the CLI keeps there. */
    configure(stack: string, config: { [key: string]: unknown }): void {
        const file = path.join(this.project, `Pulumi.${stack}.yaml`);
        const before = fs.existsSync(file) ? yaml.load(fs.readFileSync(file, "utf8")) as object : {};
        fs.writeFileSync(file, yaml.dump({ ...before, config }));
    }

    /** Puts another file in the place of one of the program's own, e.g. of `index.ts`. */
    writeFile(name: string, text: string): void {
        const file = path.join(this.project, name);
        // What lies there is a link to the repository's.
        fs.rmSync(file, { force: true });
        fs.mkdirSync(path.dirname(file), { recursive: true });
        fs.writeFileSync(file, text);
    }

    /** What the CLI finds while a command runs: the account, and a language host where it has none beside it. */
    servePlugins(): Promise<Plugins>[] {
        return [serveProvider(accountIn(this.account)), ...(this.cli.hasLanguageHost ? [] : [serveLanguageHost()])];
    }

    /** Starts a command of the CLI. */
    async start(args: string[], stdio: StdioOptions = ["ignore", "pipe", "pipe"]): Promise<ChildProcess> {
        const plugins = await Promise.all(this.servePlugins());
        const env = Object.assign({}, process.env, this.env, ...plugins.map((plugin) => plugin.env));
        const child = spawn(this.cli.file, args, { cwd: this.project, env, stdio });
        child.on("close", () => plugins.forEach((plugin) => plugin.close()));
        return child;
    }

    /** Runs a command of the CLI, without questions and colours. */
    async run(...args: string[]): Promise<Result> {
        const child = await this.start(["--non-interactive", "--color", "never", ...args]);
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
