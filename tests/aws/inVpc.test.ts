import * as assert from "node:assert/strict";

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { type InVpcArgs, VpcEndpoints } from "../../components";
import { type Attributes, EmulatedAws, LookUpError, type Made } from "../../emulator/aws/emulatedAws";
import { type Run, runOffline, type RunOptions } from "../../emulator/runProgram";
import { codesOf } from "../codesOf";
import { failure, identities, ofType, types } from "../run";

const config = { "aws:region": "us-east-1" };
const made = (type: string, id: string, attributes: Attributes): Made => ({ id, type, name: id, attributes });
const vpcId = "vpc-1";
const endpointId = "vpce-0123456789abcdef0";

/** A VPC that is there already: in each of two zones a private subnet, and a public one in the first. */
function account(vpc: Attributes = {}, ...more: Made[]): RunOptions {
    const resources = [
        made(types.vpc, vpcId, {
            cidrBlock: "10.0.0.0/16",
            enableDnsHostnames: true,
            mainRouteTableId: "rtb-main",
            ...vpc,
        }),
        made(types.subnet, "subnet-public", { vpcId, availabilityZone: "us-east-1a", cidrBlock: "10.0.0.0/24" }),
        made(types.subnet, "subnet-a", { vpcId, availabilityZone: "us-east-1a", cidrBlock: "10.0.1.0/24" }),
        made(types.subnet, "subnet-b", { vpcId, availabilityZone: "us-east-1b", cidrBlock: "10.0.2.0/24" }),
        made(types.routeTable, "rtb-public", { vpcId, routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: "igw-1" }] }),
        made(types.association, "rtbassoc-1", { subnetId: "subnet-public", routeTableId: "rtb-public" }),
        ...more,
    ];
    return { config, context: { resources } };
}

function runInVpc(args: Partial<InVpcArgs>, options: RunOptions = account()): Promise<Run> {
    return runOffline(async () => {
        const { gatewayEndpointIds, interfaceEndpointIds } = await VpcEndpoints.inVpc("app", { vpcId, ...args });
        return { gatewayEndpointIds, interfaceEndpointIds };
    }, options);
}

/** An interface endpoint of SQS that holds the service's names, by its `Name` tag. */
const sqsNamed = (Name: string) =>
    made(types.endpoint, endpointId, {
        vpcId,
        serviceName: "com.amazonaws.us-east-1.sqs",
        vpcEndpointType: "Interface",
        privateDnsEnabled: true,
        state: "available",
        tags: { Name },
    });

const pathsOf = ({ problems }: { problems?: unknown }) => (problems as { path: string }[]).map(({ path }) => path);

