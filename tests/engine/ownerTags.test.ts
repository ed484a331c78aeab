import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";

import { readState, writeState } from "../../emulator/engine/provider/stateFile";
import { EngineStack } from "./stacks";

const ownerTag = "private-vpc:owner";

/** The value without the tag of the owner, wherever tags are in it. */
function withoutOwner(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(withoutOwner);
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).filter(([key]) => key !== ownerTag);
    return Object.fromEntries(entries.map(([key, item]) => [key, withoutOwner(item)]));
}

/** Turns a stack into one that a version without the tag deployed: in its state, and in AWS. */
function asMadeBefore(stack: EngineStack): void {
    const file = path.join(stack.workspace.folder, "states/.pulumi/stacks/private-vpc", `${stack.name}.json`);
    fs.writeFileSync(file, JSON.stringify(withoutOwner(JSON.parse(fs.readFileSync(file, "utf8")))));
    writeState(stack.accountFile, withoutOwner(readState(stack.accountFile)) as never);
}

/** The owner of every resource in AWS that has tags. */
function ownersIn(stack: EngineStack): string[] {
    const tagged = readState(stack.accountFile)!.made.filter(({ attributes }) => attributes.tags !== undefined);
    assert.ok(tagged.length > 10);
    return [...new Set(tagged.map(({ attributes }) => attributes.tags[ownerTag]))];
}

const config = {
    "aws:region": "us-east-1",
    "private-vpc:cidrBlock": "10.20.0.0/16",
    "private-vpc:availabilityZones": ["us-east-1a"],
    "private-vpc:services": ["s3", "sqs"],
    "private-vpc:flowLogs": { destination: "cloud-watch-logs" },
};

describe("the owner tag on the real engine", () => {
    let base: EngineStack;

    before(async () => {
        base = await EngineStack.create("dev", config);
        await base.up();
    });

    after(() => base.remove());

    it("is added to a stack deployed without it by updates of tags only", async () => {
        const stack = base.fork();
        asMadeBefore(stack);
        assert.deepEqual(ownersIn(stack), [undefined]);
        const tagged = readState(stack.accountFile)!.made.filter(({ attributes }) => attributes.tags).length;
        const steps = await stack.preview();
        assert.deepEqual(steps.filter((step) => !/^update .*: tags$/.test(step)), []);
        assert.equal(steps.length, tagged);
        const done = await stack.up();
        assert.equal(done.length, tagged);
        assert.deepEqual(stack.resources, base.resources);
        assert.deepEqual(ownersIn(stack), ["private-vpc/dev"]);
        await stack.assertSettled();
        stack.remove();
    });

    it("follows a renamed stack by updates of tags, and is kept if owner is set", async () => {
        const stack = base.fork();
        stack.configure({ owner: "private-vpc/dev" });
        assert.deepEqual(await stack.preview(), []);
        const { code, stderr } = await stack.workspace.run("stack", "rename", "test", "--stack", "dev");
        assert.equal(code, 0, stderr);
        const kept = new EngineStack(stack.workspace, "test", stack.config);
        await kept.up();
        assert.deepEqual(ownersIn(kept), ["private-vpc/dev"]);
        kept.configure({ owner: undefined });
        assert.deepEqual((await kept.preview()).filter((step) => !/^update .*: tags$/.test(step)), []);
        await kept.up();
        assert.deepEqual(ownersIn(kept), ["private-vpc/test"]);
        assert.deepEqual(kept.resources, base.resources);
        stack.remove();
    });

    it("leaves no difference with the provider's defaultTags, even with the same key and value", async () => {
        const stack = base.fork();
        const tags = { team: "payments", [ownerTag]: "private-vpc/dev", Name: "network" };
        const given = { "aws:defaultTags": { tags }, "private-vpc:tags": { team: "payments" } };
        const tagged = new EngineStack(stack.workspace, "dev", { ...stack.config, ...given });
        await tagged.up();
        await tagged.assertSettled();
        const { made } = readState(tagged.accountFile)!;
        const vpc = made.find(({ id }) => id.startsWith("vpc-"))!;
        assert.deepEqual(vpc.attributes.tagsAll, { team: "payments", [ownerTag]: "private-vpc/dev", Name: "dev-app" });
        await tagged.succeed("refresh", "--yes", "--skip-preview", "--expect-no-changes", "--stack", "dev");
        await tagged.assertSettled();
        // Other default tags are updates of tags, once.
        tagged.config["aws:defaultTags"] = { tags: { ...tags, costCenter: "42" } };
        tagged.workspace.configure("dev", tagged.config);
        const steps = await tagged.preview();
        assert.deepEqual(steps.filter((step) => !/^update .*: tagsAll$/.test(step)), []);
        assert.ok(steps.length > 10);
        await tagged.up();
        await tagged.assertSettled();
        assert.deepEqual(tagged.resources, base.resources);
        stack.remove();
    });
});
