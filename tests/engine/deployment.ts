import * as assert from "node:assert/strict";
import type { ChildProcess } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";

import { type AccountState, type Attributes, EmulatedAws } from "../../emulator/aws/emulatedAws";
import { serveProvider } from "../../emulator/engine/plugins";
import { canonicalAccount, canonicalState, type Deployment } from "./canonical";
import { type Fault, FaultyAccount } from "./faultyAccount";
import { endProgram, findProgram } from "./programHost";
import { EngineStack } from "./stacks";

/** A point in a stack's life to start from, again and again. */
export interface Start {
    stack: EngineStack;
    account: AccountState;
}

/**
 * A stack whose deployments may be disturbed: its provider is served by this process, so that a test stands between the
 * engine and AWS.
 */
export class Disturbed {
    private constructor(
        private readonly stack: EngineStack,
        readonly account: FaultyAccount,
    ) {}

    /** A stack that goes its own way from a start. */
    static from({ stack, account }: Start, changed: Attributes = {}): Disturbed {
        const fork = stack.fork();
        fork.configure(changed);
        const region = fork.config["aws:region"];
        const faulty = new FaultyAccount(new EmulatedAws({ region }, structuredClone(account)));
        fork.workspace.servePlugins = () => [serveProvider(faulty), findProgram()];
        return new Disturbed(fork, faulty);
    }

    /** Where the stack is now, to start others from. */
    get start(): Start {
        return { stack: this.stack, account: structuredClone(this.account.aws.state) };
    }

    /** Deploys; returns the exit code, which is null where the deployment died, and what was printed. */
    async up(fault?: Omit<Fault, "kill">): Promise<{ code: number | null; text: string }> {
        // One operation at a time: a fault hits that one, and never the CLI while it writes down another.
        return this.deploy(["--parallel", "1"], (child) => {
            this.account.fault = fault && { ...fault, kill: () => child.kill("SIGKILL") };
        });
    }

    /** Deploys, and dies while the answers to these operations, which AWS carried out, are on their way. */
    async dieWaitingFor(...operations: string[]): Promise<void> {
        this.account.unanswered = operations;
        const { code, text } = await this.deploy([], (child) => {
            // Everything else is written down by then, so that it is the same each time.
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

    private async deploy(options: string[], started: (child: ChildProcess) => void) {
        const silent = ["--non-interactive", "--color", "never", "--yes", "--skip-preview", "--suppress-outputs"];
        const child = await this.stack.workspace.start(["up", ...silent, ...options, "--stack", this.stack.name]);
        started(child);
        let text = "";
        for (const stream of [child.stdout!, child.stderr!]) {
            stream.on("data", (data: Buffer) => text += data.toString());
        }
        const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
        if (code === null) endProgram();
        return { code, text };
    }

    /** Runs a command of the CLI; returns the exit code, and what was printed. */
    async pulumi(...args: string[]): Promise<{ code: number | null; text: string }> {
        const { code, stdout, stderr } = await this.stack.workspace.run(...args);
        return { code, text: stdout + stderr };
    }

    /** Where Pulumi.yaml lies. */
    get project(): string {
        return this.stack.workspace.project;
    }

    /** The resources that the engine knows, by their URN. */
    get resources(): { [urn: string]: Deployment["resources"][number] } {
        return Object.fromEntries(this.state.resources.map((resource) => [resource.urn, resource]));
    }

    /** How many operations the engine does not know the end of. */
    get pending(): number {
        return this.state.pending_operations?.length ?? 0;
    }

    /** Deploys without a fault. */
    async complete(): Promise<void> {
        const { code, text } = await this.up();
        assert.equal(code, 0, text);
    }

    /**
     * What has to be done after a deployment was ended at once: the engine wants the lock taken away, and a refresh; it
     * leaves it to people to look in AWS for what was being created.
     */
    async repair(): Promise<void> {
        const { name } = this.stack;
        await this.stack.succeed("cancel", "--yes", name);
        const { resources, pending_operations: pending = [] } = this.state;
        const recorded = new Set(resources.map(({ id }) => id));
        const creating = pending.filter(({ type }) => type === "creating").map(({ resource }) => resource);
        const unrecorded = creating.flatMap((resource) => {
            const wanted = resource.urn.split("::").at(-1);
            const made = this.account.aws.state.made.find((one) =>
                one.type === resource.type && one.name === wanted && !recorded.has(one.id)
            );
            return made ? [{ resource, id: made.id }] : [];
        });
        // What takes the place of a recorded resource cannot be imported beside it: it is deleted, and made anew.
        const [successors, imports] = partition(
            unrecorded,
            ({ resource }) => resources.some(({ urn }) => urn === resource.urn),
        );
        for (const { id } of successors) this.account.aws.delete(id);
        if (imports.length > 0) await this.import(imports.map(({ resource, id }) => ({ ...resource, id })));
        await this.stack.succeed("refresh", "--yes", "--skip-preview", "--clear-pending-creates", "--stack", name);
    }

    private async import(resources: { urn: string; type: string; id: string; parent?: string }[]): Promise<void> {
        const file = path.join(this.stack.workspace.folder, "import.json");
        const named = resources.map(({ urn, type, id, parent }, index) => ({
            resource: { type, name: urn.split("::").at(-1), id, parent: `parent${index}` },
            parent: [`parent${index}`, parent],
        }));
        const nameTable = Object.fromEntries(named.map(({ parent }) => parent));
        fs.writeFileSync(file, JSON.stringify({ nameTable, resources: named.map(({ resource }) => resource) }));
        const options = ["--yes", "--skip-preview", "--protect=false", "--generate-code=false"];
        await this.stack.succeed("import", "--file", file, ...options, "--stack", this.stack.name);
    }

    /** What the engine knows of the stack. */
    private get state(): Deployment {
        const file = path.join(
            this.stack.workspace.folder,
            "states/.pulumi/stacks/private-vpc",
            `${this.stack.name}.json`,
        );
        const { checkpoint } = JSON.parse(fs.readFileSync(file, "utf8")) as { checkpoint: { latest: Deployment } };
        return checkpoint.latest;
    }

    /** What is in AWS and what the engine knows, to compare the ends of two histories by. */
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

function partition<T>(items: T[], holds: (item: T) => boolean): [T[], T[]] {
    return [items.filter(holds), items.filter((item) => !holds(item))];
}
