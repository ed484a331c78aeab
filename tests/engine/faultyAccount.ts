import { EmulatedAws } from "../../emulator/aws/emulatedAws";
import type { Account, Operation } from "../../emulator/engine/provider/providerService";
import { shortName } from "./stacks";

/** What goes wrong with one operation. */
export interface Fault {
    /** The operation, e.g. `create Vpc app`. */
    operation: string;
    /** AWS denies it, or the deployment dies before AWS does it, or after. */
    kind: "denied" | "dies before" | "dies after";
    /** Ends the deployment at once. */
    kill(): void;
}

/** An emulated account that is kept in memory, where one operation may go wrong. */
export class FaultyAccount implements Account {
    /** Every operation that AWS carried out, in order. */
    readonly done: string[] = [];
    /** What goes wrong next. */
    fault: Fault | undefined;

    /** Operations that AWS carries out, and whose answer never arrives. */
    unanswered: string[] = [];
    /** Those of them that AWS carried out. */
    readonly waiting: string[] = [];

    constructor(public aws: EmulatedAws) {}

    in(): EmulatedAws {
        return this.aws;
    }

    async carryOut<T>({ kind, urn }: Operation, effect: () => T): Promise<T> {
        const operation = `${kind} ${shortName(urn)}`;
        if (this.unanswered.includes(operation)) {
            this.noted(operation, effect);
            this.waiting.push(operation);
            return new Promise(() => undefined);
        }
        const fault = this.fault;
        if (fault?.operation !== operation) return this.noted(operation, effect);
        this.fault = undefined;
        if (fault.kind === "denied") throw new Error(`UnauthorizedOperation: you are not authorized to ${operation}`);
        if (fault.kind === "dies after") this.noted(operation, effect);
        fault.kill();
        // Nobody is left to hear the answer.
        return new Promise(() => undefined);
    }

    private noted<T>(operation: string, effect: () => T): T {
        const result = effect();
        this.done.push(operation);
        return result;
    }
}
