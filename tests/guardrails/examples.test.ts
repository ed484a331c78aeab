import * as assert from "node:assert/strict";

import { runUntraced } from "../../emulator/runProgram";
import { analyzed } from "./analyzed";
import { examples, runExample } from "./examples";

describe("the guardrails on the examples", () => {
    for (const [name, { config, secrets, finds, undecided = [] }] of Object.entries(examples)) {
        it(`find what is wrong, and nothing else, in ${name}`, async () => {
            const { resources } = await runUntraced(() => runExample(name), {
                project: `private-vpc-example-${name}`,
                config: { "aws:region": "us-east-1", ...config, ...secrets },
                preview: true,
            });
            const violations = await analyzed(resources, { accountId: "123456789012" });
            const found = violations.filter(({ policy }) => policy !== "undecided");
            assert.deepEqual(
                found.map(({ policy, resource }) => `${policy} ${resource}`).sort(),
                finds,
                JSON.stringify(violations, undefined, 1),
            );
            const open = violations.filter(({ policy }) => policy === "undecided").map(({ message }) =>
                message.replace(" is not decided. Not known", "").split(" [")[0]!
            );
            assert.deepEqual(open.sort(), undecided);
        });
    }
});
