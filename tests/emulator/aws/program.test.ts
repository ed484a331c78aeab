import * as assert from "node:assert/strict";

import * as aws from "@pulumi/aws";

import { PrivateVpc, VpcEndpoints } from "../../../components";
import { factsOf, knownServices, missingIn } from "../../../components/plan/services/serviceNames";
import { AwsError } from "../../../emulator/aws/emulatedAws";
import { runOffline } from "../../../emulator/runProgram";
import { codesOf } from "../../codesOf";
import { failure, ofType, smallVpc, types } from "../../run";

const config = { "aws:region": "us-east-1" };

describe("a program on the emulated AWS", () => {
    it("fails with what AWS would reject, as a problem with its path and a fix [gw.one-per-table]", async () => {
        const program = () => {
            const shared = { vpcId: "vpc-1", vpcCidrBlock: "10.0.0.0/16", subnetIds: { "us-east-1a": "subnet-1" } };
            new VpcEndpoints("first", { ...shared, routeTableIds: ["rtb-1"], services: ["s3"] });
            const serviceName = "com.amazonaws.us-east-1.s3";
            new aws.ec2.VpcEndpoint("second-s3-gateway", { vpcId: "vpc-1", serviceName, routeTableIds: ["rtb-1"] });
        };
        const error = await failure(runOffline(program, { config }));
        assert.ok(error instanceof AwsError, String(error));
        const [loser, winner] = error.resource.startsWith("first") ? ["first", "second"] : ["second", "first"];
        assert.deepEqual(codesOf(error.problems), [`aws.refused ${loser}-s3-gateway`]);
        assert.match(error.fix, new RegExp(`^${winner}-s3-gateway already has a route in it`));
    });

    it("creates endpoints of every known service, with every option", async function() {
        this.timeout(120_000);
        const all = knownServices.filter((service) => !missingIn("us-east-1", service));
        const quotas = { "quota.interface-per-vpc": 600 };
        const ports = Object.fromEntries(
            all.filter((service) => factsOf(service).ports === null).map((service) => [service, { ports: [443] }]),
        );
        const vpc = { ...smallVpc, services: all, quotas };
        const options = { config, context: { quotas } };
        const endpoints = {
            ...ports,
            s3: { reachableFrom: ["10.8.0.0/16"] },
            dynamodb: { reachableFrom: ["10.8.0.0/16"] },
        };
        const both = () => new PrivateVpc("app", { ...vpc, endpoints });
        assert.equal(Object.keys(ofType(await runOffline(both, options), types.endpoint)).length, all.length + 2);
    });
});
