import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { setImmediate } from "node:timers/promises";

const registered: pulumi.runtime.MockResourceArgs[] = [];
const project = "private-vpc-example-vpc-by-id";
const vpcId = "vpc-0123456789abcdef0";
const s3EndpointId = "vpce-0123456789abcdef0";

describe("endpoints in a VPC of which only the ID is given", () => {
    beforeEach(() => registered.splice(0)).timeout("1m");

    it("are exactly these resources, also in a preview", async () => {
        for (const preview of [false, true]) {
            await runProgram(preview);
            assert.deepEqual(registered.splice(0).map(({ type, name }) => `${type.split(":").pop()} ${name}`).sort(), [
                "SecurityGroup app-client",
                "SecurityGroup app-endpoints",
                "SecurityGroupEgressRule app-client-dynamodb-gateway-443",
                "SecurityGroupEgressRule app-client-endpoints-443",
                "SecurityGroupEgressRule app-client-s3-existing-443",
                "SecurityGroupIngressRule app-endpoints-443-vpc",
                `Stack ${project}-test`,
                "VpcEndpoint app-dynamodb-gateway",
                "VpcEndpoint app-sqs-interface",
                "VpcEndpoints app",
            ]);
        }
    });

    it("are in the private subnets, one per zone, and in the route tables of all of them", async () => {
        await runProgram();
        const [gateway, { subnetIds, ...face }] = inputsOf("aws:ec2/vpcEndpoint:VpcEndpoint");
        assert.deepEqual([gateway.serviceName, gateway.vpcId], ["com.amazonaws.us-east-1.dynamodb", vpcId]);
        assert.deepEqual([face.serviceName, face.vpcId], ["com.amazonaws.us-east-1.sqs", vpcId]);
        // Of us-east-1a's two private subnets the one with the lower address; none of the public ones.
        assert.deepEqual(subnetIds, ["subnet-a", "subnet-b"]);
        assert.deepEqual(gateway.routeTableIds, ["rtb-main"]);
    });

    it("allow the VPC's CIDR block, which is looked up", async () => {
        await runProgram();
        const [{ cidrIpv4 }] = inputsOf("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule");
        assert.equal(cidrIpv4, "10.20.0.0/16");
    });

    it("keep the existing S3 gateway, export its ID with the others, and allow clients to reach it", async () => {
        const { gatewayEndpointIds, interfaceEndpointIds } = await runProgram();
        assert.deepEqual(gatewayEndpointIds, { dynamodb: "VpcEndpoint app-dynamodb-gateway", s3: s3EndpointId });
        assert.deepEqual(interfaceEndpointIds, { sqs: "VpcEndpoint app-sqs-interface" });
        const rules = inputsOf("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule");
        assert.deepEqual(rules.flatMap(({ prefixListId }) => prefixListId ?? []).sort(), [
            "pl-02cd2c6b",
            "pl-63a5400a",
        ]);
    });

    it("are rejected before any resource is registered, if AWS would reject one", async () => {
        endpointsThere["com.amazonaws.us-east-1.sqs"] = { id: "vpce-0fedcba9876543210", privateDnsEnabled: true };
        await assert.rejects(
            runProgram(true),
            /vpce-0fedcba9876543210 already uses the private DNS names of sqs in vpc-0123456789abcdef0/,
        );
        assert.deepEqual(inputsOf("aws:ec2/vpcEndpoint:VpcEndpoint"), []);
        delete endpointsThere["com.amazonaws.us-east-1.sqs"];
    });
});

/** Runs index.ts until all that it declares is registered, which goes on after its last line; returns what it exports. */
async function runProgram(preview = false): Promise<{ [output: string]: unknown }> {
    // A failure behind an output is reported here and nowhere else.
    const failure = new Promise<never>((_, reject) => process.once("unhandledRejection", reject));
    await pulumi.runtime.setMocks({ newResource, call }, project, "test", preview);
    pulumi.runtime.setAllConfig({ [`${project}:vpcId`]: vpcId, [`${project}:s3EndpointId`]: s3EndpointId });
    const exported = pulumi.runtime.runInPulumiStack(async () => require("./index")())
        .then(async (outputs) => {
            await pulumi.runtime.disconnect();
            await setImmediate();
            return new Promise<{}>((resolve) => pulumi.output(outputs).apply((plain) => resolve(plain ?? {})));
        });
    return Promise.race([failure, exported]);
}

