import * as assert from "node:assert/strict";

import * as pulumi from "@pulumi/pulumi";

import { PrivateVpc } from "../../components";
import type { AwsContext } from "../../emulator/aws/emulatedAws";
import { codesOf } from "../codesOf";
import { failure, ofType, runVpc, smallVpc, types } from "../run";

const token = "aws:ec2/getVpcEndpointService:getVpcEndpointService";
const endpointsOf = async (args: object, context: AwsContext = {}) =>
    ofType(await runVpc(args, undefined, { config: { "aws:region": "us-east-1" }, context }), types.endpoint);

describe("the service look-ups of a deployment", () => {
    it("query each service once, by name and type [name.verify] [name.two-types]", async () => {
        const run = await runVpc({ services: ["s3", "sqs"], endpoints: { s3: { reachableFrom: ["10.9.0.0/16"] } } });
        const asked = run.invokes.filter((invoke) => invoke.token === token).map(({ args }) => args);
        assert.deepEqual(asked, [
            { serviceName: "com.amazonaws.us-east-1.s3", serviceType: "Gateway" },
            { serviceName: "com.amazonaws.us-east-1.s3", serviceType: "Interface" },
            { serviceName: "com.amazonaws.us-east-1.sqs", serviceType: "Interface" },
        ]);
    });

    it("run in previews too, and not at all with lookUp: false", async () => {
        const asks = async (args: object, preview: boolean) => {
            const config = { "aws:region": "us-east-1" };
            const { invokes } = await runVpc({ services: ["sqs"], ...args }, undefined, { config, preview });
            return invokes.filter((invoke) => invoke.token === token).length;
        };
        assert.equal(await asks({}, true), 1);
        assert.equal(await asks({ options: { lookUp: false } }, true), 0);
        assert.equal(await asks({ options: { lookUp: false } }, false), 0);
    });

    it("determine the zones: those without the service are left out [if.az-support]", async () => {
        const { "app-sqs-interface": sqs, "app-kms-interface": kms } = await endpointsOf(
            { services: ["sqs", "kms"] },
            { zonesWithout: { sqs: ["us-east-1a"] } },
        );
        assert.equal(kms!.inputs.subnetIds.length, 2);
        assert.deepEqual(sqs!.inputs.subnetIds, [kms!.inputs.subnetIds[1]]);
    });

    it("determine the policy if the catalogue does not know whether the service supports one [pol.unsupported]", async () => {
        const { "app-acm-interface": takes } = await endpointsOf({ services: ["acm"] });
        assert.match(takes!.inputs.policy, /"aws:ResourceAccount":"123456789012"/);
        const { "app-acm-interface": none } = await endpointsOf({ services: ["acm"] }, {
            servicesWithoutPolicy: ["acm"],
        });
        assert.equal("policy" in none!.inputs, false);
        const { "app-acm-interface": unasked } = await endpointsOf({ services: ["acm"], options: { lookUp: false } });
        assert.match(unasked!.inputs.policy, /"Sid":"FullAccess"/);
    });

    it("fail on a contradiction, with both sides named, and do not create the endpoint", async () => {
        const made: string[] = [];
        const newResource = ({ name }: pulumi.runtime.MockResourceArgs) => {
            made.push(name);
            return undefined;
        };
        const config = { "aws:region": "us-east-1" };
        const context = { servicesWithoutPolicy: ["sqs"] };
        const error = await failure(
            runVpc({ services: ["sqs", "kms"] }, undefined, { config, context, newResource }),
        );
        assert.deepEqual(codesOf(error.problems), ["pol.unsupported endpoints.sqs.policy"]);
        assert.match(
            error.message,
            /^the endpoint of sqs: 1 problem; it was not created:\n\n {2}endpoints\.sqs\.policy\n {4}the policy default /,
        );
        assert.ok(!made.includes("app-sqs-interface"));
    });

    it("accept a unit test's mocks that return nothing", async () => {
        const mocks = {
            newResource: ({ name, inputs }: pulumi.runtime.MockResourceArgs) => ({ id: `${name}-id`, state: inputs }),
            call: ({ inputs }: pulumi.runtime.MockCallArgs) => inputs,
        };
        await pulumi.runtime.setMocks(mocks, "project", "stack", false);
        const vpc = new PrivateVpc("app", { ...smallVpc, services: ["sqs", "acm"] });
        const ids = await new Promise((resolve) => vpc.interfaceEndpointIds.apply(resolve));
        assert.deepEqual(ids, { acm: "app-acm-interface-id", sqs: "app-sqs-interface-id" });
    });
});
