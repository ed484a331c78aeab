import * as assert from "node:assert/strict";

import type { SecondaryCidrBlockArgs } from "../../../components";
import { codesOf } from "../../codesOf";
import { planOf, problemsOf } from "../fixtures";

const blocks = (...cidrBlocks: string[]) => cidrBlocks.map((cidrBlock) => ({ cidrBlock }));
const codes = (secondaryCidrBlocks: SecondaryCidrBlockArgs[], cidrBlock = "10.5.0.0/16", more = {}) =>
    codesOf(problemsOf({ cidrBlock, secondaryCidrBlocks, ...more }));
const first = "secondaryCidrBlocks[0]";

describe("the planned secondary CIDR blocks of a VPC", () => {
    it("have a subnet in every zone, an eighth of the block by the zone's letter", () => {
        const { network } = planOf({ secondaryCidrBlocks: blocks("100.64.0.0/16") });
        assert.deepEqual(network.secondaryCidrBlocks, [{
            cidrBlock: "100.64.0.0/16",
            subnets: [
                { zone: "us-east-1a", cidrBlock: "100.64.0.0/19", usableAddresses: 8187 },
                { zone: "us-east-1b", cidrBlock: "100.64.32.0/19", usableAddresses: 8187 },
            ],
        }]);
        assert.deepEqual(network.subnets, planOf({}).network.subnets);
        assert.ok(!("secondaryCidrBlocks" in planOf({}).network));
    });

    it("have subnets only in the given zones, and with the given blocks, or none", () => {
        const subnetCidrBlocks = { "us-east-1b": "100.64.128.0/17" };
        const one = [{ cidrBlock: "100.64.0.0/16", availabilityZones: ["us-east-1b"], subnetCidrBlocks }];
        assert.deepEqual(planOf({ secondaryCidrBlocks: one }).network.secondaryCidrBlocks?.[0]?.subnets, [
            { zone: "us-east-1b", cidrBlock: "100.64.128.0/17", usableAddresses: 32763 },
        ]);
        const none = [{ cidrBlock: "100.64.0.0/16", availabilityZones: [] }];
        assert.deepEqual(planOf({ secondaryCidrBlocks: none }).network.secondaryCidrBlocks?.[0]?.subnets, []);
    });

    it("are sources of every interface endpoint, and move none into another subnet or group", () => {
        const plain = planOf({ services: ["sqs", "s3"] });
        const { endpoints, securityGroups } = planOf({
            services: ["sqs", "s3"],
            secondaryCidrBlocks: blocks("100.64.0.0/16"),
        });
        assert.deepEqual(securityGroups[0]!.ingress.map(({ source }) => source), ["100.64.0.0/16", "vpc"]);
        const [sqs, before] = [endpoints, plain.endpoints].map((all) => all.find(({ name }) => name.startsWith("sqs")));
        assert.deepEqual({ ...sqs, sources: ["vpc"] }, before);
    });

    it("are associated in an order that AWS accepts, whatever order they are listed in", () => {
        const listed = blocks("100.64.0.0/16", "10.1.0.0/16", "44.0.0.0/16", "10.7.0.0/16", "10.0.0.0/16");
        const { network } = planOf({
            cidrBlock: "10.5.0.0/16",
            secondaryCidrBlocks: listed,
            quotas: { "quota.cidrs-per-vpc": 6 },
        });
        assert.deepEqual(network.secondaryCidrBlocks?.map(({ cidrBlock }) => cidrBlock), [
            "10.0.0.0/16",
            "10.1.0.0/16",
            "10.7.0.0/16",
            "44.0.0.0/16",
            "100.64.0.0/16",
        ]);
    });

    it("are of ranges that AWS combines with the first one [network.combined-ranges]", () => {
        const refused = ["network.combined-ranges secondaryCidrBlocks[0].cidrBlock"];
        const cases: [string, string][] = [
            ["10.5.0.0/16", "172.16.0.0/16"],
            ["10.5.0.0/16", "192.168.0.0/20"],
            ["10.5.0.0/16", "198.19.0.0/16"],
            ["10.0.0.0/20", "10.0.16.0/20"],
            ["10.1.0.0/16", "10.0.0.0/16"],
            ["172.16.0.0/16", "10.0.0.0/16"],
            ["172.16.0.0/16", "172.31.0.0/16"],
            ["192.168.0.0/24", "10.0.0.0/16"],
            ["198.19.0.0/16", "10.0.0.0/16"],
            ["100.64.0.0/16", "10.0.0.0/16"],
            ["44.0.0.0/16", "198.19.0.0/16"],
        ];
        for (const [cidrBlock, other] of cases) {
            assert.deepEqual(codes(blocks(other), cidrBlock), refused, `${cidrBlock} ${other}`);
        }
        const allowed: [string, string][] = [
            ["10.5.0.0/16", "10.0.0.0/16"],
            ["10.0.0.0/16", "10.1.0.0/16"],
            ["10.5.0.0/16", "44.0.0.0/16"],
            ["172.31.0.0/16", "172.16.0.0/16"],
            ["192.168.0.0/24", "192.168.1.0/24"],
            ["192.168.0.0/24", "100.64.0.0/16"],
            ["198.19.0.0/16", "100.64.0.0/16"],
            ["198.19.0.0/17", "198.19.128.0/17"],
            ["100.64.0.0/16", "100.65.0.0/16"],
        ];
        for (const [cidrBlock, other] of allowed) planOf({ cidrBlock, secondaryCidrBlocks: blocks(other) });
    });

    it("overlap neither the first one nor each other [network.range-overlap]", () => {
        assert.deepEqual(codes(blocks("10.5.128.0/17")), ["network.range-overlap secondaryCidrBlocks[0].cidrBlock"]);
        assert.deepEqual(codes(blocks("100.64.0.0/16", "100.64.0.0/16")), [
            "network.range-overlap secondaryCidrBlocks[1].cidrBlock",
        ]);
    });

    it("are at most five with the first one, unless the quota is raised, to fifty at most [quota.cidrs-per-vpc]", () => {
        const five = blocks("10.6.0.0/16", "10.7.0.0/16", "10.8.0.0/16", "10.9.0.0/16", "10.10.0.0/16");
        assert.deepEqual(codes(five), ["quota.cidrs-per-vpc secondaryCidrBlocks"]);
        planOf({ cidrBlock: "10.5.0.0/16", secondaryCidrBlocks: five.slice(1) });
        planOf({ cidrBlock: "10.5.0.0/16", secondaryCidrBlocks: five, quotas: { "quota.cidrs-per-vpc": 6 } });
        assert.deepEqual(codes([], "10.5.0.0/16", { quotas: { "quota.cidrs-per-vpc": 51 } }), [
            "quota.too-high quotas.quota.cidrs-per-vpc",
        ]);
    });

    it("are blocks that AWS allows, with subnets in them and in zones of the VPC", () => {
        assert.deepEqual(codes(blocks("10.6.0.0")), [`network.invalid-cidr ${first}.cidrBlock`]);
        assert.deepEqual(codes(blocks("10.6.0.0/15")), [`network.block-size ${first}.cidrBlock`]);
        assert.deepEqual(codes(blocks("169.254.0.0/16")), [`network.restricted-range ${first}.cidrBlock`]);
        assert.deepEqual(codes(blocks("10.6.0.0/26")), [`network.too-small ${first}.cidrBlock`]);
        const cidrBlock = "10.6.0.0/16";
        assert.deepEqual(codes([{ cidrBlock, availabilityZones: ["us-east-1c"] }]), [
            `zones.not-in-vpc ${first}.availabilityZones[0]`,
        ]);
        assert.deepEqual(codes([{ cidrBlock, availabilityZones: ["us-east-1a", "us-east-1a"] }]), [
            `if.subnet-per-az ${first}.availabilityZones[1]`,
        ]);
        assert.deepEqual(codes([{ cidrBlock, subnetCidrBlocks: { "us-east-1a": "10.5.0.0/24" } }]), [
            `network.outside-vpc ${first}.subnetCidrBlocks.us-east-1a`,
        ]);
        assert.deepEqual(codes([{ cidrBlock, subnetCidrBlocks: { "us-east-1a": "10.6.32.0/19" } }]), [
            `network.overlap ${first}.subnetCidrBlocks.us-east-1a`,
        ]);
        assert.deepEqual(codes([{ cidrBlock, subnetCidrBlocks: { "us-east-1c": "10.6.32.0/19" } }]), [
            `zones.not-in-vpc ${first}.subnetCidrBlocks.us-east-1c`,
        ]);
    });

    it("are warned about if they are public, or Docker's", () => {
        const warnings = (cidrBlock: string, other: string) =>
            codesOf(planOf({ cidrBlock, secondaryCidrBlocks: blocks(other) }).warnings);
        assert.deepEqual(warnings("10.5.0.0/16", "44.0.0.0/16"), [`network.public-range ${first}.cidrBlock`]);
        assert.deepEqual(warnings("172.16.0.0/16", "172.17.0.0/16"), [`network.docker-range ${first}.cidrBlock`]);
    });
});
