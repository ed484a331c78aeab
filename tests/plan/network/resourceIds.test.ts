import * as assert from "node:assert/strict";

import * as pulumi from "@pulumi/pulumi";

import { planVpcEndpoints } from "../../../components/planner";
import { codesOf } from "../../codesOf";

const args = {
    vpcId: "vpc-0123456789abcdef0",
    vpcCidrBlock: "10.0.0.0/16",
    subnetIds: { "us-east-1a": "subnet-0a", "us-east-1b": "subnet-0b" },
    routeTableIds: ["rtb-0a", "rtb-0b"],
    services: ["sqs", "s3"],
};
const wrong = (changed: object) => planVpcEndpoints({ ...args, ...changed }).problems;

describe("the IDs of existing resources", () => {
    it("are accepted in AWS's form, and not checked if they are outputs", () => {
        assert.deepEqual(wrong({}), []);
        const late = pulumi.output("anything");
        const subnetIds = { "us-east-1a": late, "us-east-1b": late };
        assert.deepEqual(wrong({ vpcId: late, subnetIds, routeTableIds: [late, late] }), []);
        assert.deepEqual(wrong({ routeTableIds: pulumi.output(["x"]) }), []);
    });

    it("must be of the right resource type [vpc.invalid-id]", () => {
        const arn = "arn:aws:ec2:us-east-1:123456789012:subnet/subnet-0a";
        const problems = wrong({
            vpcId: "app",
            subnetIds: { "us-east-1a": arn, "us-east-1b": "rtb-0a" },
            routeTableIds: ["rtb-0a", "rtb 0b"],
            endpoints: { sqs: { securityGroupIds: ["sg-0a", "default"] } },
        });
        assert.deepEqual(codesOf(problems), [
            "vpc.invalid-id vpcId",
            "vpc.invalid-id subnetIds.us-east-1a",
            "vpc.invalid-id subnetIds.us-east-1b",
            "vpc.invalid-id routeTableIds[1]",
            "vpc.invalid-id endpoints.sqs.securityGroupIds[1]",
        ]);
        assert.equal(problems[2]!.message, `"rtb-0a" is the ID of a route table, not of a subnet`);
    });

    it("may not repeat a subnet in two zones [vpc.subnet-in-two-zones]", () => {
        const subnetIds = { "us-east-1a": "subnet-0a", "us-east-1b": "subnet-0a" };
        assert.deepEqual(codesOf(wrong({ subnetIds })), ["vpc.subnet-in-two-zones subnetIds.us-east-1b"]);
    });

    it("may be listed twice, with a warning, because the provider sends each once [list.repeated]", () => {
        const endpoints = { sqs: { securityGroupIds: ["sg-0a", "sg-0a"] } };
        const { plan } = planVpcEndpoints({ ...args, endpoints, routeTableIds: ["rtb-0a", "rtb-0a"] });
        assert.deepEqual(codesOf(plan!.warnings), [
            "list.repeated routeTableIds[1]",
            "list.repeated endpoints.sqs.securityGroupIds[1]",
        ]);
    });
});
