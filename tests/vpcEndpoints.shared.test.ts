import * as assert from "node:assert/strict";

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { PrivateVpc, VpcEndpoints, type VpcEndpointsArgs } from "../components";
import { type Made } from "../emulator/aws/emulatedAws";
import { type Run, runOffline, type RunOptions } from "../emulator/runProgram";
import { failure, ofType, smallVpc, types } from "./run";

const serviceName = "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0";
const place = {
    vpcId: "vpc-1",
    vpcCidrBlock: "10.0.0.0/16",
    subnetIds: { "us-east-1a": "subnet-a" },
    routeTableIds: ["rtb-a"],
};
const over = (name: string, args: Partial<VpcEndpointsArgs>) => new VpcEndpoints(name, { ...place, ...args });

/** Runs a program, and returns what it warned of. */
async function watched(
    program: () => unknown,
    options: RunOptions = {},
): Promise<{ run?: Run; error?: Error & { problems?: unknown }; warnings: string[] }> {
    const { warn } = pulumi.log;
    const warnings: string[] = [];
    Object.assign(pulumi.log, { warn: async (message: string) => void warnings.push(message) });
    try {
        const run = runOffline(program, { config: { "aws:region": "us-east-1" }, ...options });
        const error = await run.then(() => undefined, (reason: Error) => reason);
        return { run: error ? undefined : await run, error, warnings };
    } finally {
        Object.assign(pulumi.log, { warn });
    }
}

const preview = { preview: true };
const pathsOf = ({ problems }: { problems?: unknown }) => (problems as { path: string }[]).map(({ path }) => path);
const endpointsOf = (run: Run | undefined) => Object.keys(ofType(run!, types.endpoint)).sort();

