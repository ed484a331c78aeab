import * as assert from "node:assert/strict";

import { runUntraced } from "../../emulator/runProgram";
import { analyzed, type Violation } from "./analyzed";
import { programs } from "./programs";

/** A violation as `policy resource`. */
const short = ({ policy, resource }: Violation) => [policy, resource].filter(Boolean).join(" ");

describe("the guardrails on programs as others write them", () => {
    for (const [name, { declares, options, finds, undecided = [] }] of Object.entries(programs)) {
        it(`find what is wrong, and nothing else, in ${name}`, async () => {
            const { resources } = await runUntraced(declares, { config: { "aws:region": "us-east-1" }, preview: true });
            const violations = await analyzed(resources, options);
            const [open, found] = [true, false].map((isOpen) =>
                violations.filter(({ policy }) => (policy === "undecided") === isOpen)
            ) as [Violation[], Violation[]];
            assert.deepEqual(found.map(short).sort(), finds, JSON.stringify(violations, undefined, 1));
            const reasons = open.map(({ message }) =>
                message.replace(" is not decided. Not known", "").split(" [")[0]!
            );
            assert.equal(reasons.length, undecided.length, reasons.join("\n"));
            for (const [index, reason] of reasons.sort().entries()) {
                assert.ok(reason.startsWith(undecided[index]!), reason);
            }
        });
    }
});
