import * as assert from "node:assert/strict";

import { EngineStack } from "./stacks";

const reachable = { s3: { reachableFrom: ["10.200.0.0/16"] } };

/** Asserts that some steps come in an order, whatever lies between them. */
function inOrder(steps: string[], expected: string[]): void {
    const places = expected.map((step) => steps.indexOf(step));
    assert.ok(!places.includes(-1), `${expected[places.indexOf(-1)]} is not among\n${steps.join("\n")}`);
    assert.deepEqual(places, [...places].sort((one, other) => one - other), steps.join("\n"));
}

describe("a change of the network on the real engine", () => {
    let base: EngineStack;

    before(async () => {
        base = await EngineStack.create("dev");
        base.configure({ endpoints: reachable });
        await base.up();
    });

    after(() => base.remove());

    it("to another CIDR block replaces everything without collisions of names, routes or subnets [rep.force-new]", async () => {
        const stack = base.fork();
        const before = stack.resources;
        stack.configure({ cidrBlock: "10.30.0.0/16" });
        const previewed = await stack.preview();
        assert.deepEqual(previewed.map((step) => step.split(":")[0]), before.map((one) => `replace ${one}`).sort());
        const done = await stack.up();
        assert.deepEqual([...done].sort(), before.flatMap((one) => [`create ${one}`, `delete ${one}`]).sort());
        assert.deepEqual(stack.resources, before);
        // The new VPC comes first and the old one goes last; names held by an interface are free before they are taken.
        assert.equal(done[0], "create Vpc app");
        assert.equal(done.at(-1), "delete Vpc app");
        for (const service of ["ecr.api", "ecr.dkr", "logs", "s3", "sqs", "ssm", "ssmmessages"]) {
            const endpoint = `VpcEndpoint app-${service}-interface`;
            inOrder(done, [`delete ${endpoint}`, `create ${endpoint}`]);
        }
        // A gateway is there before the old one goes, and S3's old one goes after the interface that leaned on it.
        for (const service of ["s3", "dynamodb"]) {
            const gateway = `VpcEndpoint app-${service}-gateway`;
            inOrder(done, [`create ${gateway}`, `delete ${gateway}`]);
        }
        inOrder(done, [
            "create VpcEndpoint app-s3-gateway",
            "create VpcEndpoint app-s3-interface",
            "delete VpcEndpoint app-s3-gateway",
        ]);
        inOrder(done, ["delete VpcEndpoint app-s3-interface", "delete VpcEndpoint app-s3-gateway"]);
        await stack.assertSettled();
        stack.remove();
    });

    it("of a subnet's CIDR block is rejected by AWS while endpoints are in its zone, and succeeds in two steps [if.subnet-per-az]", async () => {
        const stack = base.fork();
        const before = stack.resources;
        stack.configure({ subnetCidrBlocks: { "us-east-1a": "10.20.64.0/19" } });
        const refused = await stack.fail("up", "--yes", "--skip-preview", "--stack", "dev");
        assert.match(refused, /DuplicateSubnetsInSameZone.*availability zone/);
        // What AWS's refusal asks for: first out of the zone, with or without the failed attempt behind it.
        stack.configure({ endpointZones: ["us-east-1b"] });
        await stack.up();
        await stack.assertSettled();
        stack.configure({ endpointZones: ["us-east-1a"] });
        await stack.up();
        await stack.assertSettled();
        assert.deepEqual(stack.resources, before);
        stack.remove();
    });

    it("by another name of the component, with an alias, replaces nothing", async () => {
        const stack = base.fork();
        const before = stack.resources;
        stack.workspace.writeFile(
            "index.ts",
            `import { PrivateVpc, readSettings } from "./components";
            const { args, options } = readSettings();
            new PrivateVpc("core", args, { ...options, aliases: [{ name: "app" }] });`,
        );
        const steps = await stack.preview();
        assert.deepEqual(steps.filter((step) => !/^update .*: tags$/.test(step)), []);
        const done = await stack.up();
        assert.equal(done.length, steps.length);
        await stack.assertSettled();
        assert.deepEqual(stack.resources, before);
        stack.remove();
    });

    it("of one stack does not affect another stack of the project in the same account", async () => {
        const stack = base.fork();
        const other = new EngineStack(stack.workspace, "other", {
            ...base.config,
            "private-vpc:cidrBlock": "10.50.0.0/16",
        });
        await other.succeed("stack", "init", "other");
        await other.up();
        assert.equal(stack.resources.length, base.resources.length * 2);
        await stack.assertSettled();
        await stack.succeed("destroy", "--yes", "--skip-preview", "--stack", "dev");
        assert.deepEqual(other.resources, base.resources);
        await other.assertSettled();
        await other.succeed("refresh", "--yes", "--skip-preview", "--expect-no-changes", "--stack", "other");
        stack.remove();
    });
});
