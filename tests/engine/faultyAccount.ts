import { EmulatedAws } from "../../emulator/aws/emulatedAws";
import type { Account, Operation } from "../../emulator/engine/provider/providerService";
import { shortName } from "./stacks";

/** The processes of a deployment that can be killed. */
export type Process = "the CLI" | "the program" | "the provider";

/** What happens at an operation: AWS denies it, or a process is killed before or after AWS performs it. */
export type FaultKind = "denied" | `${Process} dies ${"before" | "after"}`;

/** A fault in one operation. */
export interface Fault {
    /** The operation, e.g. `create Vpc app`, or how many operations come before it and with it. */
    operation: string | number;
    kind: FaultKind;
}

/** An emulated account in memory, in which one operation can fail. */
export class FaultyAccount implements Account {
    /** Every operation that AWS performed, in order. */
    readonly done: string[] = [];
    /** The next fault. */
    fault: Fault | undefined;
    /** Kills a process of the deployment. */
    kill: (process: Process) => void = () => undefined;

    /** Called after each operation that AWS performs. */
    watch: (operation: string) => void = () => undefined;

    /** Operations that AWS performs but whose answer never arrives. */
    unanswered: string[] = [];
    /** The unanswered operations that AWS has performed. */
    readonly waiting: string[] = [];

    /** AWS's errors before an operation is performed, and how often it returns each: for `create Vpc app`, e.g. throttling. */
    readonly errors: { [operation: string]: { message: string; times: number } } = {};
    /** How long an operation takes, in milliseconds. */
    slowness = 0;
    /** Whether operations that were requested are performed only by `catchUp`. */
    isBehind = false;
    private readonly late: (() => void)[] = [];

    constructor(public aws: EmulatedAws) {}

    in(): EmulatedAws {
        return this.aws;
    }

    async carryOut<T>({ kind, urn }: Operation, effect: () => T): Promise<T> {
        const operation = `${kind} ${shortName(urn)}`;
        const error = this.errors[operation];
        if (error && error.times-- > 0) throw new Error(error.message);
        if (this.slowness > 0) await new Promise((resolve) => setTimeout(resolve, this.slowness));
        if (this.unanswered.includes(operation)) {
            if (this.isBehind) this.late.push(() => this.noted(operation, effect));
            else this.noted(operation, effect);
            this.waiting.push(operation);
            return new Promise(() => undefined);
        }
        const fault = this.fault;
        if (typeof fault?.operation === "number") {
            fault.operation = fault.operation === 1
                ? operation
                : fault.operation - 1;
        }
        if (fault?.operation !== operation) return this.noted(operation, effect);
        this.fault = undefined;
        if (fault.kind === "denied") throw new Error(`UnauthorizedOperation: you are not authorized to ${operation}`);
        const [process, when] = fault.kind.split(" dies ") as [Process, string];
        const result = when === "after" ? { performed: this.noted(operation, effect) } : undefined;
        this.kill(process);
        // AWS and the provider go on without the program.
        if (process === "the program") return result ? result.performed : this.noted(operation, effect);
        return new Promise(() => undefined);
    }

    /** Performs what was requested before. */
    catchUp(): void {
        for (const perform of this.late.splice(0)) perform();
    }

    private noted<T>(operation: string, effect: () => T): T {
        const result = effect();
        this.done.push(operation);
        this.watch(operation);
        return result;
    }
}
