import * as assert from "node:assert/strict";

import * as aws from "@pulumi/aws";
import type { ResourceValidationArgs } from "@pulumi/policy";

import { readStack } from "../../cli/stack";
import { type Registration, runUntraced } from "../../emulator/runProgram";
import { type GuardrailOptions, guardrails } from "../../guardrails/guardrails";
import { guardrailTable } from "../../guardrails/guardrailTable";
import { matches } from "../../guardrails/privateVpcs";
import { changedInPlace } from "../../guardrails/rules/remediations";
import { publicAddressTypes } from "../../network/sources/publicAddressTypes";
import { unknownValue } from "../../network/sources/resourceValues";
import { assertPlace } from "../network/providerProperties";
import { freshProgram, root } from "../run";
import { analyzed } from "./analyzed";
import { AwsxVpc } from "./awsxNat";
import { clientGroup, ecsService, flatNetwork, interfaceEndpoint, lambda, ownPolicy } from "./flatNetwork";
import { programs } from "./programs";

const preview = { config: { "aws:region": "us-east-1" }, preview: true };
const accountId = "123456789012";
const vpcArn = `arn:aws:ec2:us-east-1:${accountId}:vpc/vpc-0123456789abcdef0`;

/** What a policy makes of a resource's inputs; undefined if it changes nothing. */
function remediated(policy: string, type: string, props: object, options: GuardrailOptions, config = {}): unknown {
    const found = guardrails(options).policies.find(({ name }) => name === policy) as {
        remediateResource(args: ResourceValidationArgs): unknown;
    };
    return found.remediateResource({ type, props, getConfig: () => config } as unknown as ResourceValidationArgs);
}

