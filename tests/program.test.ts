import * as assert from "node:assert/strict";

import { identities, ofType, runStack, types } from "./run";

describe("the program", () => {
    it("creates for stack dev exactly these resources", async () => {
        assert.deepEqual(identities(await runStack("dev")), [
            "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup::app-default",
            "aws:ec2/routeTable:RouteTable::app-us-east-1a",
            "aws:ec2/routeTable:RouteTable::app-us-east-1b",
            "aws:ec2/routeTableAssociation:RouteTableAssociation::app-us-east-1a",
            "aws:ec2/routeTableAssociation:RouteTableAssociation::app-us-east-1b",
            "aws:ec2/securityGroup:SecurityGroup::app-client",
            "aws:ec2/securityGroup:SecurityGroup::app-endpoints",
            "aws:ec2/subnet:Subnet::app-us-east-1a",
            "aws:ec2/subnet:Subnet::app-us-east-1b",
            "aws:ec2/vpc:Vpc::app",
            "aws:ec2/vpcEndpoint:VpcEndpoint::app-dynamodb-gateway",
            "aws:ec2/vpcEndpoint:VpcEndpoint::app-ecr.api-interface",
            "aws:ec2/vpcEndpoint:VpcEndpoint::app-ecr.dkr-interface",
            "aws:ec2/vpcEndpoint:VpcEndpoint::app-logs-interface",
            "aws:ec2/vpcEndpoint:VpcEndpoint::app-s3-gateway",
            "aws:ec2/vpcEndpoint:VpcEndpoint::app-sqs-interface",
            "aws:ec2/vpcEndpoint:VpcEndpoint::app-ssm-interface",
            "aws:ec2/vpcEndpoint:VpcEndpoint::app-ssmmessages-interface",
            "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule::app-client-dynamodb-gateway-443",
            "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule::app-client-endpoints-443",
            "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule::app-client-s3-gateway-443",
            "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule::app-endpoints-443-vpc",
            "private-vpc:index:PrivateVpc::app",
            "private-vpc:index:VpcEndpoints::app",
            "pulumi:pulumi:Stack::private-vpc-dev",
        ]);
    });

    it("places dev's interface endpoints in one zone and prod's in each of three", async () => {
        const zonesOf = async (stack: string) => {
            const endpoints = Object.values(ofType(await runStack(stack), types.endpoint));
            const interfaces = endpoints.filter(({ inputs }) => inputs.vpcEndpointType === "Interface");
            return interfaces.map(({ inputs }) => inputs.subnetIds.length);
        };
        assert.deepEqual(await zonesOf("dev"), [1, 1, 1, 1, 1, 1]);
        assert.deepEqual(await zonesOf("prod"), [3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3]);
    });

    it("creates for stack prod flow logs, both types of S3 endpoint, and protects everything", async () => {
        const run = await runStack("prod");
        assert.deepEqual(Object.keys(ofType(run, types.flowLog)), ["app"]);
        const names = Object.keys(ofType(run, types.endpoint));
        assert.deepEqual(names.filter((name) => name.startsWith("app-s3-")).sort(), [
            "app-s3-gateway",
            "app-s3-interface",
        ]);
        const unprotected = run.resources.filter((one) => !one.protect).map(({ type }) => type);
        assert.deepEqual(unprotected, ["pulumi:pulumi:Stack"]);
    });

    it("outputs its plan with one line per endpoint, so that another endpoint is another line in a diff", async () => {
        const { outputs } = await runStack("dev");
        assert.deepEqual(outputs.plan, {
            endpoints: {
                "dynamodb-gateway": "gateway-is-free, for services",
                "ecr.api-interface": "interface-only, for ecs-fargate",
                "ecr.dkr-interface": "interface-only, for ecs-fargate",
                "logs-interface": "interface-only, for services",
                "s3-gateway": "gateway-is-free, for ecs-fargate",
                "sqs-interface": "interface-only, for services",
                "ssm-interface": "interface-only, for ssm-session-manager",
                "ssmmessages-interface": "interface-only, for ssm-session-manager",
            },
            monthlyUsd: 43.8,
        });
    });

    it("plans exactly the resources it registers", async () => {
        for (const stack of ["dev", "prod"]) {
            const run = await runStack(stack);
            const plan = run.plans[0]!;
            const planned = plan.resources.map(({ type, name }) => `${type}::${name}`).sort();
            assert.deepEqual(planned, identities(run).filter((one) => !one.startsWith("pulumi:")));
            assert.deepEqual([plan.version, plan.stack], [2, stack]);
            assert.deepEqual(
                plan.endpoints.map(({ name }) => `app-${name}`).sort(),
                Object.keys(ofType(run, types.endpoint)).sort(),
            );
        }
    });

    it("outputs what other stacks need", async () => {
        const { outputs } = await runStack("dev");
        assert.deepEqual(Object.keys(outputs).sort(), [
            "cidrBlock",
            "clientSecurityGroupId",
            "dnsNames",
            "endpointSecurityGroupId",
            "gatewayEndpointIds",
            "interfaceEndpointIds",
            "plan",
            "prefixListIds",
            "routeTableIds",
            "routeTableIdsByZone",
            "secondarySubnetIds",
            "subnetIds",
            "subnetIdsByZone",
            "vpcId",
        ]);
    });

    it("computes a plan's cost: six interfaces in one zone of us-east-1, compared with two NAT gateways", async () => {
        const { cost } = (await runStack("dev")).plans[0]!;
        // 6 x 0.01 x 730, and 2 x (0.045 + 0.005) x 730.
        assert.deepEqual([cost.endpointsUsd, cost.natUsd], [43.8, 73]);
    });
});