describe("two components in one VPC", () => {
    it("collide in the second's constructor, with both names and a fix, if the IDs are plain strings [if.private-dns-conflict] [gw.one-per-table]", async () => {
        const registered: string[] = [];
        const newResource = ({ type, name }: pulumi.runtime.MockResourceArgs) => {
            if (type.startsWith("aws:")) registered.push(name);
            return undefined;
        };
        const program = () => {
            over("app", { services: ["s3", "sqs"] });
            over("web", { services: ["s3", "sns", "sqs"], routeTableIds: ["rtb-b", "rtb-a"] });
        };
        const { error } = await watched(program, { newResource });
        assert.deepEqual(pathsOf(error!), ["endpoints.s3", "endpoints.sqs.privateDns"]);
        assert.match(error!.message, /^web: 2 problems; nothing was created/);
        assert.match(error!.message, /app and web both create a gateway endpoint of s3 in rtb-a;/);
        assert.match(error!.message, /app and web both create an endpoint with the private DNS names of sqs in vpc-1;/);
        assert.deepEqual(registered.filter((name) => name.startsWith("web")), []);
    });

    it("share an endpoint if one of them passes it to the other as existing", async () => {
        const { run } = await watched(() => {
            const app = over("app", { services: ["s3", "sqs"] });
            const existing = {
                s3: app.gatewayEndpointIds.apply((ids) => ids.s3!),
                sqs: app.interfaceEndpointIds.apply((ids) => ids.sqs!),
            };
            over("web", { services: ["s3", "sns", "sqs"], existing });
        });
        assert.deepEqual(endpointsOf(run), ["app-s3-gateway", "app-sqs-interface", "web-sns-interface"]);
    });

    it("do not collide in two VPCs, in two route tables, or in two runs of a program", async () => {
        for (const name of ["app", "web"]) {
            const { run } = await watched(() => over(name, { services: ["s3", "sqs"] }));
            assert.deepEqual(endpointsOf(run), [`${name}-s3-gateway`, `${name}-sqs-interface`]);
        }
        const { run } = await watched(() => {
            over("app", { services: ["s3", "sqs"] });
            over("web", { services: ["s3", "sqs"], vpcId: "vpc-2", routeTableIds: ["rtb-b"] });
        });
        assert.equal(endpointsOf(run).length, 4);
    });

    it("do not collide outside a program, as in unit tests that create one after the other", async () => {
        const newResource = ({ inputs }: pulumi.runtime.MockResourceArgs) => ({ id: "id", state: inputs });
        await pulumi.runtime.setMocks({ call: () => ({}), newResource }, "project", "stack", true);
        for (const name of ["app", "web"]) assert.ok(over(name, { services: ["s3", "sqs"] }).plan);
    });

    it("collide as soon as the IDs are known, if they are outputs, also in a preview", async () => {
        const later = () => ({ vpcId: pulumi.output("vpc-1"), routeTableIds: pulumi.output(["rtb-a"]) });
        const { error } = await watched(() => {
            over("app", { services: ["s3", "sqs"], ...later() });
            over("web", { services: ["s3", "sqs"], ...later() });
        }, preview);
        assert.match(error!.message, /^web: 2 problems; AWS would reject/);
        assert.match(error!.message, /s3 in rtb-a;[\s\S]*sqs in vpc-1;/);
    });

    it("collide over the DNS firewall, whether the VPC's ID is a string or an output", async () => {
        const web = { services: ["sns"], dnsFirewall: {} };
        const message = /app and web both create a DNS firewall in vpc-1/;
        for (const vpcId of ["vpc-1", pulumi.output("vpc-1")]) {
            const both = (args: Partial<VpcEndpointsArgs>) =>
                watched(() => {
                    over("app", { services: ["sqs"], dnsFirewall: {}, vpcId });
                    over("web", { ...args, vpcId });
                }, preview);
            assert.match((await both(web)).error!.message, message);
            assert.equal((await both({ services: ["sns"] })).error, undefined);
        }
        const { error } = await watched(() => {
            over("app", { services: ["sqs"], dnsFirewall: {} });
            over("web", { ...web, vpcId: "vpc-2", routeTableIds: ["rtb-b"] });
        });
        assert.equal(error, undefined);
    });

    const inOneVpc = () => {
        const app = new PrivateVpc("app", { ...smallVpc, services: ["s3", "sqs"] });
        over("web", {
            services: ["s3", "sqs"],
            vpcId: app.vpcId,
            subnetIds: { "us-east-1a": app.subnetIdsByZone.apply((ids) => ids["us-east-1a"]!) },
            routeTableIds: app.routeTableIds,
        });
    };

    it("have a warning in a preview with unknown IDs, if the IDs come from the same resources", async () => {
        const { warnings, run } = await watched(inOneVpc, preview);
        assert.equal(endpointsOf(run).length, 4);
        assert.equal(warnings.length, 2, warnings.join("\n"));
        assert.match(warnings[0]!, /^app and web both create a gateway endpoint of s3 in the same route table;/);
        assert.match(
            warnings[1]!,
            /^app and web both create an endpoint with the private DNS names of sqs in the same VPC;/,
        );
    });

    it("have no warning if each is a PrivateVpc, or in its own VPC", async () => {
        const program = () => {
            for (const name of ["app", "web"]) {
                new PrivateVpc(name, { ...smallVpc, services: ["s3", "sqs"] });
                const vpc = new aws.ec2.Vpc(`${name}-flat`, { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true });
                const table = new aws.ec2.RouteTable(`${name}-flat`, { vpcId: vpc.id });
                over(`${name}-flat`, { services: ["s3", "sqs"], vpcId: vpc.id, routeTableIds: [table.id] });
            }
        };
        for (const options of [preview, {}]) {
            const { warnings, run } = await watched(program, options);
            assert.deepEqual(warnings, []);
            assert.equal(endpointsOf(run).length, 8);
        }
    });

    it("collide over the private DNS name of an endpoint service, plain or an output", async () => {
        const connect = (serviceName: pulumi.Input<string>) => ({ serviceName, privateDns: true });
        const plain = await watched(() => {
            over("app", { endpointServices: { orders: connect(serviceName) } });
            over("web", { endpointServices: { shop: connect(serviceName) } });
        });
        assert.deepEqual(pathsOf(plain.error!), ["endpointServices.shop.privateDns"]);
        const late = await watched(() => {
            over("app", { endpointServices: { orders: connect(pulumi.output(serviceName)) } });
            over("web", { endpointServices: { shop: connect(pulumi.output(serviceName)) } });
        }, preview);
        assert.match(late.error!.message, /endpointServices\.shop\.privateDns\n.*private DNS names of shop in vpc-1/);
        const other = await watched(() => {
            over("app", { endpointServices: { orders: connect(pulumi.output(serviceName)) } });
            over("web", { endpointServices: { shop: connect(pulumi.output(serviceName.replace("0123", "3210"))) } });
        }, preview);
        assert.equal(endpointsOf(other.run).length, 2);
    });

    it("collide in inVpc with both names, also if the first one's endpoint already exists in AWS", async () => {
        const made = (type: string, id: string, attributes: object): Made => ({ id, type, name: id, attributes });
        const [vpcId, id] = ["vpc-1", "vpce-0123456789abcdef0"];
        const sqs = { vpcId, serviceName: "com.amazonaws.us-east-1.sqs", vpcEndpointType: "Interface" };
        const resources = [
            made(types.vpc, vpcId, {
                cidrBlock: "10.0.0.0/16",
                enableDnsHostnames: true,
                mainRouteTableId: "rtb-main",
            }),
            made(types.subnet, "subnet-a", { vpcId, availabilityZone: "us-east-1a", cidrBlock: "10.0.1.0/24" }),
        ];
        const first = made(types.endpoint, id, {
            ...sqs,
            privateDnsEnabled: true,
            state: "available",
            tags: { Name: "dev-app-sqs-interface" },
        });
        for (const context of [{ resources }, { resources: [...resources, first] }]) {
            const program = async () => {
                await VpcEndpoints.inVpc("app", { vpcId, services: ["sqs"] });
                await VpcEndpoints.inVpc("web", { vpcId, services: ["sqs"] });
            };
            const config = { "aws:region": "us-east-1" };
            const error = await failure(runOffline(program, { config, context, ...preview }));
            assert.deepEqual(pathsOf(error), ["endpoints.sqs.privateDns"]);
            assert.match(error.message, /app and web both create an endpoint/);
        }
    });
});
