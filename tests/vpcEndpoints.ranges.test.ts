import * as assert from "node:assert/strict";

import * as pulumi from "@pulumi/pulumi";

import { planVpcEndpoints, VpcEndpoints, type VpcEndpointsArgs } from "../components";
import { type Run, runOffline } from "../emulator/runProgram";
import { codesOf } from "./codesOf";
import { failure, ofType, types } from "./run";

const placement = { vpcId: "vpc-1", subnetIds: { "us-east-1a": "subnet-a" }, routeTableIds: ["rtb-a"] };
const placed = { ...placement, services: ["sqs"] };
const blocks = ["10.0.0.0/16", "100.64.0.0/16"];

function run(ranges: Pick<VpcEndpointsArgs, "vpcCidrBlock"> & Partial<VpcEndpointsArgs>): Promise<Run> {
    const program = () => new VpcEndpoints("app", { ...placed, ...ranges });
    return runOffline(program, { config: { "aws:region": "us-east-1" } });
}

const allowed = (made: Run) =>
    Object.entries(ofType(made, types.ingress)).map(([name, { inputs }]) => `${name}: ${inputs.cidrIpv4}`).sort();
const codes = (vpcCidrBlock: unknown) =>
    codesOf(planVpcEndpoints({ ...placed, vpcCidrBlock: vpcCidrBlock as string[] }).problems);

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

    it("may be in two options, as in earlier versions, with a warning", async () => {
        const separate = { vpcCidrBlock: blocks[0]!, secondaryCidrBlocks: blocks.slice(1) };
        assert.deepEqual(allowed(await run(separate)), allowed(await run({ vpcCidrBlock: blocks })));
        const { plan } = planVpcEndpoints({ ...placed, ...separate });
        assert.deepEqual(codesOf(plan!.warnings), ["args.deprecated secondaryCidrBlocks"]);
        assert.match(
            plan!.warnings[0]!.message,
            /^vpcCidrBlock replaces the option secondaryCidrBlocks/,
        );
        const wrong = planVpcEndpoints({ ...placed, vpcCidrBlock: blocks[0]!, secondaryCidrBlocks: ["100.64.0.1/16"] });
        assert.deepEqual(codesOf(wrong.problems), ["network.host-bits secondaryCidrBlocks[0]"]);
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
