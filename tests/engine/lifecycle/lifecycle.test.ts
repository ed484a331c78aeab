import * as fc from "fast-check";

import { Disturbed, type Start } from "../deployment";
import { EngineStack } from "../stacks";
import { configOf, type Desired } from "./desired";
import { type Model, run, steps } from "./lifecycleSteps";

// LIFECYCLE_RUNS=20 LIFECYCLE_STEPS=15 runs longer; LIFECYCLE_SEED=… LIFECYCLE_PATH=… repeats a failure.
const { LIFECYCLE_RUNS: runs = "1", LIFECYCLE_STEPS: length = "5", LIFECYCLE_SEED, LIFECYCLE_PATH } = process.env;
const seed = Number(LIFECYCLE_SEED ?? Date.now() % 2 ** 31);

const first: Desired = {
    services: ["s3", "sqs"],
    interfaces: [],
    zones: ["a"],
    endpointZones: 1,
    range: 20,
    team: "payments",
    trusted: "111122223333",
    protect: false,
    flowLogs: true,
    secondary: [],
    ipam: false,
    firewall: "block",
    queryLogs: false,
};

describe("a stack's life on the real engine", function() {
    this.timeout("8h");
    let start: Start;

    before(async () => {
        const stack = await EngineStack.create("dev", { ...configOf(first), "lifecycle:names": ["app"] });
        const deployed = Disturbed.from({ stack, account: { made: [], counts: {} } });
        await deployed.complete();
        start = deployed.start;
    });

    after(() => start.stack.remove());

    it(`leaves in AWS what an independent model says, after any sequence of steps (seed ${seed})`, async () => {
        const property = fc.asyncProperty(
            // Biased, most lives would be short.
            fc.noBias(fc.commands(steps, { maxCommands: Number(length), size: "max" })),
            async (commands) => {
                const real = Disturbed.from(start);
                const model: Model = { wanted: first, names: ["app"], stack: "dev", isProtected: false };
                try {
                    await fc.asyncModelRun(() => ({ model, real }), commands);
                } finally {
                    real.remove();
                }
            },
        );
        const options = { seed, path: LIFECYCLE_PATH, numRuns: Number(runs), interruptAfterTimeLimit: 7 * 3600_000 };
        try {
            await fc.assert(property, { ...options, markInterruptAsFailure: false });
        } finally {
            console.log(`      steps: ${JSON.stringify(run)}`);
        }
    });
});
