import * as assert from "node:assert/strict";

import { planVpc, type VpcRequest } from "../../../components/plan/planVpc";
import { codesOf } from "../../codesOf";
import { templates } from "../fixtures";

const poolId = "ipam-pool-0123456789abcdef0";
const zones = ["us-east-1a", "us-east-1c"];
const planWith = (netmaskLength: number, more: Partial<VpcRequest> = {}) =>
    planVpc({ ipam: { poolId, netmaskLength }, availabilityZones: zones, ...more }, templates);
const codes = (netmaskLength: number, more?: Partial<VpcRequest>) => codesOf(planWith(netmaskLength, more).problems);

describe("a VPC with a CIDR block from IPAM", () => {
    it("is planned without its addresses, with the sizes of its subnets", () => {
        const { plan } = planWith(20, { services: ["sqs"] });
        assert.deepEqual(plan?.network, {
            cidrBlock: null,
            ipam: { poolId, netmaskLength: 20 },
            subnets: zones.map((zone) => ({ zone, cidrBlock: null, usableAddresses: 507 })),
        });
        assert.deepEqual(plan?.securityGroups[0]?.ingress.map(({ source }) => source), ["vpc"]);
        const late = planVpc(
            { ipam: { poolId: Promise.resolve(poolId), netmaskLength: 20 }, availabilityZones: zones },
            {
                ...templates,
            },
        );
        assert.equal(late.plan?.network.ipam?.poolId, null);
    });

    it("has a block of a size that AWS allows and that eight subnets fit in", () => {
        assert.deepEqual(codes(15), ["network.block-size ipam.netmaskLength"]);
        assert.deepEqual(codes(29), ["network.block-size ipam.netmaskLength"]);
        assert.deepEqual(codes(20.5), ["network.block-size ipam.netmaskLength"]);
        assert.deepEqual(codes(26), ["network.too-small ipam.netmaskLength"]);
        assert.deepEqual(codes(25), []);
    });

    it("has no block and no subnets' blocks of the caller's, and a pool's ID", () => {
        assert.deepEqual(codes(20, { cidrBlock: "10.0.0.0/20" }), ["network.ipam-and-block ipam"]);
        assert.deepEqual(codes(20, { subnetCidrBlocks: { "us-east-1a": "10.0.0.0/24" } }), [
            "network.ipam-and-block subnetCidrBlocks",
        ]);
        const ipam = { poolId: "vpc-0123456789abcdef0", netmaskLength: 20 };
        assert.deepEqual(codes(20, { ipam }), ["vpc.invalid-id ipam.poolId"]);
    });

    it("has room for its interface endpoints", () => {
        const services = [
            "athena",
            "batch",
            "codebuild",
            "ecs",
            "events",
            "glue",
            "kms",
            "logs",
            "sns",
            "sqs",
            "ssm",
            "sts",
        ];
        assert.deepEqual(codes(25, { services }), [
            "network.subnet-full ipam.netmaskLength",
            "network.subnet-full ipam.netmaskLength",
        ]);
    });
});
