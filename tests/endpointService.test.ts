import * as assert from "node:assert/strict";

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { EndpointService, type EndpointServiceArgs } from "../components";
import { type Run, runOffline } from "../emulator/runProgram";
import { failure, identities, ofType, types } from "./run";

const config = { "aws:region": "us-east-1" };
const networkArn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/orders/50dc6c495c0c9188";
const web = "vpce-0123456789abcdef0";

function runService(args: Partial<EndpointServiceArgs>, preview = false): Promise<Run> {
    const program = () => {
        const { serviceName, serviceId, availabilityZones, privateDnsVerification } = new EndpointService("orders", {
            networkLoadBalancerArns: [networkArn],
            ...args,
        });
        return { serviceName, serviceId, availabilityZones, ...(privateDnsVerification && { privateDnsVerification }) };
    };
    return runOffline(program, { config, preview });
}

describe("EndpointService", () => {
    it("requires acceptance, allows no other principal, and sends AWS's defaults explicitly", async () => {
        const run = await runService({});
        assert.deepEqual(identities(run).filter((one) => one.startsWith("aws:")), [`${types.endpointService}::orders`]);
        const { inputs, parent } = ofType(run, types.endpointService).orders!;
        assert.deepEqual(inputs, {
            networkLoadBalancerArns: [networkArn],
            acceptanceRequired: true,
            allowedPrincipals: [],
            supportedIpAddressTypes: ["ipv4"],
            tags: { Name: "dev-orders", "private-vpc:owner": "private-vpc/dev" },
        });
        assert.match(parent, /private-vpc:index:EndpointService::orders$/);
        assert.match(run.outputs.serviceId, /^vpce-svc-[0-9a-f]{17}$/);
        assert.equal(run.outputs.serviceName, `com.amazonaws.vpce.us-east-1.${run.outputs.serviceId}`);
        assert.ok(!("privateDnsVerification" in run.outputs));
    });

    it("accepts the given endpoints, each under its consumer's name, and adding one changes no other", async () => {
        const before = await runService({ acceptedEndpointIds: { web } });
        const after = await runService({ acceptedEndpointIds: { web, jobs: pulumi.output("vpce-0fedcba987654321f") } });
        const accepters = ofType(after, types.accepter);
        assert.deepEqual(Object.entries(accepters).map(([name, { inputs }]) => [name, inputs]), [
            ["orders-web", { vpcEndpointServiceId: after.outputs.serviceId, vpcEndpointId: web }],
            ["orders-jobs", { vpcEndpointServiceId: after.outputs.serviceId, vpcEndpointId: "vpce-0fedcba987654321f" }],
        ]);
        const added = identities(after).filter((one) => !identities(before).includes(one));
        assert.deepEqual(added, [`${types.accepter}::orders-jobs`]);
    });

    it("warns that everyone may request connections with *, and not if principals are named", async () => {
        const { warn } = pulumi.log;
        const warnings: string[] = [];
        Object.assign(pulumi.log, { warn: async (message: string) => void warnings.push(message) });
        try {
            const named = await runService({ allowedPrincipals: ["arn:aws:iam::111122223333:root"] });
            assert.deepEqual(warnings, []);
            assert.deepEqual(ofType(named, types.endpointService).orders?.inputs.allowedPrincipals, [
                "arn:aws:iam::111122223333:root",
            ]);
            await runService({ allowedPrincipals: ["*"] });
            assert.equal(warnings.length, 1);
            assert.match(warnings[0]!, / every AWS account .* \[endpoint-service\.any-principal\]$/);
        } finally {
            Object.assign(pulumi.log, { warn });
        }
    });

    it("creates the same resources in a preview, when IDs are unknown yet", async () => {
        const args = {
            acceptedEndpointIds: { web },
            privateDnsName: "orders.example.com",
            privateDnsHostedZoneId: "Z0123456789ABCDEFGHIJ",
            connectionNotification: { topicArn: "arn:aws:sns:us-east-1:123456789012:connections" },
        };
        assert.deepEqual(identities(await runService(args, true)), identities(await runService(args)));
    });

    it("sends its own Region with the others, since AWS requires it [xr.permission]", async () => {
        const run = await runService({ supportedRegions: ["eu-west-1"] });
        const { inputs } = ofType(run, types.endpointService).orders!;
        assert.deepEqual(inputs.supportedRegions, ["eu-west-1", "us-east-1"]);
    });

    it("outputs the record that verifies its private DNS name, and creates none without a hosted zone", async () => {
        const run = await runService({ privateDnsName: "*.orders.example.com" });
        const token = run.outputs.serviceId.slice(-17);
        assert.deepEqual(run.outputs.privateDnsVerification, {
            recordName: `_${token}.orders.example.com`,
            recordType: "TXT",
            recordValue: `vpce:${token}`,
        });
        assert.equal(ofType(run, types.endpointService).orders?.inputs.privateDnsName, "*.orders.example.com");
        assert.deepEqual([ofType(run, types.record), ofType(run, types.verification)], [{}, {}]);
    });

    it("creates the record in a hosted zone, and then has AWS verify the domain", async () => {
        const run = await runService({
            privateDnsName: "orders.example.com",
            privateDnsHostedZoneId: "Z0123456789ABCDEFGHIJ",
        });
        const record = ofType(run, types.record)["orders-orders.example.com"]!;
        const { recordName, recordValue } = run.outputs.privateDnsVerification;
        assert.deepEqual(record.inputs, {
            zoneId: "Z0123456789ABCDEFGHIJ",
            name: recordName,
            type: "TXT",
            records: [recordValue],
            ttl: 1800,
        });
        const verification = ofType(run, types.verification)["orders-orders.example.com"]!;
        assert.deepEqual(verification.inputs, { serviceId: run.outputs.serviceId });
        assert.ok(verification.dependencies.includes(record.urn));
    });

    it("notifies a topic of every event, or of the given ones", async () => {
        const topicArn = "arn:aws:sns:us-east-1:123456789012:connections";
        const all = await runService({ connectionNotification: { topicArn } });
        assert.deepEqual(ofType(all, types.notification)["orders-notification"]?.inputs, {
            vpcEndpointServiceId: all.outputs.serviceId,
            connectionNotificationArn: topicArn,
            connectionEvents: ["Accept", "Reject", "Connect", "Delete"],
        });
        const some = await runService({ connectionNotification: { topicArn, events: ["Connect"] } });
        assert.deepEqual(ofType(some, types.notification)["orders-notification"]?.inputs.connectionEvents, ["Connect"]);
    });

    it("is in the zones of its load balancers", async () => {
        const run = await runOffline(() => {
            const vpc = new aws.ec2.Vpc("shop", { cidrBlock: "10.1.0.0/16" });
            const subnet = (letter: string, cidrBlock: string) =>
                new aws.ec2.Subnet(letter, { vpcId: vpc.id, cidrBlock, availabilityZone: `us-east-1${letter}` });
            const subnets = [subnet("b", "10.1.1.0/24").id, subnet("a", "10.1.0.0/24").id];
            const balancer = new aws.lb.LoadBalancer("shop", { loadBalancerType: "network", internal: true, subnets });
            const { availabilityZones } = new EndpointService("orders", { networkLoadBalancerArns: [balancer.arn] });
            return { availabilityZones };
        }, { config });
        assert.deepEqual(run.outputs.availabilityZones, ["us-east-1a", "us-east-1b"]);
    });

    it("uses the given provider, also for its look-ups", async () => {
        const run = await runOffline(() => {
            const provider = new aws.Provider("ireland", { region: "eu-west-1" });
            new EndpointService("orders", {
                networkLoadBalancerArns: [networkArn.replace("us-east-1", "eu-west-1")],
                acceptedEndpointIds: { web },
            }, { providers: { aws: provider } });
        }, { config });
        const made = run.resources.filter(({ custom, type }) => custom && type.startsWith("aws:"));
        assert.equal(made.length, 2);
        for (const { provider } of made) assert.match(provider, /::ireland::/);
        assert.deepEqual(run.invokes.map(({ token, provider }) => [token, /::ireland::/.test(provider ?? "")]), [
            ["aws:index/getRegion:getRegion", true],
        ]);
    });

    it("reports every problem of its arguments at once, before registering any resource or itself", async () => {
        const registered: string[] = [];
        const newResource = ({ name, type }: pulumi.runtime.MockResourceArgs) => {
            if (type !== "pulumi:pulumi:Stack") registered.push(name);
            return undefined;
        };
        const program = () =>
            new EndpointService("orders", {
                networkLoadBalancerArns: [networkArn.replace("/net/", "/app/")],
                allowedPrincipals: ["111122223333"],
                acceptedEndpointIds: { web: "vpc-1" },
            });
        const error = await failure(runOffline(program, { config, newResource }));
        assert.ok(pulumi.RunError.isInstance(error));
        assert.deepEqual((error.problems as { path: string }[]).map(({ path }) => path), [
            "networkLoadBalancerArns[0]",
            "allowedPrincipals[0]",
            "acceptedEndpointIds.web",
        ]);
        assert.deepEqual(registered, []);
    });

    it("rejects a load balancer that turns out in the deployment to be of the wrong type, and creates no service", async () => {
        const made: string[] = [];
        const program = () => {
            const balancer = new aws.lb.LoadBalancer("shop", { loadBalancerType: "application" });
            new EndpointService("orders", { networkLoadBalancerArns: [balancer.arn] });
        };
        const newResource = ({ type }: pulumi.runtime.MockResourceArgs) => {
            made.push(type);
            return undefined;
        };
        const error = await failure(runOffline(program, { config, newResource }));
        assert.match(
            error.message,
            /^orders: 1 problem; it was not created:\n\n {2}networkLoadBalancerArns\[0\]\n {4}is an application load balancer/,
        );
        assert.ok(made.includes(types.loadBalancer) && !made.includes(types.endpointService));
    });

    it("rejects accepting an ID that turns out not to be an endpoint's, or anything without acceptanceRequired", async () => {
        const late = await failure(runService({ acceptedEndpointIds: { web: pulumi.output("eni-1") } }));
        assert.match(late.message, /acceptedEndpointIds\.web\n {4}"eni-1" is not the ID of a VPC endpoint/);
        const program = () =>
            new EndpointService("orders", { networkLoadBalancerArns: [networkArn], acceptanceRequired: false })
                .accept("web", web);
        const error = await failure(runOffline(program, { config }));
        assert.match(error.message, /because acceptanceRequired is false/);
    });
});
