import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { AwsMocks } from "private-vpc/testing";

const project = "private-vpc-example-lambda-dynamodb";

describe("a Lambda function in a private VPC", () => {
    const aws = new AwsMocks({ region: "us-east-1" });
    const inputsOf = (type: string) =>
        aws.resources.filter((one) => one.type === type).map(({ inputs }) => inputs as any);

    // The emulated AWS models networks. What AWS returns for other resources is for the test to add.
    const withArn = (resource: pulumi.runtime.MockResourceArgs) => {
        const { id, state } = aws.newResource(resource);
        return { id, state: { arn: `arn:aws:example:us-east-1:123456789012:${resource.name}`, ...state } };
    };

    before(async () => {
        await pulumi.runtime.setMocks({ newResource: withArn, call: (args) => aws.call(args) }, project, "test");
        pulumi.runtime.setAllConfig({ [`${project}:paymentKey`]: "example" }, [`${project}:paymentKey`]);
        require("./index");
        await aws.assertAccepted();
    }).timeout("1m");

    it("reaches DynamoDB through a free gateway and Secrets Manager through an interface, and no other service", () => {
        const endpoints = inputsOf("aws:ec2/vpcEndpoint:VpcEndpoint");
        assert.deepEqual(
            endpoints.map(({ serviceName, vpcEndpointType }) => `${vpcEndpointType} ${serviceName}`).sort(),
            [
                "Gateway com.amazonaws.us-east-1.dynamodb",
                "Interface com.amazonaws.us-east-1.secretsmanager",
            ],
        );
    });

    it("runs in the private subnets, with the security group whose egress is to the endpoints", () => {
        const [{ vpcConfig }] = inputsOf("aws:lambda/function:Function");
        const endpoints = inputsOf("aws:ec2/vpcEndpoint:VpcEndpoint");
        const { subnetIds } = endpoints.find(({ vpcEndpointType }) => vpcEndpointType === "Interface");
        assert.equal(subnetIds.length, 2);
        assert.deepEqual(vpcConfig.subnetIds, subnetIds);
        const rules = inputsOf("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule");
        assert.equal(vpcConfig.securityGroupIds.length, 1);
        assert.deepEqual(rules.map(({ securityGroupId }) => securityGroupId), [
            vpcConfig.securityGroupIds[0],
            vpcConfig.securityGroupIds[0],
        ]);
        assert.deepEqual(rules.map(({ cidrIpv4 }) => cidrIpv4), [undefined, undefined]);
    });

    it("may do through the endpoints what its role allows, and nothing else", () => {
        const [role] = inputsOf("aws:iam/rolePolicy:RolePolicy").map(({ policy }) => JSON.parse(policy).Statement);
        const allowed = inputsOf("aws:ec2/vpcEndpoint:VpcEndpoint").flatMap(({ policy }) =>
            JSON.parse(policy).Statement.filter(({ Effect }: { Effect: string }) => Effect === "Allow")
        );
        const [first, ...others] = allowed.map(({ Action, Resource }) => ({ Action, Resource }));
        assert.deepEqual(others.length, 1, JSON.stringify(allowed));
        for (const { Action, Resource } of [first, ...others]) {
            assert.ok(
                role.some((one: { Action: string; Resource: string }) =>
                    [Action].flat().includes(one.Action) && [Resource].flat().includes(one.Resource)
                ),
                JSON.stringify({ Action, Resource, role }),
            );
        }
    });
});
