import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { setImmediate } from "node:timers/promises";

const registered: pulumi.runtime.MockResourceArgs[] = [];
const serviceName = "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0";
const endpointId = "vpce-0123456789abcdef0";

describe("a service in one private VPC, used from another", () => {
    before(runProgram).timeout("1m");

    it("is behind an internal Network Load Balancer, in both zones", () => {
        const [balancer] = inputsOf("aws:lb/loadBalancer:LoadBalancer");
        assert.deepEqual([balancer.loadBalancerType, balancer.internal], ["network", true]);
        assert.deepEqual(balancer.subnets, ["Subnet orders-us-east-1a", "Subnet orders-us-east-1b"]);
        const [{ networkLoadBalancerArns, acceptanceRequired, allowedPrincipals }] = inputsOf(
            "aws:ec2/vpcEndpointService:VpcEndpointService",
        );
        assert.deepEqual([networkLoadBalancerArns, acceptanceRequired, allowedPrincipals], [[balancerArn], true, []]);
    });

    it("is reached through one interface endpoint in the consumer's VPC, with its service name and without a policy", () => {
        const [endpoint, ...more] = inputsOf("aws:ec2/vpcEndpoint:VpcEndpoint");
        assert.deepEqual(more, []);
        assert.equal(endpoint.serviceName, serviceName);
        assert.equal(endpoint.vpcId, "Vpc web");
        assert.deepEqual(endpoint.subnetIds, ["Subnet web-us-east-1a", "Subnet web-us-east-1b"]);
        assert.equal(endpoint.privateDnsEnabled, false);
        assert.ok(!("policy" in endpoint));
    });

    it("opens only its own port, to the consumer's VPC and the clients there", () => {
        const ports = (type: string) => inputsOf(type).map(({ fromPort, toPort }) => [fromPort, toPort]);
        assert.deepEqual(ports("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"), [[8443, 8443]]);
        assert.deepEqual(ports("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"), [[8443, 8443]]);
    });

    it("accepts the consumer's endpoint, and no other", () => {
        assert.deepEqual(inputsOf("aws:ec2/vpcEndpointConnectionAccepter:VpcEndpointConnectionAccepter"), [
            { vpcEndpointServiceId: "VpcEndpointService orders", vpcEndpointId: endpointId },
        ]);
    });

    it("does not connect the two VPCs otherwise: no peering, transit gateway or internet gateway", () => {
        const types = new Set(registered.map(({ type }) => type).filter((type) => type.startsWith("aws:ec2")));
        assert.deepEqual([...types].sort(), [
            "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
            "aws:ec2/routeTable:RouteTable",
            "aws:ec2/routeTableAssociation:RouteTableAssociation",
            "aws:ec2/securityGroup:SecurityGroup",
            "aws:ec2/subnet:Subnet",
            "aws:ec2/vpc:Vpc",
            "aws:ec2/vpcEndpoint:VpcEndpoint",
            "aws:ec2/vpcEndpointConnectionAccepter:VpcEndpointConnectionAccepter",
            "aws:ec2/vpcEndpointService:VpcEndpointService",
        ]);
    });
});

/** Runs index.ts until all that it declares is registered, which goes on after its last line. */
async function runProgram(): Promise<void> {
    // A failure behind an output is reported here and nowhere else.
    const failure = new Promise<never>((_, reject) => process.once("unhandledRejection", reject));
    await pulumi.runtime.setMocks({ newResource, call }, "private-vpc-example-endpoint-service", "test");
    const run = pulumi.runtime.runInPulumiStack(async () => require("./index"))
        .then(() => pulumi.runtime.disconnect())
        .then(() => setImmediate());
    await Promise.race([failure, run]);
}

const balancerArn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/orders/50dc6c495c0c9188";

/** What AWS adds to the inputs, where the program reads it. */
const madeByAws: { [type: string]: { id?: string; [output: string]: unknown } } = {
    "aws:lb/loadBalancer:LoadBalancer": { arn: balancerArn },
    "aws:ec2/vpcEndpointService:VpcEndpointService": { serviceName },
    "aws:ec2/vpcEndpoint:VpcEndpoint": { id: endpointId, dnsEntries: [] },
};

function newResource(resource: pulumi.runtime.MockResourceArgs): pulumi.runtime.MockResourceResult {
    const { type, name, inputs } = resource;
    registered.push(resource);
    const { id = `${type.split(":").pop()} ${name}`, ...outputs } = madeByAws[type] ?? {};
    return { id, state: { ...inputs, ...outputs } };
}

const answers: { [token: string]: pulumi.runtime.MockCallResult } = {
    "aws:index/getCallerIdentity:getCallerIdentity": { accountId: "123456789012" },
    "aws:index/getRegion:getRegion": { region: "us-east-1" },
};

function call({ token }: pulumi.runtime.MockCallArgs): pulumi.runtime.MockCallResult {
    return answers[token] ?? {};
}

function inputsOf(type: string) {
    return registered.filter((resource) => resource.type === type).map(({ inputs }) => inputs);
}
