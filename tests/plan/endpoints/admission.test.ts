import * as assert from "node:assert/strict";

import { admission } from "../../../components/plan/endpoints/admission";
import { interfacesOf } from "../fixtures";

const reachableFrom = ["192.168.0.0/16", "10.9.0.0/16"];

describe("whom an interface endpoint lets in", () => {
    it("is the VPC, through the shared group, where nothing is said [if.sg-443]", () => {
        assert.deepEqual(admission("sqs-interface", {}), { securityGroup: "endpoints", sources: ["vpc"] });
        assert.deepEqual(admission("sqs-interface", { reachableFrom: [] }), {
            securityGroup: "endpoints",
            sources: ["vpc"],
        });
    });

    it("is allowedCidrBlocks instead of the VPC, through a group of its own, each block once", () => {
        const allowedCidrBlocks = ["10.0.1.0/24", "10.0.0.0/24", "10.0.1.0/24"];
        assert.deepEqual(admission("sqs-interface", { allowedCidrBlocks }), {
            securityGroup: "sqs-interface",
            sources: ["10.0.0.0/24", "10.0.1.0/24"],
        });
    });

    it("is reachableFrom beside the VPC or beside allowedCidrBlocks, through a group of its own", () => {
        assert.deepEqual(admission("sqs-interface", { reachableFrom }), {
            securityGroup: "sqs-interface",
            sources: ["10.9.0.0/16", "192.168.0.0/16", "vpc"],
        });
        assert.deepEqual(admission("sqs-interface", { reachableFrom, allowedCidrBlocks: ["10.0.0.0/24"] }), {
            securityGroup: "sqs-interface",
            sources: ["10.0.0.0/24", "10.9.0.0/16", "192.168.0.0/16"],
        });
    });

    it("is for the caller's own groups to say, where they are given", () => {
        const given = { securityGroup: "given", sources: [] };
        assert.deepEqual(admission("sqs-interface", { securityGroupIds: ["sg-1"] }), given);
        assert.deepEqual(admission("sqs-interface", { securityGroupIds: ["sg-1"], reachableFrom }), given);
    });

    it("is every range of the VPC, in the shared group too, each once", () => {
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

    it("is planned for each service by its own wish", () => {
        const changed = { services: ["kms", "sqs"], endpoints: { sqs: { allowedCidrBlocks: ["10.0.0.0/24"] } } };
        const [kms, sqs] = interfacesOf(changed);
        assert.deepEqual([kms!.securityGroup, kms!.sources], ["endpoints", ["vpc"]]);
        assert.deepEqual([sqs!.securityGroup, sqs!.sources], ["sqs-interface", ["10.0.0.0/24"]]);
    });
});
