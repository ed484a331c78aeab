import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { setImmediate } from "node:timers/promises";

const registered: pulumi.runtime.MockResourceArgs[] = [];
const asked: pulumi.runtime.MockCallArgs[] = [];
let outputs: { [name: string]: unknown } = {};

describe("private VPCs in two Regions", () => {
    before(runProgram).timeout("1m");

    it("have the same resources, each with its own names", () => {
        const named = registered.map(({ type, name }) => `${type} ${name}`).filter((name) => name.includes(" app-"));
        assert.equal(new Set(named).size, named.length);
        const [us, eu] = ["us-east-1", "eu-west-1"].map((region) =>
            named.filter((name) => name.includes(` app-${region}`)).map((name) => name.replaceAll(region, "*")).sort()
        );
        assert.deepEqual(us, eu);
        assert.equal(us.length + eu.length, named.length);
    });

    it("have their endpoints in their own Regions", () => {
        const endpoints = inputsOf("aws:ec2/vpcEndpoint:VpcEndpoint").map((
            { serviceName, vpcId },
        ) => [serviceName, vpcId]);
        assert.deepEqual(endpoints.sort(), [
            ["com.amazonaws.eu-west-1.s3", "Vpc app-eu-west-1"],
            ["com.amazonaws.eu-west-1.sqs", "Vpc app-eu-west-1"],
            ["com.amazonaws.us-east-1.s3", "Vpc app-us-east-1"],
            ["com.amazonaws.us-east-1.sqs", "Vpc app-us-east-1"],
        ]);
    });

    it("are created and looked up with the provider of their own Region, never with a default provider", () => {
        const made = registered.filter(({ type }) => type.startsWith("aws:"));
        assert.ok(made.length > 20, String(made.length));
        for (const { name, provider } of made) {
            const region = /^app-(\w+-\w+-\d)/.exec(name)![1];
            assert.equal(provider?.split("::").at(-2), region, name);
        }
        const providers = new Set(asked.map(({ provider }) => provider?.split("::").at(-2)));
        assert.deepEqual([...providers].sort(), ["eu-west-1", "us-east-1"]);
        const named = registered.filter(({ type }) => type.startsWith("pulumi:providers:")).map(({ name }) => name);
        assert.deepEqual(named.sort(), ["eu-west-1", "us-east-1"]);
    });

    it("export their IDs and monthly cost by Region", () => {
        assert.deepEqual(outputs, {
            vpcIds: { "us-east-1": "Vpc app-us-east-1", "eu-west-1": "Vpc app-eu-west-1" },
            // One interface endpoint in two zones: 2 x 730 hours at USD 0.01 in us-east-1 and USD 0.011 in eu-west-1.
            monthlyUsd: { "us-east-1": 14.6, "eu-west-1": 16.06 },
        });
    });
});

/** Runs index.ts until all that it declares is registered, which goes on after its last line. */
async function runProgram(): Promise<void> {
    // A failure behind an output is reported here and nowhere else.
    const failure = new Promise<never>((_, reject) => process.once("unhandledRejection", reject));
    await pulumi.runtime.setMocks({ newResource, call }, "private-vpc-example-two-regions", "test");
    const run = pulumi.runtime.runInPulumiStack(async () => require("./index"))
        .then(async (exported) => {
            await pulumi.runtime.disconnect();
            await setImmediate();
            outputs = await new Promise((resolve) => pulumi.output(exported).apply((plain) => resolve(plain ?? {})));
        });
    await Promise.race([failure, run]);
}

function newResource(resource: pulumi.runtime.MockResourceArgs): pulumi.runtime.MockResourceResult {
    const { type, name, inputs } = resource;
    registered.push(resource);
    const madeByAws = type === "aws:ec2/vpcEndpoint:VpcEndpoint" ? { dnsEntries: [], prefixListId: "pl-63a5400a" } : {};
    return { id: `${type.split(":").pop()} ${name}`, state: { ...inputs, ...madeByAws } };
}

/** Each provider works in the Region that it is named after. */
function call(args: pulumi.runtime.MockCallArgs): pulumi.runtime.MockCallResult {
    asked.push(args);
    switch (args.token) {
        case "aws:index/getCallerIdentity:getCallerIdentity":
            return { accountId: "123456789012" };
        case "aws:index/getRegion:getRegion":
            return { region: args.provider?.split("::").at(-2) };
        default:
            return {};
    }
}

function inputsOf(type: string) {
    return registered.filter((resource) => resource.type === type).map(({ inputs }) => inputs);
}
