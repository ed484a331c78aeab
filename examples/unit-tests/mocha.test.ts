import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { AwsMocks } from "private-vpc/testing";

describe("the private VPC, in mocha", () => {
    const aws = new AwsMocks({ region: "us-east-1" });
    before(() => pulumi.runtime.setMocks(aws)).timeout("1m");
    afterEach(() => aws.assertAccepted());

    it("has an endpoint for each service", async () => {
        require("./index");
        await aws.assertAccepted();
        const endpoints = aws.resources.filter(({ type }) => type === "aws:ec2/vpcEndpoint:VpcEndpoint");
        assert.deepEqual(endpoints.map(({ name }) => name).sort(), ["app-s3-gateway", "app-sqs-interface"]);
    }).timeout("1m");
});

describe("a second gateway endpoint, in mocha", () => {
    it("is rejected, as it would be by AWS", async () => {
        const aws = new AwsMocks({ region: "us-east-1" });
        await pulumi.runtime.setMocks(aws);
        require("./secondGateway");
        await assert.rejects(aws.assertAccepted(), /RouteAlreadyExists/);
    }).timeout("1m");
});
