import * as assert from "node:assert/strict";

import type { Attributes } from "../../emulator/aws/emulatedAws";
import { type Command, Disturbed, type Start } from "./deployment";
import { FaultResults } from "./faultResults";
import type { Fault, FaultKind } from "./faultyAccount";
import { NeverBlocked } from "./neverBlocked";
import { Recovering } from "./recovering";
import { EngineStack } from "./stacks";

/** A deployment to disturb. */
export interface Deployment {
    title: string;
    command: Command;
    /** The config of the first `up`. */
    config: Attributes;
    from: "nothing" | "the first up";
    /** Changed keys of `private-vpc:`. */
    changed: Attributes;
    /** How many operations it requests of AWS. */
    count: number;
    /** Without FAULTS=all, one operation of so many is tried; with 0, none. @default 1 */
    every?: number;
    /** Services whose names no operation may block. @default - none, because there is no DNS firewall */
    neverBlocked?: string[];
}

/** Creates the state from which disturbed deployments start: before or after the first `up`. */
async function startFrom({ config, from }: Deployment): Promise<Start> {
    const start = { stack: await EngineStack.create("dev", config), account: { made: [], counts: {} } };
    if (from === "nothing") return start;
    const deployed = Disturbed.from(start);
    await deployed.complete();
    return deployed.start;
}

/** Every kind of fault. */
const kinds: FaultKind[] = [
    "denied",
    "the CLI dies before",
    "the CLI dies after",
    "the provider dies before",
    "the provider dies after",
    "the program dies before",
    "the program dies after",
];

const asked = process.env.FAULTS ?? "0";
const results = new FaultResults();

/**
 * Tests that a deployment has the same result as an undisturbed one, whichever of its operations fails: after a denial by
 * another `up`, after a death by the commands of docs/recovery.md.
 *
 * Some operations are tried with one kind of fault each, and every kind with some operations; with FAULTS=all, every operation
 * with every kind. `FAULTS=2` begins with another kind.
 */
export function describeFaults(deployment: Deployment): void {
    const { title, command, changed, count, every = 1 } = deployment;
    if (every === 0 && asked !== "all") return;
    describe(title, function() {
        // Each operation needs at least one deployment.
        this.timeout("90m");
        let start: Start;
        let undisturbed: { end: Disturbed["end"]; operations: string[] };

        before(async () => {
            start = await startFrom(deployment);
            const disturbed = Disturbed.from(start, changed);
            const watched = new NeverBlocked(disturbed.account, deployment.neverBlocked ?? []);
            await disturbed.complete(command);
            assert.deepEqual(watched.failures, []);
            undisturbed = { end: disturbed.end, operations: disturbed.account.done };
            disturbed.remove();
        });

        after(() => start.stack.remove());

        it(`sends AWS ${count} requests, each with its own name`, () => {
            assert.equal(undisturbed.operations.length, count);
            assert.equal(new Set(undisturbed.operations).size, count);
        });

        // A destroy runs no program.
        const possible = kinds.filter((kind) => command === "up" || !kind.startsWith("the program"));
        for (const [index, kind] of possible.entries()) {
            it(`ends the same if ${kind === "denied" ? "AWS denies" : kind} an operation`, async function() {
                const failures: string[] = [];
                const tried = undisturbed.operations.filter((_, at) => isTried(at, every, index, possible.length));
                for (const operation of tried) {
                    const failure = await results.of(
                        `${title}: ${kind}: ${operation}`,
                        () => endsTheSame(start, deployment, { operation, kind }, undisturbed.end),
                    );
                    if (failure) failures.push(failure);
                }
                this.test!.title += `: ${tried.length} of ${count}`;
                assert.deepEqual(failures, []);
            });
        }
    });
}

function isTried(operation: number, every: number, kind: number, count: number): boolean {
    return asked === "all" || (operation % every === 0 && (operation / every + Number(asked)) % count === kind);
}

/** An end in lines, of which a failed comparison prints those that differ. */
const linesOf = (
    { account, state, pending }: Disturbed["end"],
) => [...account.split("\n"), ...state.split("\n"), pending];

async function endsTheSame(
    start: Start,
    { changed, command, neverBlocked = [] }: Deployment,
    fault: Fault,
    end: Disturbed["end"],
): Promise<void> {
    const deployment = Disturbed.from(start, changed);
    const watched = new NeverBlocked(deployment.account, neverBlocked);
    try {
        const { code, text } = await deployment.disturb(command, fault);
        assert.equal(deployment.account.fault, undefined, `it did not come to ${fault.operation}\n${text}`);
        if (fault.kind === "denied") {
            assert.match(text, new RegExp(`UnauthorizedOperation: you are not authorized to ${fault.operation}`));
        }
        const recovering = new Recovering(deployment, command);
        if (fault.kind.startsWith("the CLI")) assert.equal(code, null, text);
        // The program may have registered everything before it died.
        else if (!fault.kind.startsWith("the program")) assert.equal(code, 1, text);
        if (fault.kind !== "denied") await recovering.recover();
        if (!recovering.deployed) await deployment.complete(command);
        assert.deepEqual(watched.failures, []);
        assert.deepEqual(linesOf(deployment.end), linesOf(end));
    } finally {
        deployment.remove();
    }
}
