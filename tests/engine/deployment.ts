import * as assert from "node:assert/strict";
import type { ChildProcess } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";

import { type AccountState, type Attributes, EmulatedAws } from "../../emulator/aws/emulatedAws";
import { type Plugins, serveProvider } from "../../emulator/engine/plugins";
import type { Result } from "../../emulator/engine/workspace";
import { canonicalAccount, canonicalState, type Deployment, type KnownResource } from "./canonical";
import { type Fault, FaultyAccount, type Process } from "./faultyAccount";
import { endProgram, findProgram } from "./programHost";
import { EngineStack } from "./stacks";

/** The commands of the CLI that change resources. */
export type Command = "up" | "destroy";

/** A state of a stack from which tests start repeatedly. */
export interface Start {
    stack: EngineStack;
    account: AccountState;
}

/**
 * A stack whose deployments a test can disturb: this process serves its provider, so the test controls every operation between
 * the engine and AWS.
 */
export class Disturbed {
    private constructor(
        private stack: EngineStack,
        readonly account: FaultyAccount,
    ) {}

    /** A stack that starts from a given state and is independent from then on. */
    static from({ stack, account }: Start, changed: Attributes = {}): Disturbed {
        const fork = stack.fork();
        fork.configure(changed);
        const region = fork.config["aws:region"];
        const faulty = new FaultyAccount(new EmulatedAws({ region }, structuredClone(account)));
        const disturbed = new Disturbed(fork, faulty);
        fork.workspace.servePlugins = () => [
            serveProvider(faulty).then((provider) => disturbed.provider = provider),
            findProgram(),
        ];
        return disturbed;
    }

    /** The stack's name. */
    get name(): string {
        return this.stack.name;
    }

    /** Replaces the stack's config. */
    setConfig(config: Attributes): void {
        const { workspace, name } = this.stack;
        this.stack = new EngineStack(workspace, name, config);
    }

    /** Renames the stack, with its config. */
    async rename(name: string): Promise<void> {
        const { workspace, config } = this.stack;
        await this.stack.succeed("stack", "rename", name, "--stack", this.stack.name);
        this.stack = new EngineStack(workspace, name, config);
    }

    /** The provider of the command that runs. */
    private provider: Plugins | undefined;

    /** The stack's current state, from which others can start. */
    get start(): Start {
        return { stack: this.stack, account: structuredClone(this.account.aws.state) };
    }

    /** Deploys. Returns the output and the exit code, which is null if the CLI was killed. */
    async up(fault?: Fault): Promise<{ code: number | null; text: string }> {
        return this.disturb("up", fault);
    }

    /** Deploys or destroys, as `up` does. */
    async disturb(command: Command, fault?: Fault): Promise<{ code: number | null; text: string }> {
        // One operation at a time, so that a fault never hits the CLI while it saves another operation.
        return this.deploy(command, ["--parallel", "1"], (child) => {
            this.account.fault = fault;
            this.account.kill = (process) => this.kill(process, child);
        });
    }

    /** Deploys; a process is killed before or after AWS performs the operation with a number, if there are as many. */
    async dieAt(number: number, process: Process, after: boolean): Promise<void> {
        const kind = `${process} dies ${after ? "after" : "before"}` as const;
        const { code, text } = await this.deploy("up", ["--parallel", "1"], (child) => {
            this.account.fault = { operation: number, kind };
            this.account.kill = (one) => this.kill(one, child);
        });
        assert.ok(code === 0 || this.account.fault === undefined, text);
        this.account.fault = undefined;
    }

    private kill(process: Process, cli: ChildProcess): void {
        if (process === "the CLI") cli.kill("SIGKILL");
        // The provider's connections are reset, as the kernel does when a process is killed.
        else if (process === "the provider") this.provider!.close();
        else endProgram();
    }

    /** Deploys, and is killed while waiting for the answers to these operations, which AWS performed. */
    async dieWaitingFor(...operations: string[]): Promise<void> {
        this.account.unanswered = operations;
        const { code, text } = await this.deploy("up", [], (child) => {
            // By then, everything else is saved, so the state is the same each time.
            const timer = setInterval(() => {
                if (this.account.waiting.length === operations.length && this.pending === operations.length) {
                    child.kill("SIGKILL");
                }
            }, 50);
            child.on("close", () => clearInterval(timer));
        });
        this.account.unanswered = [];
        assert.equal(code, null, text);
    }

    private async deploy(command: Command, options: string[], started: (child: ChildProcess) => void) {
        const silent = ["--non-interactive", "--color", "never", "--yes", "--skip-preview", "--suppress-outputs"];
        const child = await this.stack.workspace.start([command, ...silent, ...options, "--stack", this.stack.name]);
        started(child);
        let text = "";
        for (const stream of [child.stdout!, child.stderr!]) {
            stream.on("data", (data: Buffer) => text += data.toString());
        }
        const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
        // What a program still waits for may fail after its deployment, and would count as an error of the next program.
        if (code !== 0) endProgram();
        return { code, text };
    }

    /** Runs a command of the CLI. */
    async run(...args: string[]): Promise<Result> {
        return this.stack.workspace.run(...args);
    }

    /** Runs a command of the CLI. Returns the exit code and the output. */
    async pulumi(...args: string[]): Promise<{ code: number | null; text: string }> {
        const { code, stdout, stderr } = await this.run(...args);
        return { code, text: stdout + stderr };
    }

    /** The folder of Pulumi.yaml. */
    get project(): string {
        return this.stack.workspace.project;
    }

    /** The resources in the engine's state, by URN. */
    get resources(): { [urn: string]: KnownResource } {
        return Object.fromEntries((this.state.resources ?? []).map((resource) => [resource.urn, resource]));
    }

    /** How many operations are pending in the engine's state. */
    get pending(): number {
        return this.state.pending_operations?.length ?? 0;
    }

    /** Deploys or destroys without a fault. */
    async complete(command: Command = "up"): Promise<void> {
        const { code, text } = await this.disturb(command);
        assert.equal(code, 0, text);
    }

    /** The engine's state of the stack. */
    private get state(): Deployment {
        const file = path.join(
            this.stack.workspace.folder,
            "states/.pulumi/stacks/private-vpc",
            `${this.stack.name}.json`,
        );
        const { checkpoint } = JSON.parse(fs.readFileSync(file, "utf8")) as { checkpoint: { latest: Deployment } };
        return checkpoint.latest;
    }

    /** The content of AWS and the engine's state, for comparing the results of two histories. */
    get end(): { account: string; state: string; pending: number } {
        const account = this.account.aws.state;
        return {
            account: canonicalAccount(account),
            state: canonicalState(this.state, account),
            pending: this.pending,
        };
    }

    remove(): void {
        this.stack.remove();
    }
}
