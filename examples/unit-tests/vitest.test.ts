import * as pulumi from "@pulumi/pulumi";
import { AwsMocks } from "private-vpc/testing";
import { afterEach, beforeAll, describe, expect, it } from "vitest";

describe("the private VPC, in vitest", () => {
    const aws = new AwsMocks({ region: "us-east-1" });
    beforeAll(() => pulumi.runtime.setMocks(aws), 60_000);
    afterEach(() => aws.assertAccepted());

    it("has an endpoint for each service", async () => {
        await import("./index");
        await aws.assertAccepted();
        const endpoints = aws.resources.filter(({ type }) => type === "aws:ec2/vpcEndpoint:VpcEndpoint");
        expect(endpoints.map(({ name }) => name).sort()).toEqual(["app-s3-gateway", "app-sqs-interface"]);
    }, 60_000);
});

describe("a second gateway endpoint, in vitest", () => {
    it("is rejected, as it would be by AWS", async () => {
        const aws = new AwsMocks({ region: "us-east-1" });
        await pulumi.runtime.setMocks(aws);
        await import("./secondGateway");
        await expect(aws.assertAccepted()).rejects.toThrow(/RouteAlreadyExists/);
    }, 60_000);
});
