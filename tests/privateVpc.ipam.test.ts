import * as assert from "node:assert/strict";

import { planPrivateVpc, PrivateVpc, type PrivateVpcArgs } from "../components";
import { heading, sections } from "../components/report/sections";
import { ipamPoolCidr } from "../emulator/aws/ipamPools";
import { type Run, runOffline } from "../emulator/runProgram";
import { codesOf } from "./codesOf";
import { failure, identities, ofType, types } from "./run";

const poolId = "ipam-pool-0123456789abcdef0";
const args: PrivateVpcArgs = {
    ipam: { poolId, netmaskLength: 20 },
    availabilityZones: ["us-east-1a", "us-east-1c"],
    services: ["sqs"],
};

/** Runs a program in an account whose pool has these blocks. */
function runWith(cidrs: string[], changed: Partial<PrivateVpcArgs> = {}, preview = false): Promise<Run> {
    const resources = cidrs.map((cidr) => {
        return { id: `${poolId}_${cidr}`, type: ipamPoolCidr, name: cidr, attributes: { ipamPoolId: poolId, cidr } };
    });
    const program = () => new PrivateVpc("app", { ...args, ...changed });
    return runOffline(program, { config: { "aws:region": "us-east-1" }, context: { resources }, preview });
}

const blocks = (run: Run) =>
    Object.fromEntries(Object.entries(ofType(run, types.subnet)).map(([name, { inputs }]) => [name, inputs.cidrBlock]));

describe("PrivateVpc with a CIDR block from IPAM", () => {
    it("takes its addresses from the allocation, each subnet an eighth by its zone's letter", async () => {
        const run = await runWith(["10.96.0.0/16"]);
        const { tags: _, ...inputs } = ofType(run, types.vpc).app!.inputs;
        assert.deepEqual(inputs, {
            ipv4IpamPoolId: poolId,
            ipv4NetmaskLength: 20,
            enableDnsSupport: true,
            enableDnsHostnames: true,
        });
        assert.equal(run.outputs.cidrBlock, "10.96.0.0/20");
        assert.deepEqual(blocks(run), { "app-us-east-1a": "10.96.0.0/23", "app-us-east-1c": "10.96.4.0/23" });
        assert.equal(ofType(run, types.ingress)["app-endpoints-443-vpc"]?.inputs.cidrIpv4, "10.96.0.0/20");
    });

    it("moves no subnet if zones are added", async () => {
        const more = await runWith(["10.96.0.0/16"], { availabilityZones: ["us-east-1c", "us-east-1b", "us-east-1a"] });
        assert.deepEqual(blocks(more), {
            "app-us-east-1a": "10.96.0.0/23",
            "app-us-east-1b": "10.96.2.0/23",
            "app-us-east-1c": "10.96.4.0/23",
        });
    });

    it("creates the same resources in a preview, in which the addresses are unknown", async () => {
        const preview = await runWith(["10.96.0.0/16"], {}, true);
        assert.deepEqual(identities(preview), identities(await runWith(["10.96.0.0/16"])));
        assert.deepEqual(Object.values(blocks(preview)).filter((block) => String(block).includes("/")), []);
    });

    it("is rejected by AWS if the pool has no room for its block", async () => {
        const error = await failure(runWith(["10.96.0.0/21"]));
        assert.match(error.message, /The allocation size is too big for the pool/);
    });

    it("is reported with the sizes of its subnets, and with what IPAM charges", () => {
        const plan = planPrivateVpc(args).plan!;
        assert.equal(heading(plan), "us-east-1 · /20 from IPAM");
        const all = sections(plan);
        const [first] = all.find(({ title }) => title === "Network")!.table!.rows;
        assert.deepEqual(first, ["us-east-1a", "/23 from IPAM", "507", "1"]);
        assert.ok(all.find(({ title }) => title === "Cost")!.lines!.some((line) => /IPAM's Advanced Tier/.test(line)));
    });

    it("needs either cidrBlock or ipam", () => {
        const { problems } = planPrivateVpc({ availabilityZones: ["us-east-1a"] });
        assert.deepEqual(codesOf(problems), ["args.not-set cidrBlock"]);
    });
});
