import * as assert from "node:assert/strict";

import * as pulumi from "@pulumi/pulumi";

import { type EndpointArgs, EndpointKind, VpcEndpoints, type VpcEndpointsArgs } from "../components";
import { regionalName } from "../components/resources/makeEndpoints";
import { runOffline } from "../emulator/runProgram";
import { codesOf } from "./codesOf";
import { failure, identities, ofType, runVpc, types } from "./run";

const config = { "aws:region": "us-east-1" };
const someVpc: VpcEndpointsArgs = {
    vpcId: "vpc-1",
    vpcCidrBlock: "10.0.0.0/16",
    subnetIds: { "us-east-1b": "subnet-b", "us-east-1a": "subnet-a" },
    routeTableIds: ["rtb-a", "rtb-b"],
};

function runEndpoints(args: Partial<VpcEndpointsArgs>) {
    return runOffline(() => new VpcEndpoints("app", { ...someVpc, ...args }), { config });
}

describe("VpcEndpoints", () => {
    it("associates gateway endpoints with the route tables of all private subnets only [gw.same-region] [rep.attach-resources]", async () => {
        const run = await runVpc({ services: ["s3", "dynamodb", "s3express", "sqs"] });
        const all = Object.values(run.outputs.routeTableIds).sort();
        assert.equal(all.length, 2);
        const gateways = Object.values(ofType(run, types.endpoint))
            .filter(({ inputs }) => inputs.vpcEndpointType === "Gateway");
        assert.deepEqual(gateways.map(({ name }) => name).sort(), [
            "app-dynamodb-gateway",
            "app-s3-gateway",
            "app-s3express-gateway",
        ]);
        for (const { inputs, deleteBeforeReplace } of gateways) {
            assert.deepEqual([...inputs.routeTableIds].sort(), all);
            assert.deepEqual(
                Object.keys(inputs).sort(),
                ["policy", "routeTableIds", "serviceName", "tags", "vpcEndpointType", "vpcId"],
            );
            assert.equal(deleteBeforeReplace, false);
        }
    });

    it("attaches to interface endpoints the security group created for them, never the default one [if.sg-default]", async () => {
        const run = await runVpc({
            services: ["sqs", "kms"],
            endpoints: { kms: { allowedCidrBlocks: ["10.0.1.0/24"] } },
        });
        const endpoints = ofType(run, types.endpoint);
        const groups = ofType(run, types.group);
        const defaultGroup = ofType(run, types.defaultGroup)["app-default"];
        assert.ok(defaultGroup);
        assert.deepEqual(endpoints["app-sqs-interface"]?.inputs.securityGroupIds, [
            run.outputs.endpointSecurityGroupId,
        ]);
        assert.deepEqual(Object.keys(groups).sort(), ["app-client", "app-endpoints", "app-kms-interface"]);
        const [own] = endpoints["app-kms-interface"]?.inputs.securityGroupIds ?? [];
        assert.match(own, /^sg-/);
        assert.notEqual(own, run.outputs.endpointSecurityGroupId);
        const rules = Object.values(ofType(run, types.ingress)).map(({ inputs }) => inputs);
        assert.deepEqual(rules.filter((rule) => rule.securityGroupId === own).map((rule) => rule.cidrIpv4), [
            "10.0.1.0/24",
        ]);
    });

    it("creates an interface endpoint with one subnet per zone, private DNS, and every input explicit [rep.attach-resources] [rep.force-new]", async () => {
        const run = await runEndpoints({ services: ["sqs"] });
        const sqs = ofType(run, types.endpoint)["app-sqs-interface"]!;
        const { policy, ...inputs } = sqs.inputs;
        assert.deepEqual(inputs, {
            vpcId: "vpc-1",
            serviceName: "com.amazonaws.us-east-1.sqs",
            vpcEndpointType: "Interface",
            subnetIds: ["subnet-a", "subnet-b"],
            securityGroupIds: [run.outputs.endpointSecurityGroupId],
            privateDnsEnabled: true,
            tags: { Name: "dev-app-sqs-interface", "private-vpc:owner": "private-vpc/dev" },
        });
        assert.equal(
            policy,
            `{"Version":"2012-10-17","Statement":[{"Sid":"OwnPrincipalsToOwnResources","Effect":"Allow","Principal":"*",`
                + `"Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalAccount":"123456789012",`
                + `"aws:ResourceAccount":"123456789012"}}},{"Sid":"AwsServicesToOwnResources","Effect":"Allow",`
                + `"Principal":"*","Action":"*","Resource":"*","Condition":{"Bool":{"aws:PrincipalIsAWSService":"true"},`
                + `"StringEquals":{"aws:ResourceAccount":"123456789012"}}}]}`,
        );
        assert.equal(sqs.deleteBeforeReplace, true);
        assert.equal(sqs.protect, false);
    });

    it("outputs the Regional DNS name of an endpoint, wherever it is in AWS's list of names [if.az-order]", () => {
        const name = (host: string) => ({ dnsName: `${host}.us-east-1.vpce.amazonaws.com` });
        const regional = name("vpce-0123456789abcdef0-abcdefgh.notebook");
        const entries = [
            { dnsName: "sqs.us-east-1.amazonaws.com" },
            name("vpce-0123456789abcdef0-abcdefgh-us-east-1a.notebook"),
            name("vpce-0123456789abcdef0-abcdefgh-us-east-1b.notebook"),
            regional,
        ];
        for (const order of [entries, [...entries].reverse()]) {
            assert.equal(regionalName(order, "us-east-1"), regional.dnsName);
        }
    });

    it("creates both for S3 reachable from outside: the gateway first, private DNS for inbound Resolvers only [s3.inbound-only-default]", async () => {
        const run = await runEndpoints({ services: ["s3"], endpoints: { s3: { reachableFrom: ["10.200.0.0/16"] } } });
        const { "app-s3-gateway": gateway, "app-s3-interface": face } = ofType(run, types.endpoint);
        assert.deepEqual(gateway?.inputs.routeTableIds, ["rtb-a", "rtb-b"]);
        assert.equal(face?.inputs.privateDnsEnabled, true);
        assert.deepEqual(face?.inputs.dnsOptions, { privateDnsOnlyForInboundResolverEndpoint: true });
        assert.ok(face?.dependencies.includes(gateway!.urn));
        const [group] = face!.inputs.securityGroupIds;
        const admitted = Object.values(ofType(run, types.ingress)).map(({ name, inputs }) => [
            name,
            inputs.securityGroupId === group,
            inputs.cidrIpv4,
            inputs.fromPort,
            inputs.toPort,
            inputs.ipProtocol,
        ]);
        assert.deepEqual(admitted.sort(), [
            ["app-s3-interface-443-10.200.0.0/16", true, "10.200.0.0/16", 443, 443, "tcp"],
            ["app-s3-interface-443-vpc", true, "10.0.0.0/16", 443, 443, "tcp"],
        ]);
    });

    it("sets the S3 flag to false for an interface alone, since AWS's default is true [s3.inbound-only-default]", async () => {
        const run = await runEndpoints({
            services: ["s3", "sqs"],
            endpoints: { s3: { kind: EndpointKind.Interface } },
        });
        const endpoints = ofType(run, types.endpoint);
        assert.deepEqual(Object.keys(endpoints).sort(), ["app-s3-interface", "app-sqs-interface"]);
        assert.deepEqual(endpoints["app-s3-interface"]?.inputs.dnsOptions, {
            privateDnsOnlyForInboundResolverEndpoint: false,
        });
        assert.ok(!("dnsOptions" in endpoints["app-sqs-interface"]!.inputs));
    });

    it("leaves the S3 flag to AWS's default in China, where the provider drops it, and sends it in GovCloud [s3.inbound-only-default] [name.china]", async () => {
        const dnsOptionsIn = async (region: string) => {
            const args = {
                ...someVpc,
                subnetIds: { [`${region}a`]: "subnet-a" },
                services: ["s3"],
                endpoints: { s3: { reachableFrom: ["10.200.0.0/16"] } },
            };
            const run = await runOffline(() => new VpcEndpoints("app", args), { config: { "aws:region": region } });
            const { inputs } = ofType(run, types.endpoint)["app-s3-interface"]!;
            return [inputs.serviceName, inputs.privateDnsEnabled, inputs.dnsOptions];
        };
        assert.deepEqual(await dnsOptionsIn("cn-north-1"), ["cn.com.amazonaws.cn-north-1.s3", true, undefined]);
        assert.deepEqual(await dnsOptionsIn("us-gov-west-1"), [
            "com.amazonaws.us-gov-west-1.s3",
            true,
            { privateDnsOnlyForInboundResolverEndpoint: true },
        ]);
    });

    it("creates DynamoDB's interface without private DNS [ddb.no-private-dns]", async () => {
        const endpoints = { dynamodb: { reachableFrom: ["10.200.0.0/16"] } };
        const run = await runEndpoints({ services: ["dynamodb"], endpoints });
        const { inputs } = ofType(run, types.endpoint)["app-dynamodb-interface"]!;
        assert.equal(inputs.privateDnsEnabled, false);
        assert.ok(!("dnsOptions" in inputs));
    });

    it("opens the ports of a service without HTTPS, in its security group and for clients [if.sg-443]", async () => {
        const run = await runEndpoints({ services: ["email-smtp"] });
        const ports = (type: string) => Object.values(ofType(run, type)).map(({ inputs }) => inputs.fromPort).sort();
        assert.deepEqual(ports(types.ingress), [2465, 2587, 465, 587]);
        assert.deepEqual(ports(types.egress), [2465, 2587, 465, 587]);
    });

    it("attaches the caller's own security groups instead, and allows clients to the first of them", async () => {
        const endpoints = { sqs: { securityGroupIds: ["sg-mine", "sg-more"] } };
        const run = await runEndpoints({ services: ["sqs", "sns"], endpoints });
        const made = ofType(run, types.endpoint);
        assert.deepEqual(made["app-sqs-interface"]?.inputs.securityGroupIds, ["sg-mine", "sg-more"]);
        assert.deepEqual(made["app-sns-interface"]?.inputs.securityGroupIds, [run.outputs.endpointSecurityGroupId]);
        const egress = ofType(run, types.egress);
        assert.equal(egress["app-client-sg-mine-443"]?.inputs.referencedSecurityGroupId, "sg-mine");
    });

    it("allows clients to every endpoint security group and prefix list, and nowhere else [gw.client-sg]", async () => {
        const run = await runEndpoints({
            services: ["s3", "sqs", "sns"],
            endpoints: { s3: { reachableFrom: ["10.200.0.0/16"] } },
        });
        const { egress, group } = types;
        const own = ofType(run, types.endpoint)["app-s3-interface"]!.inputs.securityGroupIds[0];
        const rules = Object.values(ofType(run, egress)).map(({ name, inputs: { tags, ...inputs } }) => [name, inputs]);
        const common = {
            securityGroupId: run.outputs.clientSecurityGroupId,
            ipProtocol: "tcp",
            fromPort: 443,
            toPort: 443,
        };
        assert.deepEqual(Object.fromEntries(rules), {
            "app-client-endpoints-443": { ...common, referencedSecurityGroupId: run.outputs.endpointSecurityGroupId },
            "app-client-s3-gateway-443": { ...common, prefixListId: run.outputs.prefixListIds.s3 },
            "app-client-s3-interface-443": { ...common, referencedSecurityGroupId: own },
        });
        for (const { inputs } of Object.values(ofType(run, group))) {
            assert.ok(!("ingress" in inputs) && !("egress" in inputs));
        }
    });

    it("places interface endpoints in the configured zones, in whatever order they are given", async () => {
        const run = await runEndpoints({
            services: ["sqs", "kms", "sns"],
            endpointZones: ["us-east-1b"],
            endpoints: { kms: { zones: ["us-east-1b", "us-east-1a"] } },
        });
        const made = ofType(run, types.endpoint);
        assert.deepEqual(made["app-sqs-interface"]?.inputs.subnetIds, ["subnet-b"]);
        assert.deepEqual(made["app-kms-interface"]?.inputs.subnetIds, ["subnet-a", "subnet-b"]);
    });

    it("fills placeholders in the caller's own policy, also if it is an output", async () => {
        const own = (resource: string) =>
            `{"Statement": {"Effect": "Allow", "Principal": "*", "Resource": "${resource}", "Action": ["sqs:*", "sqs:*"]}}`;
        const run = await runEndpoints({
            services: ["sqs", "sns", "kms"],
            endpoints: {
                sqs: { policy: own("arn:<partition>:sqs:<region>:<accountId>:a") },
                sns: { policy: pulumi.output(own("arn:<partition>:sns:<region>:<accountId>:b")) },
                kms: { policy: "full-access" },
            },
        });
        const policyOf = (name: string) => ofType(run, types.endpoint)[name]?.inputs.policy;
        const filled = (arn: string) =>
            `{"Statement":[{"Effect":"Allow","Principal":"*","Action":"sqs:*","Resource":"${arn}"}]}`;
        assert.equal(policyOf("app-sqs-interface"), filled("arn:aws:sqs:us-east-1:123456789012:a"));
        assert.equal(policyOf("app-sns-interface"), filled("arn:aws:sns:us-east-1:123456789012:b"));
        assert.equal(
            policyOf("app-kms-interface"),
            `{"Version":"2012-10-17","Statement":[{"Sid":"FullAccess","Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}`,
        );
    });

    it("rejects an output that turns out not to be a policy, and does not create the endpoint", async () => {
        const endpoints = { sqs: { policy: pulumi.output("no policy") } };
        const error = await failure(runEndpoints({ services: ["sqs"], endpoints }));
        assert.match(
            error.message,
            /^the endpoint of sqs: 1 problem; it was not created:\n\n {2}endpoints\.sqs\.policy\n {4}the policy is not JSON/,
        );
    });

    it("reports such a policy under the requested service, also if its FIPS endpoint is created", async () => {
        const endpoints = { kms: { policy: pulumi.output("no policy") } };
        const error = await failure(runEndpoints({ services: ["kms"], endpoints, options: { fips: true } }));
        assert.match(error.message, /^the endpoint of kms-fips: 1 problem.*\n\n {2}endpoints\.kms\.policy\n/);
    });

    it("changes no other resource when a service is added", async () => {
        const before = await runEndpoints({ services: ["s3", "sqs"] });
        const after = await runEndpoints({ services: ["s3", "sqs", "kms"] });
        const added = identities(after).filter((one) => !identities(before).includes(one));
        assert.deepEqual(added, ["aws:ec2/vpcEndpoint:VpcEndpoint::app-kms-interface"]);
        for (const one of before.resources.filter(({ custom, type }) => custom && type.startsWith("aws:"))) {
            assert.deepEqual(ofType(after, one.type)[one.name]?.inputs, one.inputs);
        }
    });

    it("changes only lists of subnets and route tables if a zone is added, and nothing if zones are reordered [rep.in-place]", async () => {
        const zones = ["us-east-1a", "us-east-1b"];
        const services = ["s3", "sqs"];
        const before = await runVpc({ services, availabilityZones: zones });
        const grown = await runVpc({ services, availabilityZones: [...zones, "us-east-1d"] });
        const turned = await runVpc({ services, availabilityZones: [...zones].reverse() });
        assert.deepEqual(identities(turned), identities(before));
        for (const { custom, type, name, inputs } of before.resources.filter((one) => one.custom)) {
            if (!custom || type === "pulumi:pulumi:Stack") continue;
            assert.deepEqual(ofType(turned, type)[name]?.inputs, inputs, name);
            const { subnetIds, routeTableIds, ...rest } = ofType(grown, type)[name]!.inputs;
            const { subnetIds: oldSubnetIds = [], routeTableIds: oldRouteTableIds = [], ...oldRest } = inputs;
            assert.deepEqual(rest, oldRest, name);
            assert.deepEqual((subnetIds ?? []).slice(0, oldSubnetIds.length), oldSubnetIds, name);
            assert.deepEqual((routeTableIds ?? []).slice(0, oldRouteTableIds.length), oldRouteTableIds, name);
        }
        assert.equal(Object.keys(ofType(grown, types.subnet)).length, 3);
    });

    it("reports every problem at once and without a stack, before registering any resource or itself", async () => {
        const endpoints: { [service: string]: EndpointArgs } = { s3: { zones: ["us-east-1a"] }, kms: {} };
        const registered: string[] = [];
        const newResource = ({ name, type }: pulumi.runtime.MockResourceArgs) => {
            if (type !== "pulumi:pulumi:Stack") registered.push(name);
            return undefined;
        };
        const program = () => new VpcEndpoints("app", { ...someVpc, services: ["s3", "sqss"], endpoints });
        const error = await failure(runOffline(program, { config, newResource }));
        assert.ok(pulumi.RunError.isInstance(error));
        assert.deepEqual((error.problems as { path: string }[]).map(({ path }) => path), [
            "services[1]",
            "endpoints.s3.zones",
            "endpoints.kms",
        ]);
        assert.deepEqual(registered, []);
    });

    it("reports an invalid zone in subnetIds with its key as the path", async () => {
        const error = await failure(runEndpoints({ subnetIds: { "us-east-1": "subnet-a" } }));
        assert.deepEqual(codesOf(error.problems), ["zones.invalid subnetIds.us-east-1"]);
    });

    it("creates no endpoint if the provider's Region is not that of the zones, and names both", async () => {
        const made: string[] = [];
        const newResource = ({ type }: pulumi.runtime.MockResourceArgs) => {
            made.push(type);
            return undefined;
        };
        const program = () => new VpcEndpoints("app", { ...someVpc, services: ["s3", "sqs"] });
        const error = await failure(runOffline(program, { config: { "aws:region": "eu-west-1" }, newResource }));
        // Plain and without a stack, so that the program runner prints it at once and as it is.
        assert.ok(pulumi.RunError.isInstance(error));
        assert.deepEqual(codesOf(error.problems), ["regions.mismatch aws:region"]);
        assert.match(
            error.message,
            /^availabilityZones are in us-east-1, but the AWS provider is configured for eu-west-1: .*\]$/,
        );
        assert.equal(error.stack, "");
        assert.ok(!made.includes(types.endpoint));
    });

    it("outputs the plan of any VPC: what is created, why, and from what", async () => {
        let endpoints!: VpcEndpoints;
        await runOffline(() => {
            endpoints = new VpcEndpoints("app", { ...someVpc, services: ["s3"] });
        }, { config });
        const [s3] = endpoints.plan.endpoints;
        assert.deepEqual([s3?.name, s3?.reason, s3?.requestedBy], ["s3-gateway", { key: "gateway-is-free" }, [
            "services",
        ]]);
        const component = "private-vpc:index:VpcEndpoints::app";
        assert.deepEqual(endpoints.plan.resources, [
            { type: "private-vpc:index:VpcEndpoints", name: "app", parent: null },
            { type: types.group, name: "app-endpoints", parent: component },
            { type: types.endpoint, name: "app-s3-gateway", parent: component },
            { type: types.group, name: "app-client", parent: component },
            { type: types.egress, name: "app-client-s3-gateway-443", parent: component },
        ]);
    });
});
