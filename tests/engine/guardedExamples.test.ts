import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";

import { EmulatedAws } from "../../emulator/aws/emulatedAws";
import { writeState } from "../../emulator/engine/provider/stateFile";
import { PreparedVpc } from "../cli/adopt/preparedVpc";
import { examples } from "../guardrails/examples";
import { root } from "../run";
import { policiesIn, writePolicyPack } from "./policyPack";
import { EngineStack } from "./stacks";

/** The module that runs an example. */
const runner = JSON.stringify(path.join(root, "tests", "guardrails", "examples"));

/** The project of an example, with the program of the example, run from this checkout. */
async function exampleStack(name: string, config: { [key: string]: string } = {}): Promise<EngineStack> {
    const stack = await EngineStack.create("dev", { "aws:region": "us-east-1", ...config });
    const folder = path.join(root, "examples", name);
    for (const file of fs.readdirSync(folder).filter((one) => one === "Pulumi.yaml" || one.endsWith(".mjs"))) {
        stack.workspace.writeFile(file, fs.readFileSync(path.join(folder, file), "utf8"));
    }
    stack.workspace.writeFile("index.ts", `module.exports = () => require(${runner}).runExample("${name}");`);
    await stack.succeed("stack", "init", "dev");
    return stack;
}

/** The policies that a preview of a stack reports. */
async function previewed(stack: EngineStack, accountId?: string): Promise<{ code: number | null; policies: string[] }> {
    const pack = writePolicyPack(stack.workspace, accountId === undefined ? {} : { accountId });
    const { code, stdout, stderr } = await stack.workspace.run("preview", "--policy-pack", pack, "--stack", "dev");
    assert.ok(stdout.includes("guardrails@v1.0.0"), stdout + stderr);
    return { code, policies: policiesIn(stdout + stderr) };
}

describe("the guardrails on the examples, on the real engine", () => {
    // The emulated provider serves one Region in a deployment.
    const { "two-regions": _, ...inOneRegion } = examples;
    for (const [name, { config, secrets = {}, finds, undecided = [] }] of Object.entries(inOneRegion)) {
        it(`find in a preview of ${name} what they find without the engine`, async () => {
            const stack = await exampleStack(name, config);
            for (const [key, value] of Object.entries(secrets)) {
                await stack.succeed("config", "set", "--secret", key, value, "--stack", "dev");
            }
            const { code, policies } = await previewed(stack, "123456789012");
            assert.deepEqual(policies, [...finds, ...undecided.map(() => "undecided")].sort());
            assert.equal(code, 0);
            stack.remove();
        });
    }

    it("find nothing in vpc-by-id, whose VPC is not in the stack", async () => {
        const aws = new EmulatedAws({ region: "us-east-1" });
        const vpc = new PreparedVpc(aws, "their");
        const s3 = vpc.gateway("s3", [vpc.table("private", vpc.subnet("a", 1), vpc.subnet("b", 2))]);
        const project = "private-vpc-example-vpc-by-id";
        const stack = await exampleStack("vpc-by-id", {
            [`${project}:vpcId`]: vpc.id,
            [`${project}:s3EndpointId`]: s3,
        });
        writeState(stack.accountFile, aws.state);
        assert.deepEqual(await previewed(stack, "123456789012"), { code: 0, policies: [] });
        stack.remove();
    });
});