function newResource(resource: pulumi.runtime.MockResourceArgs): pulumi.runtime.MockResourceResult {
    const { type, name, inputs } = resource;
    registered.push(resource);
    const madeByAws = type === "aws:ec2/vpcEndpoint:VpcEndpoint" ? { dnsEntries: [], prefixListId: "pl-02cd2c6b" } : {};
    return { id: `${type.split(":").pop()} ${name}`, state: { ...inputs, ...madeByAws } };
}

/** What is in the VPC: a public subnet, and private ones, which have the VPC's main route table. */
const subnets: { [id: string]: { availabilityZone: string; cidrBlock: string } } = {
    "subnet-public": { availabilityZone: "us-east-1a", cidrBlock: "10.20.0.0/24" },
    "subnet-more": { availabilityZone: "us-east-1a", cidrBlock: "10.20.9.0/24" },
    "subnet-a": { availabilityZone: "us-east-1a", cidrBlock: "10.20.1.0/24" },
    "subnet-b": { availabilityZone: "us-east-1b", cidrBlock: "10.20.2.0/24" },
};
const routeTables: { [id: string]: {} } = {
    "rtb-main": { associations: [{ main: true }], routes: [] },
    "rtb-public": {
        associations: [{ subnetId: "subnet-public", main: false }],
        routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: "igw-0123456789abcdef0" }],
    },
};
const endpointsThere: { [serviceName: string]: { id: string; [attribute: string]: unknown } } = {
    "com.amazonaws.us-east-1.s3": { id: s3EndpointId, vpcEndpointType: "Gateway", prefixListId: "pl-63a5400a" },
};

const answers: { [token: string]: (args: { [name: string]: any }) => pulumi.runtime.MockCallResult } = {
    "aws:index/getCallerIdentity:getCallerIdentity": () => ({ accountId: "123456789012" }),
    "aws:index/getRegion:getRegion": () => ({ region: "us-east-1" }),
    "aws:ec2/getVpc:getVpc": ({ id }) => ({
        id,
        cidrBlock: "10.20.0.0/16",
        enableDnsSupport: true,
        enableDnsHostnames: true,
        mainRouteTableId: "rtb-main",
        ownerId: "123456789012",
    }),
    "aws:ec2/getSubnets:getSubnets": () => ({ ids: Object.keys(subnets) }),
    "aws:ec2/getSubnet:getSubnet": ({ id }) => ({ id, vpcId, ...subnets[id] }),
    "aws:ec2/getRouteTables:getRouteTables": () => ({ ids: Object.keys(routeTables) }),
    "aws:ec2/getRouteTable:getRouteTable": ({ routeTableId }) => ({ routeTableId, ...routeTables[routeTableId] }),
    "aws:ec2/getVpcEndpoint:getVpcEndpoint": ({ id, serviceName }) => {
        const found = Object.entries(endpointsThere).find(([name, one]) => (id ? one.id === id : name === serviceName));
        // As the provider says it; the SDK passes on no more of an error than its details.
        if (!found) throw Object.assign(new Error(), { details: "no matching EC2 VPC Endpoint found" });
        return { vpcId, serviceName: found[0], routeTableIds: ["rtb-main"], tags: {}, ...found[1] };
    },
};

function call({ token, inputs }: pulumi.runtime.MockCallArgs): pulumi.runtime.MockCallResult {
    return answers[token]?.(inputs) ?? {};
}

function inputsOf(type: string) {
    return registered.filter((resource) => resource.type === type).map(({ inputs }) => inputs);
}
