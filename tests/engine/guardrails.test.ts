import * as assert from "node:assert/strict";
import * as path from "node:path";

import { readState } from "../../emulator/engine/provider/stateFile";
import type { GuardrailOptions } from "../../guardrails/guardrails";
import { policiesIn, writePolicyPack } from "./policyPack";
import { EngineStack } from "./stacks";

const accountId = "123456789012";
const region = { "aws:region": "us-east-1" };

async function withPack(stack: EngineStack, options: GuardrailOptions, ...command: string[]) {
    const folder = writePolicyPack(stack.workspace, options);
    const run = await stack.workspace.run(...command, "--policy-pack", folder, "--stack", stack.name);
    return { ...run, text: run.stdout + run.stderr };
}

describe("the guardrails on the real engine", () => {
    it("find only the missing flow logs of the stack dev, in a preview and in the update", async () => {
        const stack = await EngineStack.create("dev");
        // Without the option, a preview of a new stack does not show whose account the policies trust; the update does.
        const open = await withPack(stack, {}, "preview");
        assert.deepEqual(policiesIn(open.text), ["flow-logs app", "undecided"]);
        assert.match(open.text, /Not known: whether 123456789012 is the account of the stack/);
        const up = await withPack(stack, {}, "up", "--yes", "--skip-preview");
        assert.equal(up.code, 0, up.text);
        assert.deepEqual(policiesIn(up.text), ["flow-logs app"]);
        stack.remove();
    });

    it("find nothing in the stack prod", async () => {
        const stack = await EngineStack.create("prod");
        const { code, text } = await withPack(stack, { accountId }, "preview");
        assert.equal(code, 0, text);
        assert.deepEqual(policiesIn(text), []);
        assert.match(text, /guardrails@v1\.0\.0/);
        stack.remove();
    });

    it("set what is safe to set, if the policy's level is remediate", async () => {
        const stack = await EngineStack.create("dev", region);
        stack.workspace.writeFile(
            "index.ts",
            `import * as aws from "@pulumi/aws";
            const vpc = new aws.ec2.Vpc("shop", { cidrBlock: "10.0.0.0/16" });
            new aws.ec2.Subnet("shop", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24", mapPublicIpOnLaunch: true });`,
        );
        const refused = await withPack(stack, { privateVpcs: ["*"] }, "preview");
        assert.deepEqual(policiesIn(refused.text), ["flow-logs shop", "no-public-subnet shop"]);
        assert.notEqual(refused.code, 0);
        stack.workspace.writeFile("config.json", JSON.stringify({ "no-public-subnet": "remediate" }));
        const config = ["--policy-pack-config", path.join(stack.workspace.project, "config.json")];
        const up = await withPack(stack, { privateVpcs: ["*"] }, "up", "--yes", "--skip-preview", ...config);
        assert.equal(up.code, 0, up.text);
        const subnet = readState(stack.accountFile)!.made.find(({ type }) => type === "aws:ec2/subnet:Subnet");
        assert.equal(subnet!.attributes.mapPublicIpOnLaunch, false);
        stack.remove();
    });

    it("stop a preview whose pack cannot be loaded, and say why", async () => {
        const stack = await EngineStack.create("dev", region);
        stack.workspace.writeFile("index.ts", "export {};");
        const run = async (options: GuardrailOptions, changed: { [file: string]: string } = {}) => {
            const folder = writePolicyPack(stack.workspace, options, changed);
            return stack.fail("preview", "--policy-pack", folder, "--stack", stack.name);
        };
        const wrong = await run({ privateVpc: ["*"] } as GuardrailOptions);
        assert.match(wrong, /guardrails: 1 problem; no policy was loaded:/);
        assert.match(wrong, /"privateVpc" is not a key of args \[args\.unknown-key\]\s+→ did you mean "privateVpcs"\?/);
        const main = `require("private-vpc/guardrails-of-another-version");`;
        assert.match(
            await run({}, { "index.js": main }),
            /Cannot find module 'private-vpc\/guardrails-of-another-version'/,
        );
        stack.remove();
    });
});
