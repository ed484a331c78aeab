import * as assert from "node:assert/strict";

import { EndpointService, VpcEndpoints } from "../components";
import { EmulatedAws, LookUpError, type Made } from "../emulator/aws/emulatedAws";
import { runOffline } from "../emulator/runProgram";
import { codesOf } from "./codesOf";
import { failure, runVpc, types } from "./run";

const config = { "aws:region": "us-east-1" };

/** Every error that goes unhandled while something runs, each once. */
async function errorsOf(run: () => Promise<unknown>): Promise<string[]> {
    const errors = new Set<unknown>();
    const note = (error: unknown) => errors.add(error);
    process.on("unhandledRejection", note);
    try {
        await failure(run());
    } finally {
        process.off("unhandledRejection", note);
    }
    return [...errors].map((error) => (error as Error).message);
}

/** Asserts that a look-up's problem is printed, once, by itself. */
function assertPrinted(
    errors: string[],
    code: string,
    path: string,
    { outcome = "what depends on it was not", fix = "" } = {},
) {
    const escaped = (text: string) => text.replaceAll(/[.[\]]/g, "\\$&");
    assert.equal(errors.length, 1, errors.join("\n"));
    const where = `a lookup in AWS: 1 problem; ${outcome} created`;
    assert.match(
        errors[0]!,
        new RegExp(`^${where}:\n\n  ${escaped(path)}\n    .+ ${escaped(`[${code}]`)}\n    → .+${escaped(fix)}$`),
    );
}

describe("a look-up that AWS denies", () => {
    it("names the permission, once for all endpoints, and what works without it", async () => {
        const denied = ["ec2:DescribeVpcEndpointServices"];
        const args = { services: ["s3", "sqs", "kms", "acm"] };
        const errors = await errorsOf(() => runVpc(args, undefined, { config, context: { denied } }));
        const fix = ", or set options.lookUp: false, and the catalogue decides";
        assertPrinted(errors, "aws.denied", "ec2:DescribeVpcEndpointServices", { fix });
        const options = { lookUp: false };
        const run = await runVpc({ ...args, options }, undefined, { config, context: { denied } });
        assert.equal(run.resources.filter(({ type }) => type === types.endpoint).length, 4);
    });

    it("names the permission for looking up the account", async () => {
        const context = { denied: ["sts:GetCallerIdentity"] };
        const args = { services: ["s3", "sqs"] };
        const errors = await errorsOf(() => runVpc(args, undefined, { config, context }));
        assertPrinted(errors, "aws.denied", "sts:GetCallerIdentity");
    });

    it("is reported in one clean message, also if the Region is looked up and there is no answer", async () => {
        const { invoke } = EmulatedAws.prototype;
        EmulatedAws.prototype.invoke = function(token, args) {
            if (token.includes("getRegion")) throw new LookUpError("no valid credential sources found");
            return invoke.call(this, token, args);
        };
        const networkLoadBalancerArns = [
            "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/orders/0123456789abcdef",
        ];
        const program = () => void new EndpointService("orders", { networkLoadBalancerArns });
        const errors = await errorsOf(() => runOffline(program, { config })).finally(() => {
            EmulatedAws.prototype.invoke = invoke;
        });
        assertPrinted(errors, "aws.no-answer", "AWS");
        assert.match(errors[0]!, /: no valid credential sources found /);
    });

    const resources: Made[] = [
        {
            id: "vpc-1",
            type: types.vpc,
            name: "",
            attributes: { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true, ownerId: "123456789012" },
        },
        {
            id: "subnet-a",
            type: types.subnet,
            name: "",
            attributes: { vpcId: "vpc-1", availabilityZone: "us-east-1a", cidrBlock: "10.0.0.0/24" },
        },
        { id: "rtb-a", type: types.routeTable, name: "", attributes: { vpcId: "vpc-1" } },
        {
            id: "assoc-a",
            type: types.association,
            name: "",
            attributes: { subnetId: "subnet-a", routeTableId: "rtb-a" },
        },
    ];
    for (
        const permission of [
            "ec2:DescribeVpcs",
            "ec2:DescribeVpcAttribute",
            "ec2:DescribeSubnets",
            "ec2:DescribeRouteTables",
            "ec2:DescribeVpcEndpoints",
            "sts:GetCallerIdentity",
        ]
    ) {
        it(`is the only problem of a VPC that is looked up: ${permission}`, async () => {
            const program = async () => {
                await VpcEndpoints.inVpc("app", { vpcId: "vpc-1", services: ["s3", "sqs", "kms"] });
            };
            const context = { resources, denied: [permission] };
            const { problems } = await failure(runOffline(program, { config, context }));
            assert.deepEqual(codesOf(problems), [`aws.denied ${permission}`]);
        });
    }

    it("is reported once for existing endpoints", async () => {
        const existing = { sqs: "vpce-0123456789abcdef0", kms: "vpce-0123456789abcdef1" };
        const program = () => {
            new VpcEndpoints("app", {
                vpcId: "vpc-1",
                vpcCidrBlock: "10.0.0.0/16",
                subnetIds: { "us-east-1a": "subnet-a" },
                routeTableIds: ["rtb-a"],
                services: ["sqs", "kms"],
                existing,
            });
        };
        const context = { denied: ["ec2:DescribeVpcEndpoints"] };
        const errors = await errorsOf(() => runOffline(program, { config, context }));
        assertPrinted(errors, "aws.denied", "ec2:DescribeVpcEndpoints", { outcome: "nothing was" });
    });
});
