import * as assert from "node:assert/strict";

import type { Made } from "../../emulator/aws/emulatedAws";
import { types } from "../../emulator/aws/world";
import { readState, writeState } from "../../emulator/engine/provider/stateFile";
import { EngineStack } from "./stacks";

const vpcId = "vpc-0123456789abcdef0";
const foreignId = "vpce-0123456789abcdef0";
const made = (type: string, id: string, attributes: object): Made => ({ id, type, name: id, attributes });

/** An endpoint that another project made, by the name that this one would give its own. */
const namesake = made(types.endpoint, foreignId, {
    vpcId,
    serviceName: "com.amazonaws.us-east-1.sqs",
    vpcEndpointType: "Interface",
    privateDnsEnabled: true,
    state: "available",
    tags: { Name: "dev-app-sqs-interface" },
});

/** A program with endpoints in the VPC, by the name of the component and what else is written there. */
const program = (name: string, args = "", opts = "") => `
    import { VpcEndpoints } from "./components";

    export = async () => {
        await VpcEndpoints.inVpc("${name}", { vpcId: "${vpcId}", services: ["sqs"], ${args} }, { ${opts} });
    };
`;

/** The same stack in a workspace that goes its own way, by its new name where it has one. */
async function forkOf(base: EngineStack, name = base.name): Promise<EngineStack> {
    const { workspace, config } = base.fork();
    workspace.writeFile("index.ts", program("app"));
    if (name === base.name) return new EngineStack(workspace, name, config);
    const { code, stderr } = await workspace.run("stack", "rename", name, "--stack", base.name);
    assert.equal(code, 0, stderr);
    return new EngineStack(workspace, name, config);
}

/** A new stack in an account that has a VPC, and more. */
async function stackIn(...more: Made[]): Promise<EngineStack> {
    const stack = await EngineStack.create("dev", { "aws:region": "us-east-1" });
    const network = [
        made(types.vpc, vpcId, { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true, mainRouteTableId: "rtb-main" }),
        made(types.subnet, "subnet-a", { vpcId, availabilityZone: "us-east-1a", cidrBlock: "10.0.1.0/24" }),
    ];
    writeState(stack.accountFile, { made: [...network, ...more], counts: {} });
    stack.workspace.writeFile("index.ts", program("app"));
    return stack;
}

const replacedOrDeleted = (steps: string[]) => steps.filter((step) => !/^update .*: tags$/.test(step));

describe("VpcEndpoints.inVpc on the real engine", () => {
    let base: EngineStack;

    before(async () => {
        base = await stackIn();
        await base.up();
        await base.assertSettled();
    });

    after(() => base.remove());

    it("recognizes its endpoints after the stack was renamed, and after their Name tags were changed", async () => {
        const stack = await forkOf(base, "test");
        const account = readState(stack.accountFile)!;
        for (const { type, attributes } of account.made) {
            if (type === types.endpoint) attributes.tags.Name = "queue";
        }
        writeState(stack.accountFile, account);
        assert.deepEqual(replacedOrDeleted(await stack.preview()), []);
        await stack.up();
        await stack.assertSettled();
        assert.deepEqual(stack.resources, base.resources);
        stack.remove();
    });

    it("rejects its own endpoints under a new name of the component, and the suggested alias keeps them", async () => {
        const stack = await forkOf(base);
        stack.workspace.writeFile("index.ts", program("web"));
        const refused = (await stack.fail("preview", "--stack", "dev")).replaceAll(/\s+/g, " ");
        const [, aliases] = /(aliases: \[".*?"\]): existing, or removing sqs, would delete/.exec(refused)
            ?? [];
        assert.ok(aliases, refused);
        stack.workspace.writeFile("index.ts", program("web", "", aliases));
        assert.deepEqual(replacedOrDeleted(await stack.preview()), []);
        await stack.up();
        await stack.assertSettled();
        assert.deepEqual(stack.resources, base.resources);
        stack.remove();
    });

    it("keeps somebody else's gateway endpoint of S3, adds an interface for clients outside, and stays in its subnets", async () => {
        const gateway = made(types.endpoint, foreignId, {
            vpcId,
            serviceName: "com.amazonaws.us-east-1.s3",
            vpcEndpointType: "Gateway",
            routeTableIds: ["rtb-main"],
            prefixListId: "pl-s3",
            state: "available",
        });
        const stack = await stackIn(gateway);
        const options = `existing: { s3: "${foreignId}" }, endpoints: { s3: { reachableFrom: ["10.200.0.0/16"] } },`;
        const s3 = program("app", options).replace(`["sqs"]`, `["s3", "sqs"]`);
        stack.workspace.writeFile("index.ts", s3);
        const steps = await stack.preview();
        assert.deepEqual(steps.filter((step) => step.includes(" VpcEndpoint ")), [
            "create VpcEndpoint app-s3-interface",
            "create VpcEndpoint app-sqs-interface",
        ]);
        await stack.up();
        await stack.assertSettled();
        // A larger subnet in the same zone does not move the endpoints: AWS would reject that.
        const account = readState(stack.accountFile)!;
        const attributes = { vpcId, availabilityZone: "us-east-1a", cidrBlock: "10.0.64.0/20" };
        account.made.push(made(types.subnet, "subnet-larger", attributes));
        writeState(stack.accountFile, account);
        await stack.assertSettled();
        await stack.succeed("destroy", "--yes", "--skip-preview", "--stack", "dev");
        stack.remove();
    });

    it("rejects another project's endpoint of the same name in the first preview, and existing keeps it", async () => {
        const stack = await stackIn(namesake);
        const refused = (await stack.fail("preview", "--stack", "dev")).replaceAll(/\s+/g, " ");
        const [, existing] = /keep it, with (existing: \{.*?\})/.exec(refused) ?? [];
        assert.equal(existing, `existing: { "sqs": "${foreignId}" }`);
        stack.workspace.writeFile("index.ts", program("app", existing));
        await stack.up();
        await stack.assertSettled();
        await stack.succeed("destroy", "--yes", "--skip-preview", "--stack", "dev");
        assert.ok(readState(stack.accountFile)!.made.some(({ id }) => id === foreignId));
        stack.remove();
    });
});
