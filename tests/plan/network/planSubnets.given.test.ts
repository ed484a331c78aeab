import * as assert from "node:assert/strict";

import { type NetworkRequest, planSubnets } from "../../../components/plan/network/planSubnets";
import { codesOf } from "../../codesOf";
import { zonesNamed } from "../fixtures";

const zones = zonesNamed("us-east-1a", "us-east-1c");
const problemsOf = (request: NetworkRequest) => planSubnets(request, zones).problems;

describe("given subnets", () => {
    const cidrBlock = "10.0.0.0/16";

    it("replace the planned ones, in a VPC of any size", () => {
        const subnetCidrBlocks = { "us-east-1a": "10.0.0.0/27", "us-east-1c": "10.0.0.32/28" };
        assert.deepEqual(planSubnets({ cidrBlock: "10.0.0.0/26", subnetCidrBlocks }, zones), {
            subnets: [
                { zone: "us-east-1a", cidrBlock: "10.0.0.0/27", usableAddresses: 27 },
                { zone: "us-east-1c", cidrBlock: "10.0.0.32/28", usableAddresses: 11 },
            ],
            problems: [],
        });
    });

    it("are a problem each if they are not CIDR blocks, with their own paths", () => {
        const subnetCidrBlocks = { "us-east-1a": "10.0.0.0", "us-east-1c": "10.0.64.1/19" };
        assert.deepEqual(codesOf(problemsOf({ cidrBlock, subnetCidrBlocks })), [
            "network.invalid-cidr subnetCidrBlocks.us-east-1a",
            "network.host-bits subnetCidrBlocks.us-east-1c",
        ]);
    });

    it("are a problem each, also if two have the same mistake", () => {
        const subnetCidrBlocks = { "us-east-1a": "10.0.0.0", "us-east-1c": "10.0.0.0" };
        const paths = problemsOf({ cidrBlock, subnetCidrBlocks }).map(({ path }) => path);
        assert.deepEqual(paths, ["subnetCidrBlocks.us-east-1a", "subnetCidrBlocks.us-east-1c"]);
    });

    it("are a problem outside the VPC's CIDR block", () => {
        assert.deepEqual(codesOf(problemsOf({ cidrBlock, subnetCidrBlocks: { "us-east-1a": "10.1.0.0/24" } })), [
            "network.outside-vpc subnetCidrBlocks.us-east-1a",
        ]);
    });

    it("are a problem if they overlap another zone's planned subnet, whichever comes first", () => {
        assert.deepEqual(codesOf(problemsOf({ cidrBlock, subnetCidrBlocks: { "us-east-1c": "10.0.16.0/20" } })), [
            "network.overlap subnetCidrBlocks.us-east-1c",
        ]);
        assert.deepEqual(codesOf(problemsOf({ cidrBlock, subnetCidrBlocks: { "us-east-1a": "10.0.64.0/28" } })), [
            "network.overlap subnetCidrBlocks.us-east-1a",
        ]);
    });

    it("are a problem for a zone that the VPC does not have", () => {
        assert.deepEqual(codesOf(problemsOf({ cidrBlock, subnetCidrBlocks: { "us-east-1b": "10.0.32.0/19" } })), [
            "zones.not-in-vpc subnetCidrBlocks.us-east-1b",
        ]);
    });
});
