import { EmulatedAws } from "../../emulator/aws/emulatedAws";
import type { Account, Operation } from "../../emulator/engine/provider/providerService";
import { shortName } from "./stacks";

/** A fault in one operation. */
export interface Fault {
    /** The operation, e.g. `create Vpc app`. */
    operation: string;
    /** AWS denies the operation, or the deployment is killed before or after AWS performs it. */
    kind: "denied" | "dies before" | "dies after";
    /** Kills the deployment. */
    kill(): void;
}

/** An emulated account in memory, in which one operation can fail. */
export class FaultyAccount implements Account {
    /** Every operation that AWS performed, in order. */
    readonly done: string[] = [];
    /** The next fault. */
    fault: Fault | undefined;

    /** Operations that AWS performs but whose answer never arrives. */
    unanswered: string[] = [];
    /** The unanswered operations that AWS has performed. */
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
        // The deployment was killed, so nothing waits for the answer.
        return new Promise(() => undefined);
    }

    private noted<T>(operation: string, effect: () => T): T {
        const result = effect();
        this.done.push(operation);
        return result;
    }
}
