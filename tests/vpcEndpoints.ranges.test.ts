import * as assert from "node:assert/strict";

import * as pulumi from "@pulumi/pulumi";

import { planVpcEndpoints, VpcEndpoints, type VpcEndpointsArgs } from "../components";
import { type Run, runOffline } from "../emulator/runProgram";
import { codesOf } from "./codesOf";
import { failure, ofType, types } from "./run";

const placement = { vpcId: "vpc-1", subnetIds: { "us-east-1a": "subnet-a" }, routeTableIds: ["rtb-a"] };
const blocks = ["10.0.0.0/16", "100.64.0.0/16"];

function run(ranges: Pick<VpcEndpointsArgs, "vpcCidrBlock"> & Partial<VpcEndpointsArgs>): Promise<Run> {
    const program = () => new VpcEndpoints("app", { ...placement, services: ["sqs"], ...ranges });
    return runOffline(program, { config: { "aws:region": "us-east-1" } });
}

const allowed = (made: Run) =>
    Object.entries(ofType(made, types.ingress)).map(([name, { inputs }]) => `${name}: ${inputs.cidrIpv4}`).sort();
const codes = (vpcCidrBlock: unknown) =>
    codesOf(planVpcEndpoints({ ...placement, services: ["sqs"], vpcCidrBlock: vpcCidrBlock as string[] }).problems);

describe("the CIDR blocks of a VPC with VpcEndpoints", () => {
    it("may be a list, the first one first, and are all allowed", async () => {
        const expected = ["app-endpoints-443-100.64.0.0/16: 100.64.0.0/16", "app-endpoints-443-vpc: 10.0.0.0/16"];
        assert.deepEqual(allowed(await run({ vpcCidrBlock: blocks })), expected);
        const late = { vpcCidrBlock: [pulumi.output(blocks[0]!), blocks[1]!] };
        assert.deepEqual(allowed(await run(late)), expected);
    });

    it("give the same inputs as a single string if the list has one", async () => {
        const one = await run({ vpcCidrBlock: blocks[0]! });
        const list = await run({ vpcCidrBlock: [blocks[0]!] });
        const inputs = ({ resources }: Run) =>
            resources.filter(({ custom }) => custom).map(({ name, inputs: made }) => [name, made]);
        assert.deepEqual(inputs(list), inputs(one));
    });

    it("are one option: the key of earlier versions is rejected with its replacement", async () => {
        const separate = { vpcCidrBlock: blocks[0]!, secondaryCidrBlocks: blocks.slice(1) };
        const { problems } = await failure(run(separate));
        assert.deepEqual(codesOf(problems as []), ["args.unknown-key secondaryCidrBlocks"]);
        assert.match((problems as { hint: string }[])[0]!.hint, /list all CIDR blocks of the VPC in vpcCidrBlock/);
    });

    it("are rejected if they are no blocks, none at all, or if rules cannot be named after them", async () => {
        assert.deepEqual(codes([]), ["list.empty vpcCidrBlock"]);
        assert.deepEqual(codes(["10.0.0.0/16", "100.64.0.1/16"]), ["network.host-bits vpcCidrBlock[1]"]);
        assert.deepEqual(codes([5]), ["args.wrong-type vpcCidrBlock[0]"]);
        assert.deepEqual(codes(5), ["args.wrong-type vpcCidrBlock"]);
        const { problems } = await failure(run({ vpcCidrBlock: [blocks[0]!, pulumi.output(blocks[1]!)] }));
        assert.deepEqual(codesOf(problems as []), ["args.output vpcCidrBlock[1]"]);
    });
});
