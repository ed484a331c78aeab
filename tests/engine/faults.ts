import * as assert from "node:assert/strict";

import type { Attributes } from "../../emulator/aws/emulatedAws";
import { type Command, Disturbed, type Start } from "./deployment";
import type { Fault, FaultKind } from "./faultyAccount";
import { Recovering } from "./recovering";
import { EngineStack } from "./stacks";

/** A small stack with a resource of every type that the component creates. */
const complete: Attributes = {
    "aws:region": "us-east-1",
    "private-vpc:cidrBlock": "10.20.0.0/16",
    "private-vpc:availabilityZones": ["us-east-1a"],
    "private-vpc:services": ["s3", "sqs"],
    "private-vpc:endpoints": { s3: { reachableFrom: ["10.200.0.0/16"] } },
    "private-vpc:flowLogs": { destination: "cloud-watch-logs" },
};

/** Creates the state from which disturbed deployments start: before or after the first `up`. */
async function startFrom(from: Deployment["from"]): Promise<Start> {
    const start = { stack: await EngineStack.create("dev", complete), account: { made: [], counts: {} } };
    if (from === "nothing") return start;
    const deployed = Disturbed.from(start);
    await deployed.complete();
    return deployed.start;
}

/** A deployment to disturb. */
interface Deployment {
    title: string;
    command: Command;
    from: "nothing" | "the first up";
    changed: Attributes;
    /** How many operations it requests of AWS. */
    count: number;
}

export const firstUp: Deployment = {
    title: "a first up",
    command: "up",
    from: "nothing",
    changed: {},
    count: 21,
};

export const largeUpdate: Deployment = {
    title: "a large update",
    command: "up",
    from: "the first up",
    // A new CIDR range replaces everything in the VPC, and new tags update the rest.
    changed: { cidrBlock: "10.30.0.0/16", tags: { team: "payments" } },
    count: 38,
};

export const destruction: Deployment = {
    title: "a destroy",
    command: "destroy",
    from: "the first up",
    changed: {},
    count: 21,
};

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

/**
 * Tests that a deployment has the same result as an undisturbed one, whichever of its operations fails: after a denial by
 * another `up`, after a death by the commands of docs/recovery.md.
 *
 * Every operation is tried with one kind of fault, and every kind with some operations; with FAULTS=all, every operation with
 * every kind. `FAULTS=2` begins with another kind.
 */
export function describeFaults({ title, command, from, changed, count }: Deployment, part = 0, parts = 1): void {
    describe(`${title}, part ${part + 1} of ${parts}`, function() {
        // Each operation needs at least one deployment.
        this.timeout("90m");
        let start: Start;
        let undisturbed: { end: Disturbed["end"]; operations: string[] };

        before(async () => {
            start = await startFrom(from);
            const deployment = Disturbed.from(start, changed);
            await deployment.complete(command);
            undisturbed = { end: deployment.end, operations: deployment.account.done };
            deployment.remove();
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
                const tried = undisturbed.operations.filter((_, at) =>
                    at % parts === part && isTried(at, index, possible.length)
                );
                for (const operation of tried) {
                    await endsTheSame(start, changed, command, { operation, kind }, undisturbed.end).catch((
                        error: Error,
                    ) => failures.push(`${operation}: ${error.message.slice(0, 1999)}`));
                }
                this.test!.title += `: ${tried.length} of ${count}`;
                assert.deepEqual(failures, []);
            });
        }
    });
}

const asked = process.env.FAULTS ?? "0";

function isTried(operation: number, kind: number, count: number): boolean {
    return asked === "all" || (operation + Number(asked)) % count === kind;
}

async function endsTheSame(
    start: Start,
    changed: Attributes,
    command: Command,
    fault: Fault,
    end: Disturbed["end"],
): Promise<void> {
    const deployment = Disturbed.from(start, changed);
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
        assert.deepEqual(deployment.end, end, recovering.typed.join("\n"));
    } finally {
        deployment.remove();
    }
}