describe("VpcEndpoints.inVpc", () => {
    it("looks up CIDR block, private subnets and route tables by the VPC's ID alone", async () => {
        const run = await runInVpc({ services: ["s3", "sqs"] });
        const endpoints = ofType(run, types.endpoint);
        assert.deepEqual(endpoints["app-sqs-interface"]?.inputs.subnetIds, ["subnet-a", "subnet-b"]);
        assert.deepEqual(endpoints["app-s3-gateway"]?.inputs.routeTableIds, ["rtb-main"]);
        for (const { inputs } of Object.values(endpoints)) assert.equal(inputs.vpcId, vpcId);
        assert.equal(Object.values(ofType(run, types.ingress))[0]?.inputs.cidrIpv4, "10.0.0.0/16");
    });

    it("allows every CIDR block associated with the VPC, and egress to endpoints in any of them", async () => {
        const secondary = (cidrBlock: string, state: string) =>
            made("aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation", `vpc-cidr-assoc-${cidrBlock}`, {
                vpcId,
                cidrBlock,
                state,
            });
        const associated = [
            secondary("100.64.0.0/16", "associated"),
            secondary("100.65.0.0/16", "disassociated"),
            secondary("100.66.0.0/16", "failed"),
        ];
        const endpoints = { sqs: { reachableFrom: ["10.9.0.0/16"] } };
        const args = { services: ["sns", "sqs", "kms"], endpoints, existing: { kms: endpointId } };
        const kms = made(types.endpoint, endpointId, {
            vpcId,
            serviceName: "com.amazonaws.us-east-1.kms",
            vpcEndpointType: "Interface",
        });
        const run = await runInVpc(args, account({}, ...associated, kms));
        const ranges = (type: string) =>
            Object.entries(ofType(run, type)).flatMap(([name, { inputs }]) =>
                inputs.cidrIpv4 === undefined ? [] : [`${name}: ${inputs.cidrIpv4}`]
            ).sort();
        assert.deepEqual(ranges(types.ingress), [
            "app-endpoints-443-100.64.0.0/16: 100.64.0.0/16",
            "app-endpoints-443-vpc: 10.0.0.0/16",
            "app-sqs-interface-443-10.9.0.0/16: 10.9.0.0/16",
            "app-sqs-interface-443-100.64.0.0/16: 100.64.0.0/16",
            "app-sqs-interface-443-vpc: 10.0.0.0/16",
        ]);
        assert.deepEqual(ranges(types.egress), [
            "app-client-existing-443-100.64.0.0/16: 100.64.0.0/16",
            "app-client-existing-443: 10.0.0.0/16",
        ]);
    });

    it("passes no secondaryCidrBlocks to the component if the VPC has only its primary one", async () => {
        const run = await runInVpc({ services: ["sqs"] });
        const { inputs } = run.resources.find(({ type }) => type === "private-vpc:index:VpcEndpoints")!;
        assert.deepEqual(Object.keys(inputs).sort(), [
            "routeTableIds",
            "services",
            "subnetIds",
            "vpcCidrBlock",
            "vpcId",
        ]);
    });

    it("creates the same resources in a preview, in the same subnets", async () => {
        const options = account();
        const run = await runInVpc({ services: ["s3", "sqs"] }, options);
        const preview = await runInVpc({ services: ["s3", "sqs"] }, { ...options, preview: true });
        assert.deepEqual(identities(preview), identities(run));
        const [a, b] = [preview, run].map((one) => ofType(one, types.endpoint)["app-sqs-interface"]?.inputs.subnetIds);
        assert.deepEqual(a, b);
    });

    it("looks up with the component's own provider, given as provider or providers", async () => {
        for (const form of ["one", "list", "map"] as const) {
            const run = await runOffline(async () => {
                const provider = new aws.Provider("mine", { region: "us-east-1" });
                const providers = form === "list" ? [provider] : { aws: provider };
                const opts = form === "one" ? { provider } : { providers };
                await VpcEndpoints.inVpc("app", { vpcId, services: ["sqs"] }, opts);
            }, account());
            assert.ok(run.invokes.length > 8, String(run.invokes.length));
            for (const { token, provider } of run.invokes) assert.match(provider ?? "", /::mine::/, `${form} ${token}`);
        }
    });

    it("reports subnets of another VPC, two subnets in one zone, and all other problems at once [if.subnet-per-az]", async () => {
        const foreign = made(types.subnet, "subnet-x", {
            vpcId: "vpc-2",
            availabilityZone: "us-east-1c",
            cidrBlock: "10.9.0.0/24",
        });
        const registered: string[] = [];
        const newResource = ({ type }: pulumi.runtime.MockResourceArgs) => {
            if (type.startsWith("aws:")) registered.push(type);
            return undefined;
        };
        const subnetIds = ["subnet-a", "subnet-x", "subnet-public", "subnet-nowhere"];
        const error = await failure(
            runInVpc({ subnetIds, services: ["sqss"] }, { ...account({}, foreign), newResource }),
        );
        assert.deepEqual(pathsOf(error), ["subnetIds[1]", "subnetIds[2]", "subnetIds[3]", "services[0]"]);
        assert.match(error.message, /^app: 4 problems; nothing was created:/);
        assert.match(error.message, /subnet-x is in vpc-2, not in vpc-1/);
        assert.match(error.message, /subnet-public and subnet-a are both in us-east-1a/);
        assert.match(error.message, /there is no subnet subnet-nowhere/);
        assert.deepEqual(registered, []);
    });

    it("rejects a VPC without DNS hostnames [if.private-dns-attrs]", async () => {
        const error = await failure(runInVpc({ services: ["sqs"] }, account({ enableDnsHostnames: false })));
        assert.deepEqual(codesOf(error.problems), ["if.private-dns-attrs vpcId"]);
    });

    it("fails without a stack trace, which the program runner would take most of a minute to print", async () => {
        assert.equal((await failure(runInVpc({ vpcId: "vpc-2", services: ["sqs"] }))).stack, "");
    });

    it("fails for a VPC that does not exist, with the provider's message", async () => {
        const error = await failure(runInVpc({ vpcId: "vpc-2", services: ["sqs"] }));
        assert.deepEqual(codesOf(error.problems), ["aws.no-answer vpcId"]);
    });

    it("finds in a preview the endpoints that AWS would reject because of existing ones [if.private-dns-conflict] [gw.one-per-table]", async () => {
        const options = {
            ...account(
                {},
                sqsNamed("theirs"),
                made(types.endpoint, "vpce-0fedcba9876543210", {
                    vpcId,
                    serviceName: "com.amazonaws.us-east-1.s3",
                    vpcEndpointType: "Gateway",
                    routeTableIds: ["rtb-main"],
                    state: "available",
                }),
            ),
            preview: true,
        };
        const error = await failure(runInVpc({ services: ["s3", "sns", "sqs"] }, options));
        assert.deepEqual(pathsOf(error), ["existing.s3", "existing.sqs"]);
        assert.match(error.message, /vpce-0fedcba9876543210 is already associated with rtb-main/);
        assert.match(error.message, /vpce-0123456789abcdef0 already uses the private DNS names of sqs in vpc-1/);
        const existing = { s3: "vpce-0fedcba9876543210", sqs: endpointId };
        const run = await runInVpc({ services: ["s3", "sns", "sqs"], existing }, options);
        assert.deepEqual(Object.keys(ofType(run, types.endpoint)), ["app-sns-interface"]);
    });

    it("warns in a preview if a service has several endpoints, because the provider returns none of them", async () => {
        const second = (id: string, tables: string[]) =>
            made(types.endpoint, id, {
                vpcId,
                serviceName: "com.amazonaws.us-east-1.s3",
                vpcEndpointType: "Gateway",
                routeTableIds: tables,
                state: "available",
            });
        const several = account({}, second(endpointId, ["rtb-x"]), second("vpce-0fedcba9876543210", ["rtb-y"]));
        const warnings: string[] = [];
        const { warn } = pulumi.log;
        Object.assign(pulumi.log, { warn: async (message: string) => void warnings.push(message) });
        try {
            const run = await runInVpc({ services: ["s3"] }, { ...several, preview: true });
            assert.deepEqual(Object.keys(ofType(run, types.endpoint)), ["app-s3-gateway"]);
        } finally {
            Object.assign(pulumi.log, { warn });
        }
        assert.equal(warnings.length, 1);
        assert.match(warnings[0]!, /^vpc-1 has several endpoints of com.amazonaws.us-east-1.s3/);
    });

    it("does not report its own endpoints from an earlier deployment as a collision", async () => {
        const options = { ...account({}, sqsNamed("dev-app-sqs-interface")), preview: true };
        const run = await runInVpc({ services: ["sqs"] }, options);
        assert.deepEqual(Object.keys(ofType(run, types.endpoint)), ["app-sqs-interface"]);
    });

    it("does not report endpoints that it created under a former name", async () => {
        const options = { ...account({}, sqsNamed("dev-old-sqs-interface")), preview: true };
        const renamed = (aliases?: pulumi.Alias[]) =>
            runOffline(async () => {
                await VpcEndpoints.inVpc("app", { vpcId, services: ["sqs"] }, { aliases });
            }, options);
        assert.deepEqual(pathsOf(await failure(renamed())), ["existing.sqs"]);
        const run = await renamed([{ parent: pulumi.rootStackResource }, { name: "old" }]);
        assert.deepEqual(Object.keys(ofType(run, types.endpoint)), ["app-sqs-interface"]);
    });

    it("reports a problem if AWS does not return the caller's identity", async () => {
        const aws = new EmulatedAws({ region: "us-east-1", ...account().context });
        const call = ({ token, inputs }: pulumi.runtime.MockCallArgs) => {
            if (token.includes("getCallerIdentity")) throw new LookUpError("AccessDenied: not authorized");
            return aws.invoke(token, inputs);
        };
        const newResource = ({ inputs }: pulumi.runtime.MockResourceArgs) => ({ id: "id", state: inputs });
        await pulumi.runtime.setMocks({ call, newResource }, "project", "stack", true);
        const error = await failure(VpcEndpoints.inVpc("app", { vpcId, services: ["sqs"] }));
        assert.deepEqual(pathsOf(error), ["vpcId"]);
        assert.match(
            error.message,
            /^app: 1 problem[\s\S]*looking up the account of the caller failed: .*AccessDenied: not authorized/,
        );
    });

    it("rejects an existing endpoint ID that does not exist or is of another service", async () => {
        const sqs = made(types.endpoint, endpointId, {
            vpcId,
            serviceName: "com.amazonaws.us-east-1.sqs",
            vpcEndpointType: "Interface",
        });
        const existing = { s3: "vpce-0123456789abcdeff", sns: endpointId };
        const services = ["s3", "sns", "sqss"];
        const error = await failure(runInVpc({ services, existing }, account({}, sqs)));
        assert.deepEqual(pathsOf(error), ["services[2]", "existing.s3", "existing.sns"]);
        assert.deepEqual(codesOf((error.problems as unknown[]).slice(1)), [
            "aws.no-answer existing.s3",
            "existing.other-service existing.sns",
        ]);
    });
});
