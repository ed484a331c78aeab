import * as ec2 from "@pulumi/aws/ec2";
import type { VpcArgs } from "@pulumi/awsx/ec2";
import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { setImmediate } from "node:timers/promises";

const registered: pulumi.runtime.MockResourceArgs[] = [];

describe("endpoints in an awsx VPC", () => {
    before(runProgram).timeout("1m");

    it("are a free gateway endpoint for S3 and interface endpoints for services without a gateway", () => {
        const kinds = inputsOf("aws:ec2/vpcEndpoint:VpcEndpoint")
            .map(({ serviceName, vpcEndpointType }) => [serviceName, vpcEndpointType]);
        assert.deepEqual(kinds.sort(), [
            ["com.amazonaws.us-east-1.ecr.api", "Interface"],
            ["com.amazonaws.us-east-1.ecr.dkr", "Interface"],
            ["com.amazonaws.us-east-1.s3", "Gateway"],
            ["com.amazonaws.us-east-1.sqs", "Interface"],
        ]);
    });

    it("associate the gateway with the route tables of the isolated subnets only", () => {
        const tables = endpointsOf("Gateway").map(({ routeTableIds }) => routeTableIds);
        assert.deepEqual(tables, [["RouteTable Isolated us-east-1a", "RouteTable Isolated us-east-1b"]]);
    });

    it("place each interface in one isolated subnet of each Availability Zone", () => {
        for (const { serviceName, subnetIds } of endpointsOf("Interface")) {
            assert.deepEqual(subnetIds, ["Subnet Isolated us-east-1a", "Subnet Isolated us-east-1b"], serviceName);
        }
    });

    it("share one security group for the interfaces, which allows HTTPS from the VPC's CIDR block", () => {
        const rules = inputsOf("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule");
        assert.deepEqual(
            rules.map(({ cidrIpv4, ipProtocol, fromPort, toPort }) => [cidrIpv4, ipProtocol, fromPort, toPort]),
            [["10.0.0.0/16", "tcp", 443, 443]],
        );
        for (const { serviceName, securityGroupIds } of endpointsOf("Interface")) {
            assert.deepEqual(securityGroupIds, [rules[0].securityGroupId], serviceName);
        }
    });

    it("use the services' private DNS names, which the VPC resolves", () => {
        const names = endpointsOf("Interface").map(({ privateDnsEnabled }) => privateDnsEnabled);
        assert.deepEqual(names, [true, true, true]);
        const [{ enableDnsHostnames, enableDnsSupport }] = inputsOf("awsx:ec2:Vpc");
        assert.deepEqual([enableDnsHostnames, enableDnsSupport], [true, true]);
    });

    it("are all created in the VPC that awsx creates, like their security groups", () => {
        const placed = [
            ...inputsOf("aws:ec2/vpcEndpoint:VpcEndpoint"),
            ...inputsOf("aws:ec2/securityGroup:SecurityGroup"),
        ];
        assert.equal(placed.length, 6);
        for (const { vpcId } of placed) assert.equal(vpcId, "Vpc app");
    });
});

/** Runs index.ts until all that it declares is registered, which goes on after its last line. */
async function runProgram(): Promise<void> {
    // A failure behind an output is reported here and nowhere else.
    const failure = new Promise<never>((_, reject) => process.once("unhandledRejection", reject));
    await pulumi.runtime.setMocks({ newResource, call }, "private-vpc-example-awsx", "test");
    const run = pulumi.runtime.runInPulumiStack(async () => require("./index"))
        .then(() => pulumi.runtime.disconnect())
        .then(() => setImmediate());
    await Promise.race([failure, run]);
}

function newResource(resource: pulumi.runtime.MockResourceArgs): pulumi.runtime.MockResourceResult {
    const { type, name, inputs } = resource;
    registered.push(resource);
    if (type === "awsx:ec2:Vpc") return { id: undefined, state: awsxVpc(name, inputs) };
    const madeByAws = type === "aws:ec2/vpcEndpoint:VpcEndpoint" ? { dnsEntries: [], prefixListId: `pl ${name}` } : {};
    return { id: `${type.split(":").pop()} ${name}`, state: { ...inputs, ...madeByAws } };
}

/** What the awsx provider answers: zone by zone, a subnet for each of the specs, with a route table of its own. */
function awsxVpc(name: string, args: VpcArgs) {
    const { cidrBlock, availabilityZoneNames, subnetSpecs, enableDnsHostnames, enableDnsSupport } = args;
    const vpc = new ec2.Vpc(name, { cidrBlock, enableDnsHostnames, enableDnsSupport });
    const made = availabilityZoneNames!.flatMap((availabilityZone) =>
        subnetSpecs!.map(({ type }) => {
            const name = `${type} ${availabilityZone}`;
            const subnet = new ec2.Subnet(name, { vpcId: vpc.id, availabilityZone });
            const routeTable = new ec2.RouteTable(name, { vpcId: vpc.id });
            const pair = { subnetId: subnet.id, routeTableId: routeTable.id };
            return { type, subnet, association: new ec2.RouteTableAssociation(name, pair) };
        })
    );
    return {
        vpc,
        vpcId: vpc.id,
        isolatedSubnetIds: made.filter(({ type }) => type === "Isolated").map(({ subnet }) => subnet.id),
        privateSubnetIds: [],
        subnets: made.map(({ subnet }) => subnet),
        routeTableAssociations: made.map(({ association }) => association),
    };
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

function endpointsOf(kind: string) {
    return inputsOf("aws:ec2/vpcEndpoint:VpcEndpoint").filter(({ vpcEndpointType }) => vpcEndpointType === kind);
}
