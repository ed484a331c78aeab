import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { AwsMocks } from "private-vpc/testing";

interface Endpoint {
    serviceName: string;
    vpcEndpointType: string;
    policy: string;
}

interface Subnets {
    subnetIds: string[];
}

describe("an EKS cluster in a private VPC", () => {
    const aws = new AwsMocks({ region: "us-east-1" });
    const inputsOf = <Inputs>(type: string) =>
        aws.resources.filter((one) => one.type === type).map(({ inputs }) => inputs as unknown as Inputs);

    before(async () => {
        await pulumi.runtime.setMocks(aws, "private-vpc-example-eks", "test");
        require("./index");
        await aws.assertAccepted();
    }).timeout("1m");

    it("has the endpoints that private nodes and EKS Pod Identity need", () => {
        const endpoints = inputsOf<Endpoint>("aws:ec2/vpcEndpoint:VpcEndpoint");
        assert.deepEqual(
            endpoints.map(({ serviceName, vpcEndpointType }) => `${vpcEndpointType} ${serviceName}`).sort(),
            [
                "Gateway com.amazonaws.us-east-1.s3",
                "Interface com.amazonaws.us-east-1.ec2",
                "Interface com.amazonaws.us-east-1.ecr.api",
                "Interface com.amazonaws.us-east-1.ecr.dkr",
                "Interface com.amazonaws.us-east-1.eks-auth",
                "Interface com.amazonaws.us-east-1.sts",
            ],
        );
    });

    it("runs cluster and nodes in the private subnets, and exposes the Kubernetes API only there", () => {
        const [cluster] = inputsOf<{ vpcConfig: object }>("aws:eks/cluster:Cluster");
        const [nodes] = inputsOf<Subnets>("aws:eks/nodeGroup:NodeGroup");
        assert.equal(nodes?.subnetIds.length, 2);
        const { subnetIds } = nodes;
        assert.deepEqual(cluster?.vpcConfig, { endpointPrivateAccess: true, endpointPublicAccess: false, subnetIds });
    });

    it("allows nodes to download the image layers of EKS's own images from an AWS-owned bucket", () => {
        const policies = inputsOf<Endpoint>("aws:ec2/vpcEndpoint:VpcEndpoint").map(({ policy }) => policy).join();
        assert.match(policies, /arn:aws:s3:::prod-us-east-1-starport-layer-bucket\/\*/);
    });
});
