import * as assert from "node:assert/strict";

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { type ConnectionArgs, type EndpointOptions, EndpointService, VpcEndpoints } from "../components";
import { type Run, runOffline, type RunOptions } from "../emulator/runProgram";
import { codesOf } from "./codesOf";
import { failure, identities, ofType, runVpc, types } from "./run";

const config = { "aws:region": "us-east-1" };
const serviceName = "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0";

function runConnections(
    endpointServices: { [name: string]: ConnectionArgs },
    options?: EndpointOptions,
    run?: RunOptions,
): Promise<Run> {
    const program = () => {
        const { interfaceEndpointIds, dnsNames, clientSecurityGroupId } = new VpcEndpoints("app", {
            vpcId: "vpc-1",
            vpcCidrBlock: "10.0.0.0/16",
            subnetIds: { "us-east-1a": "subnet-a", "us-east-1b": "subnet-b" },
            routeTableIds: ["rtb-a"],
            endpointServices,
            options,
        });
        return { interfaceEndpointIds, dnsNames, clientSecurityGroupId };
    };
    return runOffline(program, { config, ...run });
}

/** What AWS is asked of endpoint services, in order of their names. */
function asked({ invokes }: Run): object[] {
    const token = "aws:ec2/getVpcEndpointService:getVpcEndpointService";
    return invokes.filter((invoke) => invoke.token === token).map(({ args }) => args)
        .sort((one, other) => (one.serviceName < other.serviceName ? -1 : 1));
}

/** The warnings that are given while something runs, and what comes of it. */
async function warned<T>(running: () => Promise<T>): Promise<{ value: T; warnings: string[] }> {
    const { warn } = pulumi.log;
    const warnings: string[] = [];
    Object.assign(pulumi.log, { warn: async (message: string) => void warnings.push(message) });
    try {
        return { value: await running(), warnings };
    } finally {
        Object.assign(pulumi.log, { warn });
    }
}

/** A service and, in another VPC, its consumer, in one program; `accept` says whether the connection is accepted. */
function shop(accept: boolean) {
    const provided = new aws.ec2.Vpc("shop", { cidrBlock: "10.1.0.0/16" });
    const subnet = new aws.ec2.Subnet("shop", {
        vpcId: provided.id,
        cidrBlock: "10.1.0.0/24",
        availabilityZone: "us-east-1a",
    });
    const balancer = new aws.lb.LoadBalancer("shop", { loadBalancerType: "network", subnets: [subnet.id] });
    const orders = new EndpointService("orders", { networkLoadBalancerArns: [balancer.arn] });

    const vpc = new aws.ec2.Vpc("web", { cidrBlock: "10.2.0.0/16" });
    const mine = new aws.ec2.Subnet("web", {
        vpcId: vpc.id,
        cidrBlock: "10.2.0.0/24",
        availabilityZone: "us-east-1a",
    });
    const endpoints = new VpcEndpoints("web", {
        vpcId: vpc.id,
        vpcCidrBlock: vpc.cidrBlock,
        subnetIds: { "us-east-1a": mine.id },
        routeTableIds: ["rtb-web"],
        endpointServices: { orders: { serviceName: orders.serviceName, ports: [8443] } },
    });
    if (accept) orders.accept("web", endpoints.interfaceEndpointIds.apply((ids) => ids.orders!));
    return { serviceName: orders.serviceName, interfaceEndpointIds: endpoints.interfaceEndpointIds };
}

