import * as assert from "node:assert/strict";

import * as pulumi from "@pulumi/pulumi";

import { VpcEndpoints, type VpcEndpointsArgs } from "../components";
import { type Run, runOffline } from "../emulator/runProgram";
import { codesOf } from "./codesOf";
import { failure, ofType, types } from "./run";

const gateway = "vpce-0123456789abcdef0";
const face = "vpce-0fedcba9876543210";
const resources = [
    {
        id: gateway,
        type: types.endpoint,
        name: "theirs",
        attributes: {
            vpcId: "vpc-1",
            serviceName: "com.amazonaws.us-east-1.s3",
            vpcEndpointType: "Gateway",
            routeTableIds: ["rtb-a"],
            prefixListId: "pl-s3",
        },
    },
    {
        id: face,
        type: types.endpoint,
        name: "theirs too",
        attributes: {
            vpcId: "vpc-1",
            serviceName: "com.amazonaws.us-east-1.sqs",
            vpcEndpointType: "Interface",
            securityGroupIds: ["sg-theirs"],
            dnsEntries: [{ dnsName: `${face}-01234567.sqs.us-east-1.vpce.amazonaws.com` }],
        },
    },
    {
        id: "vpce-00112233445566778",
        type: types.endpoint,
        name: "theirs as well",
        attributes: {
            vpcId: "vpc-1",
            serviceName: "com.amazonaws.us-east-1.sns",
            vpcEndpointType: "Interface",
            securityGroupIds: ["sg-theirs"],
        },
    },
];

function runExisting(args: Partial<VpcEndpointsArgs>, preview = false): Promise<Run> {
    const program = () => {
        const { gatewayEndpointIds, interfaceEndpointIds, prefixListIds, dnsNames } = new VpcEndpoints("app", {
            vpcId: "vpc-1",
            vpcCidrBlock: "10.0.0.0/16",
            subnetIds: { "us-east-1a": "subnet-a" },
            routeTableIds: ["rtb-a", "rtb-b", "rtb-c"],
            ...args,
        });
        return { gatewayEndpointIds, interfaceEndpointIds, prefixListIds, dnsNames };
    };
    return runOffline(program, { config: { "aws:region": "us-east-1" }, context: { resources }, preview });
}

describe("VpcEndpoints with existing endpoints", () => {
    it("creates none for their services, and outputs their IDs, prefix lists and names with the others", async () => {
        const run = await runExisting({
            services: ["s3", "sqs", "dynamodb"],
            existing: { s3: pulumi.output(gateway), sqs: face },
        });
        assert.deepEqual(Object.keys(ofType(run, types.endpoint)), ["app-dynamodb-gateway"]);
        const { gatewayEndpointIds, interfaceEndpointIds, prefixListIds, dnsNames } = run.outputs;
        assert.deepEqual(Object.keys(gatewayEndpointIds).sort(), ["dynamodb", "s3"]);
        assert.equal(gatewayEndpointIds.s3, gateway);
        assert.deepEqual(interfaceEndpointIds, { sqs: face });
        assert.equal(prefixListIds.s3, "pl-s3");
        assert.deepEqual(dnsNames, { sqs: `${face}-01234567.sqs.us-east-1.vpce.amazonaws.com` });
    });

    it("allows clients to the prefix list of a gateway, and once to the VPC's CIDR block for all interfaces [gw.client-sg]", async () => {
        const existing = { s3: gateway, sns: "vpce-00112233445566778", sqs: face };
        const run = await runExisting({ services: ["s3", "sns", "sqs"], existing });
        const egress = ofType(run, types.egress);
        assert.deepEqual(Object.keys(egress).sort(), ["app-client-existing-443", "app-client-s3-existing-443"]);
        const { prefixListId, referencedSecurityGroupId } = egress["app-client-s3-existing-443"]!.inputs;
        assert.deepEqual([prefixListId, referencedSecurityGroupId], ["pl-s3", undefined]);
        const { cidrIpv4, referencedSecurityGroupId: group } = egress["app-client-existing-443"]!.inputs;
        assert.deepEqual([cidrIpv4, group], ["10.0.0.0/16", undefined]);
    });

    it("warns of the route tables that a gateway is not associated with, also in a preview, and only of those", async () => {
        const { warn } = pulumi.log;
        const warnings: string[] = [];
        Object.assign(pulumi.log, { warn: async (message: string) => void warnings.push(message) });
        try {
            await runExisting({ services: ["s3"], existing: { s3: gateway }, routeTableIds: ["rtb-a"] });
            assert.deepEqual(warnings, []);
            await runExisting({ services: ["s3"], existing: { s3: gateway } }, true);
            assert.equal(warnings.length, 1);
            assert.match(warnings[0]!, / rtb-b, rtb-c: .* \[gw\.implicit-scope\]$/);
        } finally {
            Object.assign(pulumi.log, { warn });
        }
    });

    it("rejects an endpoint that does not exist", async () => {
        const error = await failure(runExisting({ services: ["s3"], existing: { s3: "vpce-0123456789abcdeff" } }));
        assert.deepEqual(codesOf(error.problems), ["aws.no-answer existing.s3"]);
        assert.match(error.message, /^the endpoint of s3: 1 problem; nothing was created:\n\n {2}existing\.s3\n/);
    });

    it("rejects an endpoint of another VPC", async () => {
        const error = await failure(runExisting({ vpcId: "vpc-2", services: ["s3"], existing: { s3: gateway } }));
        assert.deepEqual(codesOf(error.problems), ["existing.other-vpc existing.s3"]);
    });

    it("rejects gateways if the list of route tables turns out to be empty", async () => {
        const routeTableIds = pulumi.output(Promise.resolve<string[]>([]));
        const error = await failure(runExisting({ services: ["s3"], routeTableIds }));
        assert.match(error.message, /^the endpoint of s3: 1 problem; it was not created:\n\n {2}routeTableIds\n/);
    });
});
