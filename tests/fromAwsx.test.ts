import * as assert from "node:assert/strict";

import { fromAwsx, VpcEndpoints } from "../components";
import { type Run, runOffline } from "../emulator/runProgram";
import { awsxVpc } from "./awsxVpc";
import { codesOf } from "./codesOf";
import { failure, ofType, types } from "./run";

const config = { "aws:region": "us-east-1" };
const zones = ["us-east-1a", "us-east-1b"];

function runAwsx(kinds: string[], named = zones, dns?: { enableDnsHostnames?: boolean }): Promise<Run> {
    const program = () => {
        new VpcEndpoints("app", { ...fromAwsx(awsxVpc(kinds, dns), named), services: ["s3", "sqs"] });
    };
    return runOffline(program, { config });
}

/** Names of the subnets and route tables that endpoints got, since ids say nothing. */
function pathOf(run: Run): { subnets: string[]; tables: string[] } {
    const endpoints = ofType(run, types.endpoint);
    const name = (id: string) => names.get(id) ?? id;
    const names = new Map<string, string>();
    for (const { type, name: resource, inputs } of run.resources) {
        if (type === types.association) {
            names.set(inputs.subnetId, resource);
            names.set(inputs.routeTableId, resource);
        }
    }
    return {
        subnets: endpoints["app-sqs-interface"]!.inputs.subnetIds.map(name),
        tables: endpoints["app-s3-gateway"]!.inputs.routeTableIds.map(name).sort(),
    };
}

describe("fromAwsx", () => {
    it("places endpoints in the isolated subnets, zone by zone, and gateways in those subnets' route tables only", async () => {
        assert.deepEqual(pathOf(await runAwsx(["public", "private", "isolated"])), {
            subnets: ["isolated-us-east-1a-2", "isolated-us-east-1b-2"],
            tables: ["isolated-us-east-1a-2", "isolated-us-east-1b-2"],
        });
    });

    it("uses the private subnets if none is isolated", async () => {
        assert.deepEqual(pathOf(await runAwsx(["public", "private"])), {
            subnets: ["private-us-east-1a-1", "private-us-east-1b-1"],
            tables: ["private-us-east-1a-1", "private-us-east-1b-1"],
        });
    });

    it("uses the first of several subnets in a zone, and the route tables of all of them [if.subnet-per-az] [gw.implicit-scope]", async () => {
        assert.deepEqual(pathOf(await runAwsx(["isolated", "isolated"], ["us-east-1b"])), {
            subnets: ["isolated-us-east-1b-0"],
            tables: [
                "isolated-us-east-1a-0",
                "isolated-us-east-1a-1",
                "isolated-us-east-1b-0",
                "isolated-us-east-1b-1",
            ],
        });
    });

    it("passes on the VPC's ID and CIDR block", async () => {
        const run = await runAwsx(["isolated"]);
        const { vpcId } = ofType(run, types.endpoint)["app-sqs-interface"]!.inputs;
        assert.match(vpcId, /^vpc-/);
        assert.equal(Object.values(ofType(run, types.ingress))[0]?.inputs.cidrIpv4, "10.0.0.0/16");
    });

    it("rejects a VPC without isolated or private subnets, and a zone without one", async () => {
        const none = await failure(runAwsx(["public"]));
        assert.deepEqual(codesOf(none.problems), ["vpc.no-private-subnet vpc"]);
        assert.match(none.message, /^fromAwsx: 1 problem; nothing was created:\n\n {2}vpc\n/);
        const elsewhere = await failure(runAwsx(["isolated"], ["us-east-1c"]));
        assert.deepEqual(codesOf(elsewhere.problems), ["vpc.no-private-subnet zones"]);
    });

    it("rejects a VPC with DNS hostnames off, which is awsx's default [if.private-dns-attrs]", async () => {
        const error = await failure(runAwsx(["isolated"], zones, { enableDnsHostnames: false }));
        assert.deepEqual(codesOf(error.problems), ["if.private-dns-attrs vpc"]);
    });
});