describe("guardrails", () => {
    it("each find something in a program of others", () => {
        const found = new Set(Object.values(programs).flatMap(({ finds }) => finds.map((one) => one.split(" ")[0])));
        assert.deepEqual([...found].sort(), Object.keys(guardrailTable).sort());
    });

    it("have a description, a page of AWS and the schema of their configuration, with the pack's options as defaults", () => {
        const { policies } = guardrails({ privateVpcs: ["shop"], perimeter: { accountIds: ["111122223333"] } });
        for (const { name, description, url, enforcementLevel } of policies) {
            assert.match(description, /^[A-Z].*\.$/, name);
            assert.match(url!, /^https:\/\//, name);
            assert.ok(["mandatory", "advisory"].includes(enforcementLevel!), name);
        }
        const schemaOf = (policy: string) => policies.find(({ name }) => name === policy)!.configSchema;
        assert.deepEqual(schemaOf("no-nat-gateway"), {
            properties: {
                privateVpcs: { type: "array", items: { type: "string" }, default: ["shop"] },
                privateVpcTags: { type: "object", additionalProperties: { type: "string" }, default: {} },
            },
        });
        const { perimeter } = schemaOf("endpoint-policy-proven")!.properties;
        assert.deepEqual(perimeter!.default, { accountIds: ["111122223333"] });
        assert.equal(schemaOf("flow-logs"), undefined);
    });

    it("are not loaded with options that are wrong, and every one is reported", () => {
        const wrong = {
            privateVpc: ["*"],
            allowedPorts: "443",
            needs: { "ecs:*": "sqs" },
        } as unknown as GuardrailOptions;
        assert.throws(() => guardrails(wrong), (error: Error) => {
            assert.equal(error.stack, error.message);
            for (const path of ["privateVpc", "allowedPorts", "needs.ecs:*"]) {
                assert.ok(error.message.includes(path), error.message);
            }
            return /^guardrails: 3 problems; no policy was loaded:/.test(error.message);
        });
    });

    it("are not loaded with IDs and services that do not exist", () => {
        const options = {
            accountId: "12345",
            needs: { "lambda:*": ["sqss"] },
            perimeter: { accountIds: ["shop"] },
        };
        assert.throws(() => guardrails(options), (error: Error) => {
            assert.match(error.message, /"12345" is not an account ID \[perimeter\.invalid-id\]/);
            assert.match(
                error.message,
                /needs\.lambda:\*\[0\]\n {4}"sqss" is not a known service.*\n {4}→ did you mean/,
            );
            assert.match(error.message, /perimeter\.accountIds\[0\]/);
            return true;
        });
    });

    it("check nothing with a configuration that has unknown keys or values, and report it", async () => {
        const wrong = { "no-nat-gateway": { privateVpc: ["*"] }, "needed-endpoint": { needs: { "*": ["sqss"] } } };
        const { resources } = await runUntraced(() => new AwsxVpc("shop"), preview);
        const found = await analyzed(resources, { accountId }, "us-east-1", wrong);
        assert.deepEqual(found.map(({ policy, level, message }) => [policy, level, message.split(":")[0]]), [
            ["no-nat-gateway", "mandatory", "the configuration of no-nat-gateway"],
            [
                "flow-logs",
                "advisory",
                "VPC shop has no flow log [guardrails.flow-logs]\n→ create a flow log of VPC shop",
            ],
            ["needed-endpoint", "mandatory", "the configuration of needed-endpoint"],
        ]);
        assert.match(found[0]!.message, /"privateVpc" is not a key of args .*\n {4}→ did you mean "privateVpcs"\?/);
    });

    it("take the options of a policy from its configuration", async () => {
        const { resources } = await runUntraced(() => new AwsxVpc("shop"), preview);
        const found = await analyzed(resources, { accountId }, "us-east-1", {
            "no-nat-gateway": { privateVpcs: ["shop"] },
        });
        assert.deepEqual(found.map(({ policy }) => policy), ["no-nat-gateway", "no-nat-gateway", "flow-logs"]);
    });

    it("know properties of Pulumi's AWS provider that give public addresses, each with AWS's page", () => {
        for (const [type, { subnets, flag, source }] of Object.entries(publicAddressTypes)) {
            for (const place of [...subnets, ...flag]) assertPlace(type, place);
            assert.match(source, /^https:\/\/docs\.aws\.amazon\.com\//);
        }
        for (const type of Object.keys(changedInPlace)) assert.ok(Object.hasOwn(publicAddressTypes, type), type);
    });

    it("match names by patterns, in which only * has a meaning", () => {
        for (const pattern of ["shop", "sh*", "*", "*op", "s*p", "sho*p"]) {
            assert.equal(matches(pattern, "shop"), true, pattern);
        }
        for (const pattern of ["sho", "s.op", "hop", "(", "shop*x", "", "SHOP"]) {
            assert.equal(matches(pattern, "shop"), false, pattern);
        }
        assert.equal(matches("a.b*", "a.b\n"), true);
    });

    it("find that dev, which has no flow logs, has none", async () => {
        const { stack } = readStack(root, "dev");
        const dev = await runUntraced(freshProgram, { ...stack!, stack: "dev", preview: true });
        assert.deepEqual((await analyzed(dev.resources, { accountId })).map(({ policy }) => policy), ["flow-logs"]);
    });

    it("check each Region of a stack by itself, but add up what the endpoints of all Regions cost", async () => {
        const { declares } = programs["endpoints over the budget"]!;
        const { resources } = await runUntraced(() => {
            declares();
            new aws.ec2.SecurityGroup("ssh", {
                ingress: [{ protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] }],
            });
        }, preview);
        const copy = JSON.stringify(resources).replaceAll("us-east-1", "eu-central-1");
        const copies = (JSON.parse(copy.replaceAll("urn:pulumi:dev::", "urn:pulumi:dev::copy-")) as Registration[]).map(
            (one) => ({ ...one, inputs: { ...one.inputs, region: "eu-central-1" } }),
        );
        const found = async (maxMonthlyUsd: number) => {
            const violations = await analyzed([...resources, ...copies], { accountId, maxMonthlyUsd });
            return violations.map(({ policy, message }) => `${policy}: ${message.split("\n")[0]}`);
        };
        const ssh = "no-open-security-group: security group ssh accepts tcp 22 from 0.0.0.0/0 "
            + "[guardrails.no-open-security-group]";
        assert.deepEqual(await found(96.36), [ssh, ssh]);
        // Each Region alone is cheaper than that.
        assert.deepEqual(await found(96), [
            ssh,
            ssh,
            "endpoint-budget: the VPC endpoints cost USD 96.36 a month (USD 52.56 in eu-central-1, USD 43.80 in "
            + "us-east-1); the limit is USD 96.00 [guardrails.endpoint-budget]",
        ]);
    });

    it("count Gateway Load Balancer endpoints, and name endpoints whose price is not known", async () => {
        const { resources } = await runUntraced(() => {
            const { vpc, subnetIds } = flatNetwork();
            const endpoint = (name: string, vpcEndpointType: string) =>
                new aws.ec2.VpcEndpoint(name, {
                    vpcId: vpc.id,
                    vpcEndpointType,
                    subnetIds,
                    serviceName: "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0",
                });
            endpoint("firewall", "GatewayLoadBalancer");
            endpoint("database", "Resource");
        }, preview);
        const found = async (maxMonthlyUsd: number) =>
            (await analyzed(resources, { accountId, maxMonthlyUsd })).map(({ message }) => message.split(" [")[0]);
        assert.deepEqual(await found(14), [
            "the VPC endpoints cost at least USD 14.60 a month in us-east-1; the limit is USD 14.00",
        ]);
        assert.deepEqual(await found(15), [
            "endpoint-budget is not decided. Not known: the price of database, an endpoint of kind Resource",
        ]);
    });

    it("decide nothing, and say so, where the Region is not known", async () => {
        const { resources } = await runUntraced(() => {
            flatNetwork();
        }, preview);
        for (const one of resources) delete one.inputs.availabilityZone;
        const { AWS_REGION, AWS_DEFAULT_REGION } = process.env;
        delete process.env.AWS_REGION;
        delete process.env.AWS_DEFAULT_REGION;
        try {
            const [only, ...others] = await analyzed(resources, { accountId }, "somewhere");
            assert.deepEqual(others, []);
            assert.match(only!.message, /^nothing is decided. Not known: the Region of the stack/);
        } finally {
            Object.assign(process.env, {
                ...(AWS_REGION && { AWS_REGION }),
                ...(AWS_DEFAULT_REGION && { AWS_DEFAULT_REGION }),
            });
        }
    });

    it("report once what several policies or resources do not show, and keep findings in addition", async () => {
        const { resources } = await runUntraced(() => {
            const network = flatNetwork();
            interfaceEndpoint("sqs", network, { policy: undefined });
            interfaceEndpoint("sns", network);
            interfaceEndpoint("kms", network);
        }, preview);
        const found = await analyzed(resources);
        assert.deepEqual(found.map(({ policy, level }) => [policy, level]), [
            ["endpoint-policy", "mandatory"],
            ["undecided", "advisory"],
        ]);
        assert.match(found[1]!.message, /whether 123456789012 is the account of the stack/);
    });

    it("do not take what AWS chooses, and a preview does not show, for something that the program sets", async () => {
        const { resources } = await runUntraced(() => {
            const network = flatNetwork();
            interfaceEndpoint("sqs", network, { policy: undefined, securityGroupIds: undefined });
        }, preview);
        // What the AWS provider returns for a new endpoint.
        const sqs = resources.find(({ name }) => name === "sqs")!;
        Object.assign(sqs.inputs, { arn: unknownValue, policy: unknownValue, securityGroupIds: unknownValue });
        for (const property of ["policy", "securityGroupIds"]) delete sqs.propertyDependencies[property];
        assert.deepEqual((await analyzed(resources, { accountId })).map(({ policy }) => policy), [
            "endpoint-security-group",
            "endpoint-policy",
        ]);
    });

    it("know what is set and not known yet from what is not set", async () => {
        const { resources } = await runUntraced(() => {
            const network = flatNetwork();
            interfaceEndpoint("sqs", network, { policy: network.vpc.arn.apply(() => ownPolicy) });
        }, preview);
        const found = await analyzed(resources, { accountId });
        assert.deepEqual(found.map(({ policy, message }) => [policy, message.split(" is not")[0]]), [
            ["undecided", "endpoint-policy-valid"],
            ["undecided", "endpoint-policy-proven"],
        ]);
    });

    it("say why a workload does not reach a service, and which change would fix it", async () => {
        const { resources } = await runUntraced(() => {
            const network = flatNetwork();
            interfaceEndpoint("sqs", network, { privateDnsEnabled: false });
            lambda("worker", network, clientGroup(network));
        }, preview);
        const [only] = await analyzed(resources, { accountId, needs: { "lambda:*": ["sqs"] } });
        assert.equal(
            only!.message,
            "lambda:worker does not reach sqs (named in the option needs): route table private-a has no route to public "
                + "addresses of sqs [guardrails.workload-reachability]\n"
                + "→ turn on private DNS of endpoint sqs, or call its own DNS name",
        );
    });

    it("accept flow logs of every subnet, and gateway endpoints that only the private route tables of a VPC have", async () => {
        const { resources } = await runUntraced(() => {
            const { vpc, privateTableIds } = new AwsxVpc("shop");
            new aws.ec2.VpcEndpoint("s3", {
                vpcId: vpc.id,
                serviceName: "com.amazonaws.us-east-1.s3",
                routeTableIds: privateTableIds,
                policy: ownPolicy,
            });
            const other = new aws.ec2.Vpc("other", { cidrBlock: "10.1.0.0/16" });
            const subnet = new aws.ec2.Subnet("other", { vpcId: other.id, cidrBlock: "10.1.0.0/24" });
            new aws.ec2.FlowLog("other", { subnetId: subnet.id, logDestination: "arn:aws:s3:::shop-flow-logs" });
        }, preview);
        const found = await analyzed(resources, { accountId });
        assert.deepEqual(found.map(({ policy, resource }) => `${policy} ${resource}`), ["flow-logs shop"]);
    });

    it("find an endpoint with the VPC's default security group, and report a rule that is there twice once", async () => {
        const { resources } = await runUntraced(() => {
            const network = flatNetwork();
            const standard = new aws.ec2.DefaultSecurityGroup("standard", { vpcId: network.vpc.id });
            interfaceEndpoint("sqs", network, { securityGroupIds: [standard.id] });
            const ssh = { protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] };
            new aws.ec2.SecurityGroup("ssh", { vpcId: network.vpc.id, ingress: [ssh, ssh] });
        }, preview);
        const found = await analyzed(resources, { accountId });
        assert.deepEqual(found.map(({ policy, resource }) => `${policy} ${resource}`), [
            "endpoint-security-group sqs",
            "no-open-security-group ssh",
        ]);
    });

    it("find what is in no VPC of the stack, where every VPC must be private", async () => {
        const { resources } = await runUntraced(() => {
            new aws.ec2.Instance("bastion", { ami: "ami-0123456789abcdef0", associatePublicIpAddress: true });
        }, preview);
        const found = async (privateVpcs: string[]) =>
            (await analyzed(resources, { accountId, privateVpcs })).map(({ policy }) => policy);
        assert.deepEqual([await found(["*"]), await found(["shop"])], [["no-public-address"], []]);
    });

    it("find what deployed resources refer to by their IDs", async () => {
        const { resources } = await runUntraced(() => {
            const vpc = new aws.ec2.Vpc("shop", { cidrBlock: "10.0.0.0/16" });
            new aws.ec2.InternetGateway("internet", { vpcId: vpc.id });
        }, preview);
        const [vpc, internet] = ["shop", "internet"].map((name) => resources.find((one) => one.name === name)!);
        Object.assign(internet!.inputs, { id: "igw-0123456789abcdef0", vpcId: "vpc-0123456789abcdef0" });
        const { inputs } = vpc!;
        for (const output of [{ id: "vpc-0123456789abcdef0" }, { arn: vpcArn }]) {
            vpc!.inputs = { ...inputs, ...output };
            const found = await analyzed(resources, { accountId, privateVpcs: ["shop"] });
            assert.deepEqual(found.map(({ policy }) => policy), ["no-internet-gateway", "flow-logs"]);
        }
    });

    it("find a public address of an ECS service", async () => {
        const { resources } = await runUntraced(() => {
            const network = flatNetwork();
            ecsService("web", network.subnetIds, clientGroup(network), true);
        }, preview);
        const found = await analyzed(resources, { accountId, privateVpcs: ["shop"] });
        assert.deepEqual(found.map(({ policy }) => policy), [
            "no-public-address",
            ...Array<string>(4).fill("needed-endpoint"),
        ]);
    });
});

