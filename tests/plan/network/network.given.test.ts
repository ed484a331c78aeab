import * as assert from "node:assert/strict";

import { type NetworkRequest, planSubnets } from "../../../components/plan/network/network";
import { zonesNamed } from "../fixtures";

const zones = zonesNamed("us-east-1a", "us-east-1c");
const problemsOf = (request: NetworkRequest) => planSubnets(request, zones).problems;

describe("subnets that are given", () => {
    const cidrBlock = "10.0.0.0/16";

    it("take the place of the planned ones, in a VPC of any size", () => {
        const subnetCidrBlocks = { "us-east-1a": "10.0.0.0/27", "us-east-1c": "10.0.0.32/28" };
        assert.deepEqual(planSubnets({ cidrBlock: "10.0.0.0/26", subnetCidrBlocks }, zones), {
            subnets: [
                { zone: "us-east-1a", cidrBlock: "10.0.0.0/27", usableAddresses: 27 },
                { zone: "us-east-1c", cidrBlock: "10.0.0.32/28", usableAddresses: 11 },
            ],
            problems: [],
        });
    });

    it("are problems where they are no block, each at its own place", () => {
        const subnetCidrBlocks = { "us-east-1a": "10.0.0.0", "us-east-1c": "10.0.64.1/19" };
        assert.deepEqual(problemsOf({ cidrBlock, subnetCidrBlocks }), [
            {
                path: "subnetCidrBlocks.us-east-1a",
                message: `"10.0.0.0" is not an IPv4 CIDR block`,
                hint: "write it as 10.0.0.0/16",
            },
            {
                path: "subnetCidrBlocks.us-east-1c",
                message: "10.0.64.1/19 has bits set behind its prefix",
                hint: "use 10.0.64.0/19",
            },
        ]);
    });

    it("are a problem for each of them, also where the same is wrong with two", () => {
        const subnetCidrBlocks = { "us-east-1a": "10.0.0.0", "us-east-1c": "10.0.0.0" };
        const paths = problemsOf({ cidrBlock, subnetCidrBlocks }).map(({ path }) => path);
        assert.deepEqual(paths, ["subnetCidrBlocks.us-east-1a", "subnetCidrBlocks.us-east-1c"]);
    });

    it("are a problem outside the VPC's block", () => {
        assert.deepEqual(problemsOf({ cidrBlock, subnetCidrBlocks: { "us-east-1a": "10.1.0.0/24" } }), [{
            path: "subnetCidrBlocks.us-east-1a",
            message: "10.1.0.0/24 does not lie in the VPC's 10.0.0.0/16",
            hint: "use a block inside 10.0.0.0/16",
        }]);
    });

    it("are a problem on another zone's planned slot, whichever of the two comes first", () => {
        const hint = "give the two subnets blocks that share no address";
        assert.deepEqual(problemsOf({ cidrBlock, subnetCidrBlocks: { "us-east-1c": "10.0.16.0/20" } }), [{
            path: "subnetCidrBlocks.us-east-1c",
            message: "10.0.16.0/20 of us-east-1c and 10.0.0.0/19 of us-east-1a overlap",
            hint,
        }]);
        assert.deepEqual(problemsOf({ cidrBlock, subnetCidrBlocks: { "us-east-1a": "10.0.64.0/28" } }), [{
            path: "subnetCidrBlocks.us-east-1a",
            message: "10.0.64.0/19 of us-east-1c and 10.0.64.0/28 of us-east-1a overlap",
            hint,
        }]);
    });

    it("are a problem for a zone the VPC does not have", () => {
        assert.deepEqual(problemsOf({ cidrBlock, subnetCidrBlocks: { "us-east-1b": "10.0.32.0/19" } }), [{
            path: "subnetCidrBlocks.us-east-1b",
            message: "us-east-1b is not a zone of the VPC",
            hint: "name a zone of the VPC: us-east-1a, us-east-1c",
        }]);
    });
});
