import * as assert from "node:assert/strict";

import * as pulumi from "@pulumi/pulumi";

import { VpcEndpoints } from "../../components";
import type { StackState } from "../../components/aws/stackState";
import type { Made } from "../../emulator/aws/emulatedAws";
import { runOffline } from "../../emulator/runProgram";
import { codesOf } from "../codesOf";
import { failure, ofType, types } from "../run";

const vpcId = "vpc-1";
const id = "vpce-0123456789abcdef0";
const net = "acme:index:Net";
const endpoints = "private-vpc:index:VpcEndpoints";
const urn = (qualifiedType: string, name: string) => `urn:pulumi:dev::private-vpc::${qualifiedType}::${name}`;
const endpointUrn = (qualifiedType: string, name: string) => urn(`${qualifiedType}$${types.endpoint}`, name);

/** A VPC with an endpoint of SQS that holds the service's names, by its `Name` tag. */
function account(Name: string): Made[] {
    const made = (type: string, id: string, attributes: object): Made => ({ id, type, name: id, attributes });
    return [
        made(types.vpc, vpcId, { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true, mainRouteTableId: "rtb-main" }),
        made(types.subnet, "subnet-a", { vpcId, availabilityZone: "us-east-1a", cidrBlock: "10.0.1.0/24" }),
        made(types.endpoint, id, {
            vpcId,
            serviceName: "com.amazonaws.us-east-1.sqs",
            vpcEndpointType: "Interface",
            privateDnsEnabled: true,
            state: "available",
            tags: { Name },
        }),
    ];
}

/** The state of a stack that has the endpoint under a URN. */
const stateWith = (endpoint: string): StackState => ({
    [endpoint]: {
        type: types.endpoint,
        outputs: { arn: `arn:aws:ec2:us-east-1:123456789012:vpc-endpoint/${id}` },
    },
});

/** Previews `app` in the VPC, where the options are made by the program. */
async function preview(
    Name: string,
    state: StackState | undefined,
    opts: () => pulumi.ComponentResourceOptions = () => ({}),
): Promise<string[]> {
    const context = { resources: account(Name) };
    const options = { config: { "aws:region": "us-east-1" }, context, state, preview: true };
    const run = await runOffline(async () => {
        await VpcEndpoints.inVpc("app", { vpcId, services: ["sqs"] }, opts());
    }, options);
    return Object.keys(ofType(run, types.endpoint));
}

class Net extends pulumi.ComponentResource {
    constructor(name: string, opts: pulumi.ComponentResourceOptions = {}) {
        super(net, name, {}, opts);
    }
}

const formers: { [title: string]: { was: string; opts: () => pulumi.ComponentResourceOptions } } = {
    "an alias's name": {
        was: endpointUrn(endpoints, "old-sqs-interface"),
        opts: () => ({ aliases: [{ name: "old" }] }),
    },
    "an alias given as a URN": {
        was: endpointUrn(endpoints, "old-sqs-interface"),
        opts: () => ({ aliases: [urn(endpoints, "old")] }),
    },
    "an alias that is an output": {
        was: endpointUrn(endpoints, "old-sqs-interface"),
        opts: () => ({ aliases: [pulumi.output(urn(endpoints, "old"))] }),
    },
    "an alias without its current parent": {
        was: endpointUrn(endpoints, "app-sqs-interface"),
        opts: () => ({ parent: new Net("net"), aliases: [{ parent: pulumi.rootStackResource }] }),
    },
    "an alias with a former parent": {
        was: endpointUrn(`${net}$${endpoints}`, "old-sqs-interface"),
        opts: () => ({ aliases: [{ name: "old", parent: new Net("net") }] }),
    },
    "an alias with a former parent's URN": {
        was: endpointUrn(`${net}$${endpoints}`, "app-sqs-interface"),
        opts: () => ({ aliases: [{ parent: urn(net, "net") }] }),
    },
    "a parent in a program of another language, of which only the URN is known": {
        was: endpointUrn(`${net}$${endpoints}`, "app-sqs-interface"),
        opts: () => ({ parent: new pulumi.DependencyResource(urn(net, "net")) }),
    },
    "a parent in a program of another language, an alias and the stack's own URN": {
        was: endpointUrn(endpoints, "old-sqs-interface"),
        opts: () => ({
            parent: new pulumi.DependencyResource(urn("pulumi:pulumi:Stack", "private-vpc-dev")),
            aliases: [{ name: "old" }],
        }),
    },
    "a parent's alias": {
        was: endpointUrn(`acme:index:Web$${endpoints}`, "app-sqs-interface"),
        opts: () => ({ parent: new Net("net", { aliases: [{ type: "acme:index:Web" }] }) }),
    },
    "an alias of a parent whose name its own name starts with": {
        was: endpointUrn(`${net}$${net}$${endpoints}`, "first-sqs-interface"),
        opts: () => ({
            parent: new Net("app", { parent: new Net("outer"), aliases: [{ name: "first" }] }),
        }),
    },
};

describe("an endpoint that VpcEndpoints.inVpc finds", () => {
    it("belongs to the stack if its state has it, whatever its Name tag is: after renaming the stack or the endpoint", async () => {
        const state = stateWith(endpointUrn(endpoints, "app-sqs-interface"));
        for (const name of ["test-app-sqs-interface", "queue"]) {
            assert.deepEqual(await preview(name, state), ["app-sqs-interface"]);
        }
    });

    for (const [title, { was, opts }] of Object.entries(formers)) {
        it(`belongs to the stack if its state has the URN from ${title}`, async () => {
            assert.deepEqual(await preview("queue", stateWith(was), opts), ["app-sqs-interface"]);
        });
    }

    it("belongs to another owner if the state does not have it, even with this stack's Name tag", async () => {
        const error = await failure(preview("dev-app-sqs-interface", {}));
        assert.deepEqual(codesOf(error.problems), ["if.private-dns-conflict existing.sqs"]);
    });

    it("is never suggested for existing if the stack created it under a name that no alias covers", async () => {
        const state = stateWith(endpointUrn(endpoints, "old-sqs-interface"));
        const error = await failure(preview("dev-app-sqs-interface", state));
        const { hint } = (error.problems as { hint: string }[])[0]!;
        assert.match(hint, /aliases: \["urn:pulumi:dev::private-vpc::private-vpc:index:VpcEndpoints::old"\]/);
        assert.doesNotMatch(hint, /existing: \{/);
    });

    it("is recognized by its Name tag if there is no state: for every stack, name and parent it had", async () => {
        const aliases = [{ stack: "test", name: "old" }, urn(endpoints, "first")];
        for (const name of ["dev-app", "dev-old", "test-old", "dev-first", "test-app"]) {
            const made = await preview(`${name}-sqs-interface`, undefined, () => ({ aliases }));
            assert.deepEqual(made, ["app-sqs-interface"], name);
        }
        const renamed = () => ({ parent: new Net("app", { aliases: [{ name: "first" }] }) });
        assert.deepEqual(await preview("dev-first-sqs-interface", undefined, renamed), ["app-sqs-interface"]);
    });

    it("has unknown ownership if there is no state, and the hint says how to find out", async () => {
        const error = await failure(preview("test-app-sqs-interface", undefined));
        const { hint } = (error.problems as { hint: string }[])[0]!;
        assert.match(hint, new RegExp(`pulumi stack export \\| grep ${id}.*existing would delete it`));
    });
});
