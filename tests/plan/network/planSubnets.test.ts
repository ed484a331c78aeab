import * as assert from "node:assert/strict";

import { type NetworkRequest, planSubnets } from "../../../components/plan/network/planSubnets";
import { codesOf } from "../../codesOf";
import { zonesNamed } from "../fixtures";

const zones = zonesNamed("us-east-1a", "us-east-1c");
const subnetsOf = (request: NetworkRequest, some = zones) => {
    const { subnets, problems } = planSubnets(request, some);
    assert.deepEqual(problems, []);
    return subnets;
};
const problemsOf = (request: NetworkRequest, some = zones) => planSubnets(request, some).problems;

describe("the plan of the network:", () => {
    it("each zone gets the block of its own letter, without the five addresses that AWS reserves [if.reserved-ips]", () => {
        assert.deepEqual(subnetsOf({ cidrBlock: "10.0.0.0/16" }), [
            { zone: "us-east-1a", cidrBlock: "10.0.0.0/19", usableAddresses: 8187 },
            { zone: "us-east-1c", cidrBlock: "10.0.64.0/19", usableAddresses: 8187 },
        ]);
    });

    it("the smallest VPC that can be divided is a /25, with subnets of AWS's smallest size", () => {
        assert.deepEqual(subnetsOf({ cidrBlock: "10.0.0.128/25" }, zonesNamed("eu-west-1a", "eu-west-1h")), [
            { zone: "eu-west-1a", cidrBlock: "10.0.0.128/28", usableAddresses: 11 },
            { zone: "eu-west-1h", cidrBlock: "10.0.0.240/28", usableAddresses: 11 },
        ]);
    });

    it("a VPC that is too small is one problem, however many zones it has", () => {
        assert.deepEqual(codesOf(problemsOf({ cidrBlock: "10.0.0.0/26" })), ["network.too-small cidrBlock"]);
    });

    it("a malformed block is a problem", () => {
        const { subnets, problems } = planSubnets({ cidrBlock: "10.0.0/16" }, zones);
        assert.deepEqual(subnets, []);
        assert.deepEqual(codesOf(problems), ["network.invalid-cidr cidrBlock"]);
    });

    it("a block with host bits is a problem with the corrected block as the fix", () => {
        assert.deepEqual(codesOf(problemsOf({ cidrBlock: "10.0.1.0/16" })), ["network.host-bits cidrBlock"]);
    });

    it("a block larger than /16 is a problem with its first /16 as the fix", () => {
        assert.deepEqual(codesOf(problemsOf({ cidrBlock: "10.2.0.0/15" })), ["network.block-size cidrBlock"]);
    });

    it("a block smaller than /28 is a problem, and a /28 is valid", () => {
        assert.deepEqual(codesOf(problemsOf({ cidrBlock: "10.0.0.0/29" })), ["network.block-size cidrBlock"]);
        assert.deepEqual(problemsOf({ cidrBlock: "10.0.0.0/28" }, []), []);
    });

    it("a zone after the eighth letter is a problem, unless its subnet is given", () => {
        const some = zonesNamed("us-east-1h", "us-east-1i");
        assert.deepEqual(codesOf(problemsOf({ cidrBlock: "10.0.0.0/16" }, some)), [
            "network.zone-letter availabilityZones",
        ]);
        const two = problemsOf({ cidrBlock: "10.0.0.0/16" }, zonesNamed("us-east-1i", "us-east-1j"));
        assert.deepEqual(two.map(({ message }) => message.split("; ")[1]), [
            "us-east-1i is not one of them",
            "us-east-1j is not one of them",
        ]);
        const given = { "us-east-1i": "10.0.0.0/24" };
        assert.deepEqual(subnetsOf({ cidrBlock: "10.0.0.0/16", subnetCidrBlocks: given }, some), [
            { zone: "us-east-1h", cidrBlock: "10.0.224.0/19", usableAddresses: 8187 },
            { zone: "us-east-1i", cidrBlock: "10.0.0.0/24", usableAddresses: 251 },
        ]);
    });

    it("without zones no subnet is planned, and each given block is checked on its own", () => {
        const small = { cidrBlock: "10.0.0.0/26" };
        assert.deepEqual(planSubnets(small, []), { subnets: [], problems: [] });
        assert.deepEqual(codesOf(problemsOf({ ...small, subnetCidrBlocks: { "us-east-1a": "nonsense" } }, [])), [
            "network.invalid-cidr subnetCidrBlocks.us-east-1a",
        ]);
    });
});
