import * as assert from "node:assert/strict";

import { picture } from "../../cli/report/picture";
import { comparePlans, planPrivateVpc, type PrivateVpcArgs } from "../../components";
import { refusedByProtection } from "../../components/report/protection";
import { heading, sections } from "../../components/report/sections";
import { runVpc } from "../run";

const block = "100.64.0.0/16";
const network = { cidrBlock: "10.0.0.0/16", availabilityZones: ["us-east-1a", "us-east-1b"], services: ["sqs"] };
const planOf = (args: Partial<PrivateVpcArgs> = {}) => planPrivateVpc({ ...network, ...args }).plan!;
const one = { secondaryCidrBlocks: [{ cidrBlock: block, availabilityZones: ["us-east-1b"] }] };

describe("the report of a VPC with a secondary CIDR block", () => {
    it("names it in the heading, and its subnets as those without interface endpoints", () => {
        assert.equal(heading(planOf(one)), `us-east-1 · 10.0.0.0/16, ${block}`);
        const { table } = sections(planOf(one)).find(({ title }) => title === "Network")!;
        assert.deepEqual(table?.rows.slice(1), [
            ["us-east-1b", "10.0.32.0/19", "8,187", "1"],
            ["us-east-1b", "100.64.32.0/19", "8,187", "none"],
        ]);
    });

    it("lists it and its subnets as added, removed or replaced since an earlier plan", () => {
        const moved = { ...one.secondaryCidrBlocks[0]!, subnetCidrBlocks: { "us-east-1b": "100.64.128.0/17" } };
        assert.deepEqual(comparePlans(planOf(), planOf(one)).network, [
            { field: `secondary CIDR block ${block}`, before: "", after: block },
            { field: `subnet of us-east-1b in ${block}`, before: "", after: "100.64.32.0/19" },
        ]);
        assert.deepEqual(comparePlans(planOf(one), planOf({ secondaryCidrBlocks: [moved] })).network, [
            { field: `subnet of us-east-1b in ${block}`, before: "100.64.32.0/19", after: "100.64.128.0/17" },
        ]);
    });

    it("names the subnet that a protected stack cannot replace, and not that of the first block in the same zone", async () => {
        const moved = { ...one.secondaryCidrBlocks[0]!, subnetCidrBlocks: { "us-east-1b": "100.64.128.0/17" } };
        const protect = () => ({ protect: true });
        const before = await runVpc({ ...network, ...one }, protect);
        const after = await runVpc({ ...network, secondaryCidrBlocks: [moved] }, protect);
        assert.deepEqual(refusedByProtection(before.plans[0]!, after.plans[0]!), [`Subnet app-${block}-us-east-1b`]);
        const gone = await runVpc(network, protect);
        assert.deepEqual(refusedByProtection(before.plans[0]!, gone.plans[0]!), [
            `VpcIpv4CidrBlockAssociation app-${block}`,
            `Subnet app-${block}-us-east-1b`,
            `RouteTableAssociation app-${block}-us-east-1b`,
            `SecurityGroupIngressRule app-endpoints-443-${block}`,
        ]);
    });

    it("shows its subnets in the picture, below those with interface endpoints", () => {
        const text = picture(planOf(one));
        assert.ok(text.includes(`VPC 10.0.0.0/16, ${block}`));
        assert.ok(text.includes("100.64.32.0/19"));
        assert.equal(text.match(/Subnet for workloads/g)?.length, 1);
    });
});
