import * as assert from "node:assert/strict";

import * as aws from "@pulumi/aws";

import { FlowLogsDestination, PrivateVpc } from "../components";
import { runOffline } from "../emulator/runProgram";
import { identities, ofType, runVpc, smallVpc, types } from "./run";

describe("PrivateVpc", () => {
    it("creates a VPC with DNS support and DNS hostnames on [gw.dns] [if.private-dns-attrs]", async () => {
        const run = await runVpc({});
        assert.deepEqual(ofType(run, types.vpc).app?.inputs, {
            cidrBlock: "10.0.0.0/16",
            enableDnsSupport: true,
            enableDnsHostnames: true,
            tags: { Name: "dev-app", "private-vpc:owner": "private-vpc/dev" },
        });
    });

    it("creates in each zone one isolated subnet, one route table, and their association", async () => {
        const run = await runVpc({});
        const vpcId = run.outputs.vpcId;
        const subnets = ofType(run, types.subnet);
        assert.deepEqual(Object.keys(subnets).sort(), ["app-us-east-1a", "app-us-east-1b"]);
        assert.deepEqual(subnets["app-us-east-1b"]?.inputs, {
            vpcId,
            availabilityZone: "us-east-1b",
            cidrBlock: "10.0.32.0/19",
            mapPublicIpOnLaunch: false,
            tags: { Name: "dev-app-us-east-1b", "private-vpc:owner": "private-vpc/dev" },
        });
        const routeTables = ofType(run, types.routeTable);
        assert.deepEqual(Object.keys(routeTables).sort(), ["app-us-east-1a", "app-us-east-1b"]);
        assert.deepEqual(routeTables["app-us-east-1b"]?.inputs, {
            vpcId,
            tags: { Name: "dev-app-us-east-1b", "private-vpc:owner": "private-vpc/dev" },
        });
        const associations = ofType(run, types.association);
        assert.deepEqual(Object.keys(associations).sort(), ["app-us-east-1a", "app-us-east-1b"]);
        for (const zone of ["us-east-1a", "us-east-1b"]) {
            assert.deepEqual(associations[`app-${zone}`]?.inputs, {
                subnetId: run.outputs.subnetIdsByZone[zone],
                routeTableId: run.outputs.routeTableIdsByZone[zone],
            });
        }
    });

    it("adds subnets in secondary CIDR blocks, in the zones' route tables, once the blocks are associated", async () => {
        const run = await runVpc({ services: ["sqs"], secondaryCidrBlocks: [{ cidrBlock: "100.64.0.0/16" }] });
        const name = "app-100.64.0.0/16";
        const { vpcId, secondarySubnetIds, routeTableIdsByZone } = run.outputs;
        const association = ofType(run, types.cidrAssociation)[name]!;
        assert.deepEqual(association.inputs, { vpcId, cidrBlock: "100.64.0.0/16" });
        const subnet = ofType(run, types.subnet)[`${name}-us-east-1b`]!;
        assert.deepEqual(subnet.inputs, {
            vpcId,
            availabilityZone: "us-east-1b",
            cidrBlock: "100.64.32.0/19",
            mapPublicIpOnLaunch: false,
            tags: { Name: `dev-${name}-us-east-1b`, "private-vpc:owner": "private-vpc/dev" },
        });
        assert.ok(subnet.dependencies.includes(association.urn));
        assert.deepEqual(ofType(run, types.association)[`${name}-us-east-1b`]?.inputs, {
            subnetId: secondarySubnetIds["100.64.0.0/16"]["us-east-1b"],
            routeTableId: routeTableIdsByZone["us-east-1b"],
        });
        const plain = await runVpc({ services: ["sqs"] });
        const { subnetIds } = ofType(plain, types.endpoint)["app-sqs-interface"]!.inputs;
        assert.deepEqual(ofType(run, types.endpoint)["app-sqs-interface"]?.inputs.subnetIds, subnetIds);
        assert.equal(ofType(run, types.ingress)["app-endpoints-443-100.64.0.0/16"]?.inputs.cidrIpv4, "100.64.0.0/16");
        assert.deepEqual(plain.outputs.secondarySubnetIds, {});
    });

    it("removes all rules of the VPC's default security group", async () => {
        const run = await runVpc({});
        assert.deepEqual(ofType(run, types.defaultGroup)["app-default"]?.inputs, {
            vpcId: run.outputs.vpcId,
            ingress: [],
            egress: [],
            tags: { Name: "dev-app-default", "private-vpc:owner": "private-vpc/dev" },
        });
    });

    it("creates everything requested, and never a route out of the VPC [gw.route-managed]", async () => {
        const run = await runVpc({ services: ["s3", "sqs"], flowLogs: { destination: "cloud-watch-logs" } });
        const made = [...new Set(run.resources.map(({ type }) => type))].sort();
        assert.deepEqual(made, [
            "aws:cloudwatch/logGroup:LogGroup",
            "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
            "aws:ec2/flowLog:FlowLog",
            "aws:ec2/routeTable:RouteTable",
            "aws:ec2/routeTableAssociation:RouteTableAssociation",
            "aws:ec2/securityGroup:SecurityGroup",
            "aws:ec2/subnet:Subnet",
            "aws:ec2/vpc:Vpc",
            "aws:ec2/vpcEndpoint:VpcEndpoint",
            "aws:iam/role:Role",
            "aws:iam/rolePolicy:RolePolicy",
            "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
            "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
            "private-vpc:index:PrivateVpc",
            "private-vpc:index:VpcEndpoints",
            "pulumi:pulumi:Stack",
        ]);
        for (const table of Object.values(ofType(run, types.routeTable))) assert.ok(!("routes" in table.inputs));
    });

    it("uses a zone's CIDR block from subnetCidrBlocks if given", async () => {
        const run = await runVpc({ subnetCidrBlocks: { "us-east-1b": "10.0.200.0/24" } });
        const subnets = ofType(run, types.subnet);
        assert.equal(subnets["app-us-east-1a"]?.inputs.cidrBlock, "10.0.0.0/19");
        assert.equal(subnets["app-us-east-1b"]?.inputs.cidrBlock, "10.0.200.0/24");
    });

    it("is the parent of every resource, with a child component for the endpoints", async () => {
        const run = await runVpc({ services: ["s3"] });
        const vpc = run.resources.find(({ type }) => type === "private-vpc:index:PrivateVpc")!;
        const endpoints = run.resources.find(({ type }) => type === "private-vpc:index:VpcEndpoints")!;
        assert.equal(endpoints.parent, vpc.urn);
        assert.equal(ofType(run, types.subnet)["app-us-east-1a"]?.parent, vpc.urn);
        assert.equal(ofType(run, types.endpoint)["app-s3-gateway"]?.parent, endpoints.urn);
    });

    it("merges the caller's tags with a Name that starts with the stack's name, for every taggable resource", async () => {
        const run = await runVpc({ services: ["s3", "sqs"], tags: { team: "search" } }, undefined, { stack: "prod" });
        const tagless = [types.association, types.rolePolicy, "pulumi:pulumi:Stack"];
        const taggable = run.resources.filter(({ type, custom }) => custom && !tagless.includes(type));
        assert.ok(taggable.length > 10);
        for (const { name, inputs } of taggable) {
            const own = { Name: `prod-${name}`, "private-vpc:owner": "private-vpc/prod" };
            assert.deepEqual(inputs.tags, { team: "search", ...own });
        }
    });

    it("tags every resource with its owner: project and stack, or the caller's owner", async () => {
        const ownersOf = async (args: { owner?: string }) => {
            const flowLogs = { destination: FlowLogsDestination.CloudWatchLogs };
            const { resources } = await runVpc({ services: ["s3", "sqs"], flowLogs, ...args });
            const tagged = resources.filter(({ inputs }) => "Name" in Object(inputs.tags));
            assert.equal(tagged.length, 16);
            return [...new Set(tagged.map(({ inputs }) => inputs.tags["private-vpc:owner"]))];
        };
        assert.deepEqual(await ownersOf({}), ["private-vpc/dev"]);
        assert.deepEqual(await ownersOf({ owner: "shop/network" }), ["shop/network"]);
    });

    it("passes protect on to every resource, and protects none without it", async () => {
        const protectedRun = await runVpc({ services: ["s3", "sqs"] }, () => ({ protect: true }));
        const made = protectedRun.resources.filter(({ type }) => type !== "pulumi:pulumi:Stack");
        assert.deepEqual(made.filter((one) => !one.protect).map(({ name }) => name), []);
        const run = await runVpc({ services: ["s3", "sqs"] });
        assert.deepEqual(run.resources.filter((one) => one.protect).map(({ name }) => name), []);
    });

    it("creates and looks up everything through the given provider", async () => {
        const provider = () => ({ provider: new aws.Provider("other", { region: "us-east-1" }) });
        const run = await runVpc({ services: ["s3", "sqs"] }, provider);
        const own = run.resources.filter(({ custom, type }) => custom && type.startsWith("aws:"));
        assert.ok(own.length > 10);
        for (const one of own) assert.match(one.provider, /::other::/, one.name);
        assert.ok(run.invokes.length > 0);
        for (const invoke of run.invokes) assert.match(invoke.provider ?? "", /::other::/, invoke.token);
    });

    it("registers the same resources in a preview, when IDs are unknown, as in an update", async () => {
        const args = { services: ["s3", "sqs"], endpoints: { s3: { reachableFrom: ["10.8.0.0/16"] } } };
        const preview = await runVpc(args, undefined, { preview: true });
        const update = await runVpc(args);
        assert.deepEqual(identities(preview), identities(update));
        assert.ok(identities(update).includes("aws:ec2/vpcEndpoint:VpcEndpoint::app-s3-interface"));
    });

    it("does not conflict with a second one in the same stack", async () => {
        const run = await runOffline(() => {
            new PrivateVpc("first", { ...smallVpc, services: ["s3", "sqs"] });
            new PrivateVpc("second", { ...smallVpc, cidrBlock: "10.1.0.0/16", services: ["s3", "sqs"] });
        }, { config: { "aws:region": "us-east-1" } });
        const urns = run.resources.map(({ urn }) => urn);
        assert.equal(new Set(urns).size, urns.length);
        assert.equal(Object.keys(ofType(run, types.endpoint)).length, 4);
    });

    it("outputs what was created, by zone and by service", async () => {
        const { outputs } = await runVpc({ services: ["dynamodb", "sqs"] });
        for (const ids of ["subnetIds", "routeTableIds"]) {
            const byZone = outputs[`${ids}ByZone`];
            assert.deepEqual(Object.keys(byZone), ["us-east-1a", "us-east-1b"]);
            assert.deepEqual(outputs[ids], Object.values(byZone));
        }
        assert.deepEqual(Object.keys(outputs.gatewayEndpointIds), ["dynamodb"]);
        assert.deepEqual(Object.keys(outputs.prefixListIds), ["dynamodb"]);
        assert.match(outputs.prefixListIds.dynamodb, /^pl-/);
        assert.deepEqual(Object.keys(outputs.interfaceEndpointIds), ["sqs"]);
        assert.match(outputs.dnsNames.sqs, /^vpce-[0-9a-f]+-[0-9a-f]+\.sqs\.us-east-1\.vpce\.amazonaws\.com$/);
        assert.match(outputs.endpointSecurityGroupId, /^sg-/);
        assert.match(outputs.clientSecurityGroupId, /^sg-/);
        assert.notEqual(outputs.clientSecurityGroupId, outputs.endpointSecurityGroupId);
    });
});
