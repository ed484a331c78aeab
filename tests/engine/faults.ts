import * as assert from "node:assert/strict";

import type { Attributes } from "../../emulator/aws/emulatedAws";
import { Disturbed, type Start } from "./deployment";
import type { Fault } from "./faultyAccount";
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
    from: "nothing" | "the first up";
    changed: Attributes;
    /** How many operations it requests of AWS. */
    count: number;
}

export const firstUp: Deployment = { title: "a first up", from: "nothing", changed: {}, count: 21 };

// A new CIDR range replaces everything in the VPC, and new tags update the rest.
const changed = { cidrBlock: "10.30.0.0/16", tags: { team: "payments" } };
export const largeUpdate: Deployment = { title: "a large update", from: "the first up", changed, count: 38 };

const outcomes: { [kind in Fault["kind"]]: string } = {
    denied: "ends the same after AWS denied any one of them, by another up",
    "dies before": "ends the same after it died before any one of them",
    "dies after": "ends the same after it died after any one of them, with nothing made twice, lost or left over",
};

/** Tests that a deployment has the same result as an undisturbed one, whichever of its operations fails. */
export function describeFaults({ title, from, changed, count }: Deployment, ...kinds: Fault["kind"][]): void {
    describe(title, function() {
        // Each operation needs at least one deployment.
        this.timeout("20m");
        let start: Start;
        let undisturbed: { end: Disturbed["end"]; operations: string[] };

        before(async () => {
            start = await startFrom(from);
            const deployment = Disturbed.from(start, changed);
            await deployment.complete();
            undisturbed = { end: deployment.end, operations: deployment.account.done };
            deployment.remove();
        });

        after(() => start.stack.remove());

        it(`asks AWS for ${count} operations, each of its own name`, () => {
            assert.equal(undisturbed.operations.length, count);
            assert.equal(new Set(undisturbed.operations).size, count);
        });

        for (const kind of kinds) {
            it(outcomes[kind], async () => {
                const failures: string[] = [];
                for (const operation of undisturbed.operations) {
                    await endsTheSame(start, changed, { operation, kind }, undisturbed.end).catch((error: Error) =>
                        failures.push(`${operation}: ${error.message.slice(0, 999)}`)
                    );
                }
                assert.deepEqual(failures, []);
            });
        }
    });
}

async function endsTheSame(start: Start, changed: Attributes, fault: Omit<Fault, "kill">, end: Disturbed["end"]) {
    const deployment = Disturbed.from(start, changed);
    try {
        const { code, text } = await deployment.up(fault);
        if (fault.kind === "denied") {
            assert.equal(code, 1, text);
            assert.match(text, new RegExp(`UnauthorizedOperation: you are not authorized to ${fault.operation}`));
        } else {
            assert.equal(code, null, text);
            await new Recovering(deployment).recover();
        }
        await deployment.complete();
        assert.deepEqual(deployment.end, end);
    } finally {
        deployment.remove();
    }
}