describe("VpcEndpoints with endpointServices", () => {
    it("creates an interface endpoint with the caller's name, with these inputs and no policy", async () => {
        const run = await runConnections({ orders: { serviceName, ports: [5432] } });
        const endpoints = ofType(run, types.endpoint);
        assert.deepEqual(Object.keys(endpoints), ["app-orders-interface"]);
        const { inputs, deleteBeforeReplace } = endpoints["app-orders-interface"]!;
        const [group, ...more] = inputs.securityGroupIds;
        assert.deepEqual(more, []);
        assert.deepEqual(inputs, {
            vpcId: "vpc-1",
            serviceName,
            vpcEndpointType: "Interface",
            subnetIds: ["subnet-a", "subnet-b"],
            securityGroupIds: [group],
            privateDnsEnabled: false,
            tags: { Name: "dev-app-orders-interface", "private-vpc:owner": "private-vpc/dev" },
        });
        assert.equal(deleteBeforeReplace, true);
        const [rule] = Object.values(ofType(run, types.ingress));
        assert.deepEqual([rule?.inputs.securityGroupId, rule?.inputs.fromPort, rule?.inputs.toPort], [
            group,
            5432,
            5432,
        ]);
        const [egress] = Object.values(ofType(run, types.egress));
        assert.deepEqual([egress?.inputs.referencedSecurityGroupId, egress?.inputs.fromPort], [group, 5432]);
        assert.deepEqual(Object.keys(run.outputs.interfaceEndpointIds), ["orders"]);
        assert.match(
            run.outputs.dnsNames.orders,
            /^vpce-[0-9a-f-]+\.vpce-svc-0123456789abcdef0\.us-east-1\.vpce\.amazonaws\.com$/,
        );
    });

    it("sets the service's Region only if it is not the VPC's", async () => {
        const remote = serviceName.replace("us-east-1", "eu-west-1");
        const run = await runConnections({ far: { serviceName: pulumi.output(remote) }, near: { serviceName } });
        const made = ofType(run, types.endpoint);
        assert.equal(made["app-far-interface"]?.inputs.serviceRegion, "eu-west-1");
        assert.ok(!("serviceRegion" in made["app-near-interface"]!.inputs));
    });

    it("attaches the caller's own security groups, and allows clients to the first of them", async () => {
        const run = await runConnections({ orders: { serviceName, securityGroupIds: ["sg-mine", "sg-more"] } });
        assert.deepEqual(ofType(run, types.endpoint)["app-orders-interface"]?.inputs.securityGroupIds, [
            "sg-mine",
            "sg-more",
        ]);
        const egress = ofType(run, types.egress)["app-client-sg-mine-443"];
        assert.equal(egress?.inputs.referencedSecurityGroupId, "sg-mine");
    });

    it("turns on the service's private DNS name if configured", async () => {
        const run = await runConnections({ orders: { serviceName, privateDns: true } });
        assert.equal(ofType(run, types.endpoint)["app-orders-interface"]?.inputs.privateDnsEnabled, true);
    });

    it("are created in a private VPC too", async () => {
        const run = await runVpc({ services: ["sqs"], endpointServices: { orders: { serviceName } } });
        assert.deepEqual(Object.keys(ofType(run, types.endpoint)).sort(), [
            "app-orders-interface",
            "app-sqs-interface",
        ]);
    });

    it("rejects an output that turns out not to be a service name, and does not create the endpoint", async () => {
        const error = await failure(runConnections({ orders: { serviceName: pulumi.output("orders") } }));
        assert.match(
            error.message,
            /^the endpoint of orders: 1 problem; it was not created:\n\n {2}endpointServices\.orders\.serviceName\n/,
        );
    });

    it("works with an EndpointService in the same program, which accepts the new endpoint", async () => {
        const run = await runOffline(() => shop(true), { config });
        const endpoint = ofType(run, types.endpoint)["web-orders-interface"]!;
        assert.equal(endpoint.inputs.serviceName, run.outputs.serviceName);
        const { inputs } = ofType(run, types.accepter)["orders-web"]!;
        assert.equal(inputs.vpcEndpointId, run.outputs.interfaceEndpointIds.orders);
        const preview = await runOffline(() => shop(true), { config, preview: true });
        assert.deepEqual(identities(preview), identities(run));
    });

    it("is not accepted without accept, and everything else is the same", async () => {
        const asked = await runOffline(() => shop(false), { config });
        const accepted = await runOffline(() => shop(true), { config });
        const missing = identities(accepted).filter((one) => !identities(asked).includes(one));
        assert.deepEqual(missing, [`${types.accepter}::orders-web`]);
    });

    it("looks up the type of each service in its own Region, also in previews, unless lookUp is false", async () => {
        const remote = serviceName.replace("us-east-1", "eu-west-1");
        const services = { far: { serviceName: pulumi.output(remote) }, near: { serviceName } };
        const questions = [{ serviceName: remote, serviceRegions: ["eu-west-1"] }, { serviceName }];
        assert.deepEqual(asked(await runConnections(services)), questions);
        assert.deepEqual(asked(await runConnections(services, {}, { preview: true })), questions);
        assert.deepEqual(asked(await runConnections(services, { lookUp: false })), []);
        assert.deepEqual(asked(await runOffline(() => shop(true), { config, preview: true })), []);
    });

    it("rejects a service of another type, also if its name is an output, and does not create the endpoint", async () => {
        const context = { foreignServices: { [serviceName]: "GatewayLoadBalancer" as const } };
        for (const given of [serviceName, pulumi.output(serviceName)]) {
            for (const preview of [true, false]) {
                const made: string[] = [];
                const newResource = ({ name }: pulumi.runtime.MockResourceArgs) => void made.push(name);
                const run = { context, preview, newResource };
                const error = await failure(runConnections({ firewall: { serviceName: given } }, {}, run));
                assert.deepEqual(codesOf(error.problems), [
                    "connections.service-type endpointServices.firewall.serviceName",
                ]);
                assert.match(error.message, /^the endpoint of firewall: 1 problem; it was not created:\n/);
                assert.ok(!made.includes("app-firewall-interface"));
            }
        }
        const unasked = await failure(
            runConnections({ firewall: { serviceName } }, { lookUp: false }, { context }),
        );
        assert.match(
            unasked.message,
            /^AWS would refuse to make app-firewall-interface: InvalidParameter: Endpoint type/,
        );
    });

    it("warns of a service that AWS does not show, and leaves it to AWS to reject the endpoint", async () => {
        const run = { context: { foreignServices: { [serviceName]: null } } };
        const services = { orders: { serviceName } };
        const preview = await warned(() => runConnections(services, {}, { ...run, preview: true }));
        assert.equal(preview.warnings.length, 1);
        assert.match(
            preview.warnings[0]!,
            /^endpointServices\.orders\.serviceName: .* \[connections\.type-not-checked\]$/,
        );
        assert.equal(ofType(preview.value, types.endpoint)["app-orders-interface"]?.inputs.serviceName, serviceName);
        const { value, warnings } = await warned(() => failure(runConnections(services, {}, run)));
        assert.deepEqual(warnings, preview.warnings);
        assert.match(value.message, /^AWS would refuse to make app-orders-interface: InvalidServiceName: /);
        const fine = await warned(() => runConnections(services));
        assert.deepEqual(fine.warnings, []);
    });

    it("sends the same inputs whether the type is looked up or not", async () => {
        const inputsOf = async (options: EndpointOptions) =>
            ofType(await runConnections({ orders: { serviceName } }, options), types.endpoint)["app-orders-interface"]
                ?.inputs;
        assert.deepEqual(await inputsOf({ lookUp: true }), await inputsOf({ lookUp: false }));
    });
});
