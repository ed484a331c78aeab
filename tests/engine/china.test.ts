import * as assert from "node:assert/strict";

import { readState, writeState } from "../../emulator/engine/provider/stateFile";
import { types } from "../run";
import { EngineStack } from "./stacks";

const config = {
    "aws:region": "cn-north-1",
    "private-vpc:cidrBlock": "10.20.0.0/16",
    "private-vpc:availabilityZones": ["cn-north-1a"],
    "private-vpc:services": ["s3"],
    "private-vpc:endpoints": { s3: { reachableFrom: ["10.200.0.0/16"] } },
};

const refresh = ["refresh", "--yes", "--skip-preview", "--stack", "dev"];

/** What AWS has of the endpoints' DNS options. */
function dnsOptionsOf({ accountFile }: EngineStack): unknown[] {
    const endpoints = readState(accountFile)!.made.filter(({ type }) => type === types.endpoint);
    return endpoints.map(({ attributes }) => attributes.dnsOptions);
}

describe("S3 in China on the real engine", () => {
    let base: EngineStack;

    before(async () => {
        base = await EngineStack.create("dev", config);
        await base.up();
    });

    after(() => base.remove());

    it("has its gateway and an interface with AWS's default, and no changes left [s3.inbound-only-default] [name.china]", async () => {
        assert.deepEqual(dnsOptionsOf(base), [undefined, { privateDnsOnlyForInboundResolverEndpoint: true }]);
        await base.assertSettled();
        await base.succeed(...refresh, "--expect-no-changes");
        await base.assertSettled();
    });

    it("has no changes left if AWS reports no flag either [s3.inbound-only-default] [name.china]", async () => {
        const stack = base.fork();
        const { made, counts } = readState(stack.accountFile)!;
        for (const { attributes } of made.filter(({ type }) => type === types.endpoint)) delete attributes.dnsOptions;
        writeState(stack.accountFile, { made, counts });
        await stack.succeed(...refresh);
        assert.deepEqual(await stack.preview(), []);
        stack.remove();
    });

    it("never converges on a flag that differs from AWS's default, since the provider does not send it [s3.inbound-only-default]", async () => {
        const stack = base.fork();
        const program = (dnsOptions: string) => `
            import * as ec2 from "@pulumi/aws/ec2";
            const vpc = new ec2.Vpc("vpc", { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true });
            const gateway = { vpcId: vpc.id, serviceName: "com.amazonaws.cn-north-1.s3", vpcEndpointType: "Gateway" };
            const dependsOn = [new ec2.VpcEndpoint("gateway", gateway)];
            new ec2.VpcEndpoint("interface", {
                vpcId: vpc.id,
                serviceName: "cn.com.amazonaws.cn-north-1.s3",
                vpcEndpointType: "Interface",
                privateDnsEnabled: true,
                ${dnsOptions}
            }, { dependsOn });
        `;
        stack.workspace.writeFile(
            "index.ts",
            program("dnsOptions: { privateDnsOnlyForInboundResolverEndpoint: false },"),
        );
        await stack.up();
        const difference = ["update VpcEndpoint interface: dnsOptions"];
        assert.deepEqual(await stack.preview(), difference);
        await stack.up();
        assert.deepEqual(await stack.preview(), difference);
        stack.workspace.writeFile("index.ts", program(""));
        assert.deepEqual(await stack.preview(), []);
        stack.remove();
    });
});
