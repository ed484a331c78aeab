import * as assert from "node:assert/strict";

import type { Made } from "../../emulator/aws/emulatedAws";
import { ipamPoolCidr } from "../../emulator/aws/ipamPools";
import { types } from "../../emulator/aws/world";
import { readState, writeState } from "../../emulator/engine/provider/stateFile";
import { EngineStack } from "./stacks";

const poolId = "ipam-pool-0123456789abcdef0";
const provisioned = (cidr: string): Made => {
    return { id: cidr, type: ipamPoolCidr, name: cidr, attributes: { ipamPoolId: poolId, cidr } };
};

/** The VPC's block and the subnets' blocks in AWS, by name. */
const blocksOf = (stack: EngineStack) =>
    readState(stack.accountFile)!.made.filter(({ type }) => [types.vpc, types.subnet].includes(type))
        .map(({ name, attributes }) => `${name} ${attributes.cidrBlock}`).sort();

describe("a VPC with a CIDR block from IPAM, on the real engine", () => {
    it("is rejected without room in the pool, deployed with it, and moves nothing when a zone is added", async () => {
        const stack = await EngineStack.create("dev", {
            "aws:region": "us-east-1",
            "private-vpc:ipam": { poolId, netmaskLength: 20 },
            "private-vpc:availabilityZones": ["us-east-1b"],
            "private-vpc:services": ["s3", "sqs"],
        });
        writeState(stack.accountFile, { made: [provisioned("10.96.0.0/21")], counts: {} });
        const refused = await stack.fail("up", "--yes", "--skip-preview", "--stack", "dev");
        assert.match(refused, /The allocation size is too big for the pool/);

        const account = readState(stack.accountFile)!;
        writeState(stack.accountFile, { ...account, made: [...account.made, provisioned("10.97.0.0/16")] });
        await stack.up();
        await stack.assertSettled();
        await stack.succeed("refresh", "--yes", "--skip-preview", "--expect-no-changes", "--stack", "dev");
        await stack.assertSettled();
        assert.deepEqual(blocksOf(stack), ["app 10.97.0.0/20", "app-us-east-1b 10.97.2.0/23"]);

        stack.configure({ availabilityZones: ["us-east-1a", "us-east-1b"] });
        const steps = await stack.preview();
        assert.deepEqual(steps.filter((step) => !step.startsWith("create ")), [
            "update VpcEndpoint app-s3-gateway: routeTableIds",
            "update VpcEndpoint app-sqs-interface: subnetIds",
        ]);
        await stack.up();
        assert.deepEqual(blocksOf(stack), [
            "app 10.97.0.0/20",
            "app-us-east-1a 10.97.0.0/23",
            "app-us-east-1b 10.97.2.0/23",
        ]);
        await stack.assertSettled();
        await stack.succeed("destroy", "--yes", "--skip-preview", "--stack", "dev");
        stack.remove();
    });
});
