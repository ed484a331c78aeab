import * as assert from "node:assert/strict";

import { admission } from "../../../components/plan/endpoints/admission";
import { interfacesOf } from "../fixtures";

const reachableFrom = ["192.168.0.0/16", "10.9.0.0/16"];

describe("the sources that an interface endpoint allows", () => {
    it("are the VPC, through the shared security group, by default [if.sg-443]", () => {
        assert.deepEqual(admission("sqs-interface", {}), { securityGroup: "endpoints", sources: ["vpc"] });
        assert.deepEqual(admission("sqs-interface", { reachableFrom: [] }), {
            securityGroup: "endpoints",
            sources: ["vpc"],
        });
    });

    it("are allowedCidrBlocks instead of the VPC, through a security group of its own, each block once", () => {
        const allowedCidrBlocks = ["10.0.1.0/24", "10.0.0.0/24", "10.0.1.0/24"];
        assert.deepEqual(admission("sqs-interface", { allowedCidrBlocks }), {
            securityGroup: "sqs-interface",
            sources: ["10.0.0.0/24", "10.0.1.0/24"],
        });
    });

    it("are reachableFrom in addition to the VPC or to allowedCidrBlocks, through a security group of its own", () => {
        assert.deepEqual(admission("sqs-interface", { reachableFrom }), {
            securityGroup: "sqs-interface",
            sources: ["10.9.0.0/16", "192.168.0.0/16", "vpc"],
        });
        assert.deepEqual(admission("sqs-interface", { reachableFrom, allowedCidrBlocks: ["10.0.0.0/24"] }), {
            securityGroup: "sqs-interface",
            sources: ["10.0.0.0/24", "10.9.0.0/16", "192.168.0.0/16"],
        });
    });

    it("are left to the caller's own security groups, if given", () => {
        const given = { securityGroup: "given", sources: [] };
        assert.deepEqual(admission("sqs-interface", { securityGroupIds: ["sg-1"] }), given);
        assert.deepEqual(admission("sqs-interface", { securityGroupIds: ["sg-1"], reachableFrom }), given);
    });

    it("are every CIDR block of the VPC, also in the shared security group, each once", () => {
        const vpc = { vpcCidrBlock: "10.0.0.0/16", secondaryCidrBlocks: ["100.64.0.0/16", "10.0.0.0/16"] };
        const sources = ["100.64.0.0/16", "vpc"];
        assert.deepEqual(admission("sqs-interface", {}, vpc), { securityGroup: "endpoints", sources });
        assert.deepEqual(admission("sqs-interface", { reachableFrom: ["100.64.0.0/16", "10.9.0.0/16"] }, vpc), {
            securityGroup: "sqs-interface",
            sources: ["10.9.0.0/16", ...sources].sort(),
        });
        assert.deepEqual(admission("sqs-interface", { allowedCidrBlocks: ["10.0.0.0/24"] }, vpc).sources, [
            "10.0.0.0/24",
        ]);
    });

    it("are planned for each service by its own options", () => {
        const changed = { services: ["kms", "sqs"], endpoints: { sqs: { allowedCidrBlocks: ["10.0.0.0/24"] } } };
        const [kms, sqs] = interfacesOf(changed);
        assert.deepEqual([kms!.securityGroup, kms!.sources], ["endpoints", ["vpc"]]);
        assert.deepEqual([sqs!.securityGroup, sqs!.sources], ["sqs-interface", ["10.0.0.0/24"]]);
    });
});
