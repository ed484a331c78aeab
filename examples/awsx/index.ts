import * as awsx from "@pulumi/awsx";
import { fromAwsx, VpcEndpoints } from "private-vpc";

const zones = ["us-east-1a", "us-east-1b"];

// One isolated subnet in each zone: no route leads out of it.
const vpc = new awsx.ec2.Vpc("app", {
    cidrBlock: "10.0.0.0/16",
    availabilityZoneNames: zones,
    subnetStrategy: awsx.ec2.SubnetAllocationStrategy.Auto,
    subnetSpecs: [{ type: awsx.ec2.SubnetType.Isolated, cidrMask: 20 }],
    // Left out, it means a NAT gateway in each zone, which awsx refuses without public subnets.
    natGateways: { strategy: awsx.ec2.NatGatewayStrategy.None },
    // A service's own name leads to its endpoint only in a VPC with both; awsx turns hostnames on only when asked.
    enableDnsHostnames: true,
    enableDnsSupport: true,
});

const endpoints = new VpcEndpoints("app", {
    // The isolated subnets and their route tables.
    ...fromAwsx(vpc, zones),
    workloads: ["ecs-fargate"],
    services: ["sqs"],
});

export const { vpcId, isolatedSubnetIds } = vpc;
export const { gatewayEndpointIds, interfaceEndpointIds, clientSecurityGroupId } = endpoints;
