import * as assert from "node:assert/strict";
import * as path from "node:path";

import { EngineStack } from "./stacks";

describe("a plan saved by a preview", () => {
    let base: EngineStack;

    before(async () => {
        base = await EngineStack.create("dev");
        await base.up();
    });

    after(() => base.remove());

    it("is executed exactly", async () => {
        const stack = base.fork();
        const plan = path.join(stack.workspace.folder, "plan.json");
        stack.configure({
            services: ["logs", "dynamodb", "sqs", "sns"],
            endpoints: { logs: { policy: "full-access" } },
        });
        await stack.succeed("preview", "--save-plan", plan, "--stack", "dev");
        const done = await stack.up("--plan", plan);
        assert.deepEqual(done.sort(), [
            "create VpcEndpoint app-sns-interface",
            "update VpcEndpoint app-logs-interface",
        ]);
        await stack.assertSettled();
        stack.remove();
    });

    it("stops an update that is not in it", async () => {
        const stack = base.fork();
        const plan = path.join(stack.workspace.folder, "plan.json");
        await stack.succeed("preview", "--save-plan", plan, "--stack", "dev");
        stack.configure({ services: ["logs", "dynamodb", "sqs", "sns"] });
        const refused = await stack.fail("up", "--yes", "--skip-preview", "--plan", plan, "--stack", "dev");
        assert.match(refused, /violates plan|not allowed by the plan/);
        assert.deepEqual(stack.resources, base.resources);
        stack.remove();
    });

    it("of another stack is rejected, and nothing is created", async () => {
        const stack = base.fork();
        const plan = path.join(stack.workspace.folder, "plan.json");
        await stack.succeed("preview", "--save-plan", plan, "--stack", "dev");
        const other = new EngineStack(stack.workspace, "other", {
            ...base.config,
            "private-vpc:cidrBlock": "10.50.0.0/16",
        });
        await other.succeed("stack", "init", "other");
        const refused = await other.fail("up", "--yes", "--skip-preview", "--plan", plan, "--stack", "other");
        assert.match(refused, /violates plan|not allowed by the plan/);
        assert.deepEqual(other.resources, base.resources);
        stack.remove();
    });
});
