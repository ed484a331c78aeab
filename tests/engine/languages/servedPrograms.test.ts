import * as assert from "node:assert/strict";

import type { Served } from "../../../emulator/engine/grpc";
import { providerFolder } from "./consumer";
import { InstantEngine, ProviderHost } from "./providerHost";

const endpoints = {
    vpcId: "vpc-0123456789abcdef0",
    vpcCidrBlock: "10.0.0.0/16",
    subnetIds: { "us-east-1a": "subnet-0123456789abcdef0" },
    routeTableIds: ["rtb-0123456789abcdef0"],
    services: ["s3", "sqs"],
};

describe("a provider that serves two programs", function() {
    this.timeout(300_000);
    let engine: InstantEngine;
    let provider: ProviderHost;
    let programs: Served[];

    before(async () => {
        engine = await InstantEngine.start();
        programs = await Promise.all([engine.runProgram(), engine.runProgram()]);
        provider = await ProviderHost.start(providerFolder, engine.address);
    });

    after(() => {
        provider.close();
        for (const program of programs) program.close();
        engine.close();
    });

    it("reports conflicts between components of one program, and none between programs", async () => {
        const [one, other] = programs;
        await provider.construct(one!, "VpcEndpoints", "app", endpoints);
        await provider.construct(other!, "VpcEndpoints", "web", endpoints);
        const second = provider.construct(one!, "VpcEndpoints", "web", endpoints);
        await assert.rejects(second, ({ message }: Error) => {
            assert.match(message, /\[gw\.one-per-table\]/);
            assert.match(message, /\[if\.private-dns-conflict\]/);
            return /^[^]*web: 2 problems; nothing was created/.test(message);
        });
    });
});
