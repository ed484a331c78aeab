import * as assert from "node:assert/strict";

import { PrivateVpc, VpcEndpoints } from "../../components";
import { checkGroupNames } from "../../components/plan/groupNames";
import { runOffline } from "../../emulator/runProgram";
import { planOf } from "./fixtures";

const plan = planOf({ services: ["sqs"] });
const config = { "aws:region": "us-east-1" };

describe("the name of a component", () => {
    it("starts the names of its security groups, so AWS must accept it [component.invalid-name]", () => {
        for (const name of ["app", "sgapp", "App_1 .:/()#,@[]+=&;{}!$*", "x".repeat(237)]) {
            assert.deepEqual(checkGroupNames(name, plan), [], name);
        }
        for (const name of ["sg-app", "sg-", "büro", "a'b", "a\tb", "x".repeat(238)]) {
            assert.deepEqual(checkGroupNames(name, plan).map(({ code, path }) => [code, path]), [
                ["component.invalid-name", "name"],
            ], name);
        }
    });

    it("is checked before any resource is registered [component.invalid-name]", async () => {
        const network = { cidrBlock: "10.0.0.0/16", availabilityZones: ["us-east-1a"] };
        const existing = { vpcId: "vpc-0a", vpcCidrBlock: "10.0.0.0/16", subnetIds: { "us-east-1a": "subnet-0a" } };
        const programs = [
            () => new PrivateVpc("sg-app", network),
            () => new VpcEndpoints("sg-app", { ...existing, routeTableIds: ["rtb-0a"], services: ["sqs"] }),
        ];
        for (const program of programs) {
            await assert.rejects(runOffline(program, { config }), /it starts with sg-/);
        }
    });
});
