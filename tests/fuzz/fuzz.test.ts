import * as fc from "fast-check";

import { fuzzers } from "./fuzzers";

// `npm run fuzz` sets them: how long, and the seed and path that a failure printed.
const { FUZZ_SECONDS, FUZZ_SEED, FUZZ_PATH, FUZZ_ONLY = "" } = process.env;
const isLong = FUZZ_SECONDS !== undefined;

describe("fuzzed", function() {
    this.timeout(isLong ? 0 : 60_000);
    const names = Object.keys(fuzzers).filter((what) => what.includes(FUZZ_ONLY));

    for (const what of names) {
        it(`${what}: a result or problems, and nothing else`, async function() {
            const { inputs, run } = fuzzers[what]!;
            const seed = FUZZ_SEED === undefined ? Date.now() % 2 ** 31 : Number(FUZZ_SEED);
            let cases = 0;
            const property = fc.asyncProperty(inputs, async (input) => {
                cases += 1;
                await run(input as never);
            });
            // Fast-check prints the seed, the path and the smallest input of a failure.
            await fc.assert(property, {
                seed,
                path: FUZZ_PATH,
                numRuns: isLong ? 10_000_000 : 40,
                interruptAfterTimeLimit: isLong ? Number(FUZZ_SECONDS) * 1000 / names.length : 5_000,
                markInterruptAsFailure: false,
            });
            if (isLong) process.stdout.write(`      ${what}: ${cases.toLocaleString("en-US")} inputs, seed ${seed}\n`);
        });
    }
});