describe("the remediation of guardrails", () => {
    const all = { privateVpcs: ["*"] };

    it("takes public addresses away, where every VPC must be private", () => {
        const instance = "aws:rds/instance:Instance";
        const change = (props: object, options: GuardrailOptions, config?: object) =>
            remediated("no-public-address", instance, props, options, config);
        const open = () => ({ publiclyAccessible: true, engine: "postgres" });
        const closed = { ...open(), publiclyAccessible: false };
        assert.deepEqual(change(open(), all), closed);
        assert.deepEqual(change(open(), {}, all), closed);
        assert.equal(change(open(), { privateVpcs: ["shop"] }), undefined);
        assert.equal(change(closed, all), undefined);
        assert.equal(change({}, all), undefined);
    });

    it("changes nothing that the provider would replace the resource for", () => {
        const replaced = ["aws:ec2/instance:Instance", "aws:ec2/spotInstanceRequest:SpotInstanceRequest"];
        for (const type of replaced) {
            const props = { associatePublicIpAddress: true };
            assert.equal(remediated("no-public-address", type, props, all), undefined, type);
        }
        assert.equal(
            remediated("no-public-address", "aws:redshift/cluster:Cluster", { publiclyAccessible: true }, all),
            undefined,
        );
    });

    it("changes nested properties of an ECS service, and launches of a subnet", () => {
        const service = { networkConfiguration: { assignPublicIp: true, subnets: [] } };
        assert.deepEqual(remediated("no-public-address", "aws:ecs/service:Service", service, all), {
            networkConfiguration: { assignPublicIp: false, subnets: [] },
        });
        const subnet = remediated("no-public-subnet", "aws:ec2/subnet:Subnet", { mapPublicIpOnLaunch: true }, all);
        assert.deepEqual(subnet, { mapPublicIpOnLaunch: false });
    });

    it("leaves a load balancer, whose scheme cannot be changed, and what is not known yet", () => {
        assert.equal(remediated("no-public-address", "aws:lb/loadBalancer:LoadBalancer", {}, all), undefined);
        const late = {
            get mapPublicIpOnLaunch() {
                throw new Error("the value is not known yet");
            },
        };
        assert.equal(remediated("no-public-subnet", "aws:ec2/subnet:Subnet", late, all), undefined);
    });
});
