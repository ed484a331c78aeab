import * as assert from "node:assert/strict";

import { EmulatedAws } from "../../emulator/aws/emulatedAws";
import { serveProvider } from "../../emulator/engine/plugins";
import { FaultyAccount } from "./faultyAccount";
import { EngineStack } from "./stacks";

/** What becomes of a first `up` whose look-ups lack a permission, with the program run as the CLI runs it. */
async function up(denied: string[], changed = {}): Promise<{ code: number | null; text: string; done: string[] }> {
    const stack = await EngineStack.create("dev");
    stack.configure(changed);
    const account = new FaultyAccount(new EmulatedAws({ region: "us-east-1", denied }));
    const { workspace } = stack;
    workspace.servePlugins = () => [
        serveProvider(account),
        workspace.serveLanguages(),
    ];
    const options = ["--yes", "--skip-preview", "--suppress-outputs", "--stack", "dev"];
    const { code, stdout, stderr } = await workspace.run("up", ...options);
    stack.remove();
    return { code, text: stdout + stderr, done: account.done };
}

const endpoints = (done: string[]) => done.filter((operation) => operation.startsWith("create VpcEndpoint "));

/** What the CLI prints of one missing permission, under the stack and nowhere else. */
function diagnostics(permission: string, otherwise = ""): string {
    return [
        "  pulumi:pulumi:Stack (private-vpc-dev):",
        "    error: a lookup in AWS: 1 problem; what depends on it was not created:",
        `      ${permission}`,
        `        AWS denied the request: User: arn:aws:iam::123456789012:user/example is not authorized to perform: ${permission} `
        + `because no identity-based policy allows the ${permission} action [aws.denied]`,
        `        → allow ${permission} for the role or user that deploys the stack${otherwise}`,
    ].join("\n");
}

function diagnosticsIn(text: string): string {
    const [, after = ""] = text.split("Diagnostics:\n");
    return after.split("\nResources:")[0]!.split("\n").filter((line) => line.trim() !== "").join("\n");
}

describe("the real engine, if AWS denies a look-up", () => {
    it("prints the permission once for all endpoints, and creates none of them", async () => {
        const permission = "ec2:DescribeVpcEndpointServices";
        const { code, text, done } = await up([permission]);
        assert.equal(code, 1, text);
        const otherwise = ", or set options.lookUp: false, and the catalogue decides";
        assert.equal(diagnosticsIn(text), diagnostics(permission, otherwise), text);
        assert.deepEqual(endpoints(done), []);
    });

    it("prints the permission for looking up the account ID", async () => {
        const { code, text } = await up(["sts:GetCallerIdentity"]);
        assert.equal(code, 1, text);
        assert.equal(diagnosticsIn(text), diagnostics("sts:GetCallerIdentity"), text);
    });

    it("deploys without the look-up if the stack turns it off", async () => {
        const { code, text, done } = await up(["ec2:DescribeVpcEndpointServices"], { options: { lookUp: false } });
        assert.equal(code, 0, text);
        assert.equal(endpoints(done).length, 8);
    });
});
