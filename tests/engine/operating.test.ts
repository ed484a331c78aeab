import * as assert from "node:assert/strict";

import { trailOf } from "../../emulator/engine/provider/account";
import { readState, writeState } from "../../emulator/engine/provider/stateFile";
import { commandsIn, DocsPage } from "./docsPage";
import { EngineStack, shortName } from "./stacks";

const page = new DocsPage("operating.md");

/** Commands that prompt for confirmation. On the page, the reader answers the prompt. */
const asking = ["destroy", "refresh", "up"];

/** Runs the commands of a section, and compares what they do in AWS with the lists that the section gives. */
async function follow(stack: EngineStack, heading: string): Promise<string[]> {
    const trail = () => trailOf(stack.workspace.account);
    let seen = trail().length;
    const done = () => trail().slice(seen).map(({ kind, urn }) => `${kind} ${shortName(urn)}`).sort();
    for (const block of page.blocksUnder(heading)) {
        if (block.language === "text") {
            assert.deepEqual(done(), block.text.trim().split("\n").sort());
            seen = trail().length;
            continue;
        }
        for (const [program, ...args] of commandsIn(block)) {
            assert.equal(program, "pulumi");
            const flags = asking.includes(args[0]!) || args[1] === "rm" && args[0] === "stack" ? ["--yes"] : [];
            await stack.succeed(...args, ...flags);
        }
    }
    return done();
}

describe("docs/operating.md, on the real engine", () => {
    let base: EngineStack;
    let stack: EngineStack;

    before(async () => {
        base = await EngineStack.create("dev");
        await base.up();
    });

    after(() => base.remove());
    beforeEach(() => stack = base.fork());
    afterEach(() => stack.remove());

    const listed = [
        "Add a service",
        "Drop a service",
        "Change the kind of an endpoint",
        "Add a zone",
        "Remove a zone",
        "Change a subnet's CIDR block",
        "Add a CIDR block",
    ];

    for (const heading of listed) {
        it(`${heading}: exactly the listed operations are sent to AWS`, async () => {
            assert.deepEqual(await follow(stack, heading), []);
            await stack.assertSettled();
        });
    }

    it("Change the VPC's CIDR block: a second stack is created, and the first one is kept", async () => {
        const done = await follow(stack, "Change the VPC's CIDR block");
        assert.ok(done.includes("create Vpc app"));
        assert.deepEqual(done.filter((operation) => !operation.startsWith("create ")), []);
    });

    it("Protect a stack, then Delete a protected resource", async () => {
        assert.deepEqual(await follow(stack, "Protect a stack"), []);
        const { "private-vpc:services": services } = stack.config as { "private-vpc:services": string[] };
        const kept = stack.fork();
        kept.configure({ services: services.slice(0, 2), options: { protect: true } });
        const refused = await kept.fail("up", "--yes", "--skip-preview", "--stack", "dev");
        assert.match(refused, /app-sqs-interface.*cannot be deleted.*protected/s);
        kept.remove();
        assert.deepEqual(await follow(stack, "Delete a protected resource"), []);
    });

    it("Find and revert drift", async () => {
        const { made, counts } = readState(stack.accountFile)!;
        const opened = made.map((one) =>
            one.name === "app-endpoints-443-vpc"
                ? { ...one, attributes: { ...one.attributes, cidrIpv4: "0.0.0.0/0" } }
                : one
        );
        writeState(stack.accountFile, { made: opened, counts });
        const look = ["refresh", "--preview-only", "--expect-no-changes", "--stack", "dev"];
        await stack.fail(...look);
        assert.deepEqual(await follow(stack, "Find and revert drift"), [
            "update SecurityGroupIngressRule app-endpoints-443-vpc",
        ]);
        await stack.succeed(...look);
    });

    it("Destroy a stack", async () => {
        await follow(stack, "Destroy a stack");
        assert.deepEqual(stack.resources, []);
    });

    it("has no other section with commands than these and the upgrade", () => {
        const followed = [
            ...listed,
            "Change the VPC's CIDR block",
            "Protect a stack",
            "Delete a protected resource",
            "Find and revert drift",
            "Destroy a stack",
        ];
        assert.deepEqual(page.headings, [
            ...followed.slice(0, -1),
            "Upgrade",
            "Destroy a stack",
        ]);
    });
});
