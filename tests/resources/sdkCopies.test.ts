import * as assert from "node:assert/strict";

import * as pulumi from "@pulumi/pulumi";

import { VpcEndpoints } from "../../components";
import { copies } from "../../components/resources/sdkCopies";
import { runOffline } from "../../emulator/runProgram";

const own = "/app/node_modules/@pulumi/pulumi/index.js";

describe("copies of Pulumi's packages", () => {
    it("are found by the folders of loaded files, also in those of pnpm, Yarn and Windows", () => {
        const folders = (...files: string[]) => copies([own, ...files]).map(({ message }) => message.split(":")[0]);
        assert.deepEqual(
            folders("/app/node_modules/@pulumi/pulumi/output.js", "/app/node_modules/@pulumi/aws/vpc.js"),
            [],
        );
        assert.deepEqual(folders("/app/node_modules/@pulumi/pulumi-extra/node_modules/x.js"), []);
        assert.deepEqual(folders("/app/node_modules/.pnpm/a/node_modules/@pulumi/pulumi/index.js"), [
            "2 copies of @pulumi/pulumi are loaded, from /app/node_modules/.pnpm/a/node_modules/@pulumi/pulumi and "
            + "/app/node_modules/@pulumi/pulumi",
        ]);
        const windows = ["b", "c"].map((name) => `D:\\${name}\\node_modules\\@pulumi\\aws\\vpc.js`);
        assert.equal(copies(windows).length, 1);
    });

    it("are a warning of the program's first component, and of no other", async () => {
        const { warn } = pulumi.log;
        const warnings: string[] = [];
        Object.assign(pulumi.log, { warn: async (message: string) => void warnings.push(message) });
        require.cache[own] = module;
        const args = {
            vpcId: "vpc-0123456789abcdef0",
            vpcCidrBlock: "10.0.0.0/16",
            subnetIds: { "us-east-1a": "subnet-a" },
            routeTableIds: ["rtb-a"],
        };
        try {
            await runOffline(() => ["app", "web"].map((name) => new VpcEndpoints(name, args)), {
                config: { "aws:region": "us-east-1" },
            });
        } finally {
            delete require.cache[own];
            Object.assign(pulumi.log, { warn });
        }
        assert.equal(
            warnings.filter((text) => text.endsWith(" [component.sdk-copies]")).length,
            1,
            warnings.join("\n"),
        );
    });
});
