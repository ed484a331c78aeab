import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { AwsMocks } from "private-vpc/testing";

const project = "private-vpc-example-lambda-dynamodb";

interface Endpoint {
    serviceName: string;
    vpcEndpointType: string;
    policy: string;
    subnetIds?: string[];
}

interface Rule {
    securityGroupId: string;
    cidrIpv4?: string;
}

interface Statement {
    Effect: string;
    Action: string | string[];
    Resource: string | string[];
    Condition?: { Bool?: { [key: string]: string } };
}

describe("a Lambda function in a private VPC", () => {
    const aws = new AwsMocks({ region: "us-east-1" });
    const inputsOf = <Inputs>(type: string) =>
        aws.resources.filter((one) => one.type === type).map(({ inputs }) => inputs as unknown as Inputs);
    const isForServices = ({ Condition }: Statement) => Condition?.Bool?.["aws:PrincipalIsAWSService"] === "true";
    const statementsOf = (policy: string) => (JSON.parse(policy) as { Statement: Statement[] }).Statement;

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

    it("reaches DynamoDB through a free gateway, Secrets Manager through an interface, and no other service", () => {
        const endpoints = inputsOf<Endpoint>("aws:ec2/vpcEndpoint:VpcEndpoint");
        assert.deepEqual(
            endpoints.map(({ serviceName, vpcEndpointType }) => `${vpcEndpointType} ${serviceName}`).sort(),
            [
                "Gateway com.amazonaws.us-east-1.dynamodb",
                "Interface com.amazonaws.us-east-1.secretsmanager",
            ],
        );
    });

    it("runs in the private subnets, with the security group whose egress is limited to the endpoints", () => {
        const [lambda] = inputsOf<{ vpcConfig: { subnetIds: string[]; securityGroupIds: string[] } }>(
            "aws:lambda/function:Function",
        );
        const endpoints = inputsOf<Endpoint>("aws:ec2/vpcEndpoint:VpcEndpoint");
        const inSubnets = endpoints.find(({ vpcEndpointType }) => vpcEndpointType === "Interface");
        assert.equal(inSubnets?.subnetIds?.length, 2);
        assert.deepEqual(lambda?.vpcConfig.subnetIds, inSubnets.subnetIds);
        const rules = inputsOf<Rule>("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule");
        const { securityGroupIds: [group, ...more] } = lambda.vpcConfig;
        assert.deepEqual(more, []);
        assert.deepEqual(rules.map(({ securityGroupId }) => securityGroupId), [group, group]);
        assert.deepEqual(rules.map(({ cidrIpv4 }) => cidrIpv4), [undefined, undefined]);
    });

    it("can do through the endpoints only what its role allows, and AWS services what they need", () => {
        const [role] = inputsOf<{ policy: string }>("aws:iam/rolePolicy:RolePolicy").map(({ policy }) =>
            statementsOf(policy)
        );
        const allowed = inputsOf<Endpoint>("aws:ec2/vpcEndpoint:VpcEndpoint").flatMap(({ policy }) =>
            statementsOf(policy).filter((one) => one.Effect === "Allow" && !isForServices(one))
        );
        assert.equal(allowed.length, 2, JSON.stringify(allowed));
        for (const { Action, Resource } of allowed) {
            assert.ok(
                role?.some((one) =>
                    [Action].flat().every((action) => [one.Action].flat().includes(action))
                    && [Resource].flat().every((resource) => [one.Resource].flat().includes(resource))
                ),
                JSON.stringify({ Action, Resource, role }),
            );
        }
    });
});
