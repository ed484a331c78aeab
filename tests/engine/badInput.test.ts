import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import { findCli } from "../../emulator/engine/cli";
import { EngineStack } from "./stacks";

/** What is said where only some executables are to be had; nothing is ever built. */
function refusal(executables: { [name: string]: string }): string {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "private-vpc-cli-"));
    for (const [name, script] of Object.entries(executables)) {
        fs.writeFileSync(path.join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    }
    try {
        const cli = findCli({ PATH: folder, XDG_CACHE_HOME: folder }, () => undefined);
        return `found ${cli.version}`;
    } catch (error) {
        return (error as Error).message.replaceAll(folder, "<folder>");
    } finally {
        fs.rmSync(folder, { recursive: true });
    }
}

const fix = "Install the Pulumi CLI 3.248.0 or newer (https://www.pulumi.com/docs/install/), "
    + "or Go 1.26 or newer (https://go.dev/doc/install) to build it.";

describe("the CLI for the engine tests", () => {
    it("is reported as missing if there is none, and no Go to build it with", () => {
        assert.equal(refusal({}), `there is no pulumi on PATH, and there is no Go to build it with. ${fix}`);
    });

    it("is rejected if it is too old, or reports no version", () => {
        const needed = "and 3.248.0 or a newer 3.x is needed, and there is no Go to build it with";
        assert.equal(refusal({ pulumi: "echo v3.247.9" }), `<folder>/pulumi is version 3.247.9, ${needed}. ${fix}`);
        assert.equal(refusal({ pulumi: "echo v4.0.0" }), `<folder>/pulumi is version 4.0.0, ${needed}. ${fix}`);
        assert.equal(refusal({ pulumi: "exit 1" }), `<folder>/pulumi is of an unknown version, ${needed}. ${fix}`);
    });

    it("is the one on PATH if it is recent enough", () => {
        assert.equal(refusal({ pulumi: "echo v3.248.0" }), "found 3.248.0");
        assert.equal(refusal({ pulumi: "echo v3.300.1-alpha" }), "found 3.300.1");
    });

    it("is not available if its build fails, and Go's error is passed on", () => {
        const said = refusal({ go: "echo 'go.mod requires go >= 1.26' >&2; exit 1" });
        assert.equal(
            said,
            "there is no pulumi on PATH, and it cannot be built with <folder>/go:\ngo.mod requires go >= 1.26",
        );
    });

    it("is built in the version of the program's Pulumi SDK", () => {
        const modules = fs.readFileSync(path.join(__dirname, "../../emulator/engine/cli/go.mod"), "utf8");
        const { version } = require("@pulumi/pulumi/package.json") as { version: string };
        assert.match(modules, new RegExp(`github.com/pulumi/pulumi/pkg/v3 v${version.replaceAll(".", "\\.")}\\b`));
    });
});

describe("the real engine rejects", () => {
    let base: EngineStack;

    before(async () => {
        base = await EngineStack.create("dev");
        await base.up();
    });

    after(() => base.remove());

    it("a stack that does not exist", async () => {
        assert.match(await base.fail("preview", "--stack", "staging"), /no stack named 'staging' found/);
    });

    it("a wrong passphrase", async () => {
        const stack = base.fork();
        stack.workspace.env.PULUMI_CONFIG_PASSPHRASE = "another";
        assert.match(await stack.fail("preview", "--stack", "dev"), /incorrect passphrase/);
        stack.remove();
    });

    it("a damaged file of the emulated account, and does not change it", async () => {
        const stack = base.fork();
        stack.configure({ services: ["logs", "dynamodb"] });
        for (const damage of [fs.readFileSync(stack.accountFile, "utf8").slice(0, 999), "{}"]) {
            fs.writeFileSync(stack.accountFile, damage);
            const said = await stack.fail("up", "--yes", "--skip-preview", "--stack", "dev");
            assert.match(
                said,
                /^error: .*us-east-1\.json is damaged: it does not hold an emulated account\. Delete it.*\n$/,
            );
            assert.equal(fs.readFileSync(stack.accountFile, "utf8"), damage);
        }
        const newer = JSON.stringify({ version: 2, resources: {} });
        fs.writeFileSync(stack.accountFile, newer);
        const said = await stack.fail("preview", "--stack", "dev");
        assert.match(said, /^error: .*us-east-1\.json was written by a newer release \(version 2 of the format.*\n$/);
        assert.equal(fs.readFileSync(stack.accountFile, "utf8"), newer);
        stack.remove();
    });

    it("a property unknown to @pulumi/aws, also a nested one", async () => {
        const stack = base.fork();
        stack.workspace.writeFile(
            "index.ts",
            `import { CustomResource } from "@pulumi/pulumi";
            const dnsOptions = { privateDnsOnlyForInboundResolver: true };
            new CustomResource("aws:ec2/vpcEndpoint:VpcEndpoint", "app", { vpcID: "vpc-1", dnsOptions });`,
        );
        const said = await stack.fail("preview", "--stack", "dev");
        assert.match(said, /vpcID.*@pulumi\/aws 7\.48\.0 does not know it/s);
        assert.match(said, /dnsOptions\.privateDnsOnlyForInboundResolver.*does not know it/s);
        stack.remove();
    });
});
