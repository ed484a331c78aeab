import * as assert from "node:assert/strict";

import { configOf, EngineStack } from "./stacks";

describe("the first up", () => {
    for (const name of ["dev", "prod"]) {
        it(`of ${name} does what its preview showed, and leaves no changes, also after a refresh`, async () => {
            const stack = await EngineStack.create(name);
            const previewed = await stack.preview();
            const done = await stack.up();
            assert.equal(previewed.length, name === "dev" ? 22 : 38);
            assert.deepEqual([...done].sort(), previewed);
            assert.deepEqual(stack.resources, previewed.map((step) => step.replace("create ", "")));
            await stack.assertSettled();
            assert.match(await stack.succeed("refresh", "--yes", "--stack", name, "--expect-no-changes"), /unchanged/);
            await stack.assertSettled();
            assert.deepEqual(configOf(name), stack.config);
            stack.remove();
        });
    }
});
