import { type ChildProcess, spawn, type StdioOptions } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import * as yaml from "js-yaml";

import { type Cli, findCli } from "./cli";
import { languages } from "./languageHost/languages";
import { type Plugins, serveLanguageHosts, serveProvider } from "./plugins";
import { accountIn } from "./provider/account";
import { checkStates } from "./provider/stateFile";

/** The repository's root. */
const root = path.join(__dirname, "..", "..");

/** The program's files, in addition to Pulumi.yaml and the stacks' files. */
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
 * A folder with the program from the repository's root, in which the real Pulumi CLI works against an emulated AWS account.
 *
 * Everything that the CLI saves is in the folder: its home, the stacks' states, the account. Nothing is downloaded.
 */
export class Workspace {
    readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), "private-vpc-"));
    /** The folder of Pulumi.yaml. */
    readonly project = path.join(this.folder, "project");
    /** The folder of the emulated account. */
    readonly account = path.join(this.folder, "account");
    /** Environment variables for the CLI, in addition to this process's own. */
    readonly env: { [name: string]: string } = {
        PULUMI_HOME: path.join(this.folder, "home"),
        PULUMI_BACKEND_URL: `file://${path.join(this.folder, "states")}`,
        PULUMI_CONFIG_PASSPHRASE: "only this folder's",
        PULUMI_SKIP_UPDATE_CHECK: "true",
        PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    };

    /** @param program the repository's files that the program consists of, in addition to what the test writes */
    constructor(readonly cli: Cli = findCli(), private readonly program: string[] = programFiles) {
        for (const name of ["project", "account", "home", "states"]) {
            fs.mkdirSync(path.join(this.folder, name));
        }
        this.restoreProgram();
    }

    /** Restores the repository's own program. */
    restoreProgram(): void {
        for (const name of this.program) {
            fs.rmSync(path.join(this.project, name), { force: true });
            fs.symlinkSync(path.join(root, name), path.join(this.project, name));
        }
    }

    /** Copies the stacks and the account to a new folder, which is independent from then on. */
    fork(): Workspace {
        const copy = new Workspace(this.cli, this.program);
        for (const name of ["states", "account"]) {
            fs.cpSync(path.join(this.folder, name), path.join(copy.folder, name), { recursive: true });
        }
        for (const file of fs.readdirSync(this.project).filter((name) => /^Pulumi\..+\.yaml$/.test(name))) {
            fs.copyFileSync(path.join(this.project, file), path.join(copy.project, file));
        }
        return copy;
    }

    /** Writes a stack's config to its file and keeps the file's other keys. */
    configure(stack: string, config: { [key: string]: unknown }): void {
        const file = path.join(this.project, `Pulumi.${stack}.yaml`);
        const before = fs.existsSync(file) ? yaml.load(fs.readFileSync(file, "utf8")) as object : {};
        fs.writeFileSync(file, yaml.dump({ ...before, config }));
    }

    /** Replaces one of the program's files, e.g. `index.ts`. */
    writeFile(name: string, text: string): void {
        const file = path.join(this.project, name);
        // The existing file is a symlink into the repository.
        fs.rmSync(file, { force: true });
        fs.mkdirSync(path.dirname(file), { recursive: true });
        fs.writeFileSync(file, text);
    }

    /** The plugins of a command: the account, and the language hosts that the CLI does not have. */
    servePlugins(): Promise<Plugins>[] {
        return [serveProvider(accountIn(this.account)), this.serveLanguages()];
    }

    /** The language hosts that the CLI does not have. */
    serveLanguages(): Promise<Plugins> {
        return serveLanguageHosts(languages.filter((language) => !this.cli.languageHosts.includes(language)));
    }

    /**
     * Starts a command of the CLI.
     *
     * @throws an Error if a file of the emulated account cannot be read
     */
    async start(args: string[], stdio: StdioOptions = ["ignore", "pipe", "pipe"]): Promise<ChildProcess> {
        checkStates(this.account);
        const plugins = await Promise.all(this.servePlugins());
        const env = Object.assign({}, process.env, this.env, ...plugins.map((plugin) => plugin.env));
        const child = spawn(this.cli.file, args, { cwd: this.project, env, stdio });
        child.on("close", () => plugins.forEach((plugin) => plugin.close()));
        return child;
    }

    /** Runs a command of the CLI, without prompts and colours. */
    async run(...args: string[]): Promise<Result> {
        try {
            return await this.ended(await this.start(["--non-interactive", "--color", "never", ...args]));
        } catch (error) {
            return { code: 1, stdout: "", stderr: `error: ${(error as Error).message}\n` };
        }
    }

    private ended(child: ChildProcess): Promise<Result> {
        const texts = { stdout: "", stderr: "" };
        child.stdout!.on("data", (data: Buffer) => texts.stdout += data.toString());
        child.stderr!.on("data", (data: Buffer) => texts.stderr += data.toString());
        return new Promise((resolve) => child.on("close", (code) => resolve({ code, ...texts })));
    }

    remove(): void {
        fs.rmSync(this.folder, { recursive: true, force: true });
    }
}
