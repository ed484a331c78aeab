import * as assert from "node:assert/strict";

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { PrivateVpc, VpcEndpoints } from "../../components";
import { AwsMocks } from "../../emulator/testing";
import { smallVpc } from "../run";

/** Runs a program with the mocks, as a unit test does. */
async function declare(mocks: AwsMocks, program: () => unknown): Promise<unknown> {
    await pulumi.runtime.setMocks(mocks);
    return program();
}

const valueOf = <T>(output: pulumi.Output<T>) => new Promise<T>((resolve) => void output.apply(resolve));

const placement = {
    vpcId: "vpc-1",
    vpcCidrBlock: "10.0.0.0/16",
    subnetIds: { "us-east-1a": "subnet-1" },
    routeTableIds: ["rtb-1"],
};

describe("the mocks for other projects' unit tests", () => {
    it("create the resources of a program, with AWS's outputs", async () => {
        const mocks = new AwsMocks({ region: "us-east-1", accountId: "111122223333" });
        let vpc!: PrivateVpc;
        await declare(mocks, () => (vpc = new PrivateVpc("app", { ...smallVpc, services: ["s3", "sqs"] })));
        await mocks.assertAccepted();
        const endpoints = mocks.resources.filter(({ type }) => type === "aws:ec2/vpcEndpoint:VpcEndpoint");
        assert.deepEqual(endpoints.map(({ name }) => name).sort(), ["app-s3-gateway", "app-sqs-interface"]);
        assert.match(JSON.stringify(endpoints[0]!.inputs.policy), /111122223333/);
        assert.match(await valueOf(vpc.vpcId), /^vpc-/);
    });

    it("reject what AWS rejects, each request with its code and fix, once [gw.one-per-table]", async () => {
        const mocks = new AwsMocks({ region: "us-east-1" });
        const second = await declare(mocks, () => {
            new VpcEndpoints("first", { ...placement, services: ["s3"] });
            new aws.ec2.Vpc("large", { cidrBlock: "10.0.0.0/8" });
            return new aws.ec2.VpcEndpoint("second", {
                vpcId: "vpc-1",
                serviceName: "com.amazonaws.us-east-1.s3",
                routeTableIds: ["rtb-1"],
            });
        }) as aws.ec2.VpcEndpoint;
        await assert.rejects(mocks.assertAccepted(), (error: Error) => {
            assert.match(error.message, /RouteAlreadyExists/);
            assert.match(error.message, /large: InvalidVpc\.Range: .*\n {2}→ /);
            return true;
        });
        await mocks.assertAccepted();
        // A test that awaits an output of a rejected resource goes on.
        assert.equal(typeof await valueOf(second.id), "string");
    });

    it("use the Region of each provider, and of each resource with its own region", async () => {
        const mocks = new AwsMocks({ region: "us-east-1" });
        const regions = await declare(mocks, async () => {
            const provider = new aws.Provider("ireland", { region: "eu-west-1" });
            const zones = ["eu-west-1a", "eu-west-1b"];
            new PrivateVpc("app", { ...smallVpc, availabilityZones: zones, services: ["sqs"] }, { provider });
            return [await aws.getRegion(), await aws.getRegion({}, { provider })].map(({ region }) => region);
        });
        await mocks.assertAccepted();
        assert.deepEqual(regions, ["us-east-1", "eu-west-1"]);
    });

    it("return the inputs of resources that are not emulated, and the given outputs of other stacks", async () => {
        const stackReferences = { "acme/network/prod": { name: "blue" } };
        const mocks = new AwsMocks({ region: "us-east-1", stackReferences });
        const [queue, parameter, name] = await declare(mocks, async () => [
            await valueOf(new aws.sqs.Queue("jobs", { visibilityTimeoutSeconds: 60 }).visibilityTimeoutSeconds),
            (await aws.ssm.getParameter({ name: "/a" })).name,
            await valueOf(new pulumi.StackReference("acme/network/prod").requireOutput("name")),
        ]) as unknown[];
        await mocks.assertAccepted();
        assert.deepEqual([queue, parameter, name], [60, "/a", "blue"]);
    });
});
