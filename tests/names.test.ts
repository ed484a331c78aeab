import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import { EndpointService, planPrivateVpc, planVpcEndpoints, PrivateVpc, readSettings } from "../components";
import { type Run, runOffline } from "../emulator/runProgram";
import { codesOf } from "./codesOf";
import { failure, ofType, types } from "./run";

/** What every object of JavaScript has, or seems to have: a name from outside must not be taken for it, or be lost. */
const inherited = ["prototype", ...Object.getOwnPropertyNames(Object.prototype)];
const service = "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0";
const enough = { cidrBlock: "10.0.0.0/16", availabilityZones: ["us-east-1a"] };

type Map = { [name: string]: never };

/** A map with these names, which are its own even where the language means another thing by them. */
const named = (names: string[], value: unknown) => Object.fromEntries(names.map((name) => [name, value])) as Map;

/** Runs a program with a stack's config, as the CLI hands it over. */
function run(program: () => unknown, config: { [key: string]: unknown }): Promise<Run> {
    const texts = Object.entries(config).map(([key, value]) => [
        `private-vpc:${key}`,
        typeof value === "string" ? value : JSON.stringify(value),
    ]);
    return runOffline(program, { config: { ...Object.fromEntries(texts), "aws:region": "us-east-1" } });
}

/** The program of a stack. */
function stack(): unknown {
    const { args, options } = readSettings();
    const { interfaceEndpointIds, dnsNames } = new PrivateVpc("app", args, options);
    return { args, interfaceEndpointIds, dnsNames };
}

/** The places of what is wrong with a stack's config. */
async function wrongPlaces(config: { [key: string]: unknown }): Promise<string[]> {
    const { problems } = await failure(run(stack, config));
    return (problems as { path: string }[] ?? []).map(({ path }) => path);
}

/** The same property for some of the names at once. */
function forNames(holds: (names: string[]) => Promise<void> | void): Promise<void> {
    return fc.assert(fc.asyncProperty(fc.subarray(inherited, { minLength: 1 }), async (names) => holds(names)), {
        numRuns: 20,
        examples: [[inherited]],
    });
}

describe("names that every JavaScript object inherits", () => {
    const tags = named(inherited.filter((name) => name !== "__proto__"), "search");

    const flowLogs = { destination: "cloud-watch-logs" };
    const networkLoadBalancerArns = [
        "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/orders/0123456789abcdef",
    ];

    it("may be tag keys, and are sent to AWS with every resource", async () => {
        const { outputs, resources } = await run(stack, { ...enough, services: ["sqs", "s3"], flowLogs, tags });
        assert.deepEqual(outputs.args.tags, tags);
        const tagged = resources.filter(({ custom, inputs }) => custom && "tags" in inputs);
        assert.equal(tagged.length, 14);
        for (const { name, inputs } of tagged) {
            // What has a name of its own in AWS needs no such tag.
            const Name = "Name" in inputs.tags ? { Name: `dev-${name}` } : {};
            assert.deepEqual(inputs.tags, { ...tags, ...Name, "private-vpc:owner": "private-vpc/dev" }, name);
        }
    });

    it("may be tag keys and consumer names of an endpoint service", async () => {
        const acceptedEndpointIds = named(inherited, "vpce-0123456789abcdef0");
        const args = { networkLoadBalancerArns, acceptedEndpointIds, tags };
        const made = await run(() => void new EndpointService("orders", args), {});
        const accepted = ofType(made, "aws:ec2/vpcEndpointConnectionAccepter:VpcEndpointConnectionAccepter");
        assert.deepEqual(Object.keys(accepted).sort(), inherited.map((name) => `orders-${name}`).sort());
        const { orders } = ofType(made, "aws:ec2/vpcEndpointService:VpcEndpointService");
        assert.deepEqual(orders!.inputs.tags, { ...tags, Name: "dev-orders", "private-vpc:owner": "private-vpc/dev" });
    });

    it("may be tag keys except __proto__, which Pulumi would drop", async () => {
        const problem = "tags.reserved-key tags.__proto__";
        const wrong = named(["__proto__", "team"], "search");
        const { problems } = await failure(run(stack, { ...enough, tags: wrong }));
        assert.deepEqual(codesOf(problems), ["tags.reserved-key private-vpc:tags.__proto__"]);
        assert.deepEqual(codesOf(planPrivateVpc({ ...enough, tags: wrong }).problems), [problem]);
        const service = () => new EndpointService("orders", { networkLoadBalancerArns, tags: wrong });
        assert.deepEqual(codesOf((await failure(run(service, {}))).problems), [problem]);
    });

    it("may name endpoint services, if a resource may have the name", async () => {
        const names = inherited.filter((name) => !name.startsWith("_")).sort();
        const endpointServices = named(names, { serviceName: service, ports: [5432] });
        const made = await run(stack, { ...enough, endpointServices });
        assert.deepEqual(made.outputs.args, { ...enough, endpointServices });
        const endpoints = ofType(made, types.endpoint);
        assert.deepEqual(Object.keys(endpoints), names.map((name) => `app-${name}-interface`));
        for (const { inputs } of Object.values(endpoints)) assert.equal(inputs.serviceName, service);
        assert.deepEqual(Object.keys(made.outputs.interfaceEndpointIds), names);
        assert.deepEqual(Object.keys(made.outputs.dnsNames), names);
        for (const id of Object.values(made.outputs.interfaceEndpointIds)) assert.match(String(id), /^vpce-/);
    });

    it("are each a problem as the name of a service, zone or quota", () =>
        forNames(async (names) => {
            const [services, zones, quotas] = [named(names, {}), named(names, "10.0.0.0/24"), named(names, 5)];
            const maps = { endpoints: services, subnetCidrBlocks: zones, quotas };
            const wrong = Object.keys(maps).flatMap((map) => names.map((name) => `${map}.${name}`)).sort();
            const { problems } = planPrivateVpc({ ...enough, ...maps });
            assert.deepEqual(problems.map(({ path }) => path).sort(), wrong);
            const places = await wrongPlaces({ ...enough, ...maps });
            assert.deepEqual(places.sort(), wrong.map((path) => `private-vpc:${path}`));
            const existing = named(names, "vpce-0123456789abcdef0");
            const inVpc = planVpcEndpoints({
                vpcCidrBlock: "10.0.0.0/16",
                subnetIds: Object.fromEntries(names.map((name, index) => [name, `subnet-${index}`])),
                routeTableIds: [],
                existing,
            });
            assert.deepEqual(
                inVpc.problems.map(({ path }) => path).sort(),
                ["existing", "subnetIds"].flatMap((map) => names.map((name) => `${map}.${name}`)).sort(),
            );
        }));

    it("are each a problem as a key of an object with fixed keys", () =>
        forNames(async (names) => {
            const more = named(names, "x");
            const access = [{ actions: ["sqs:*"], resources: ["*"], ...more }];
            const exceptions = [{
                service: "sqs",
                actions: ["sqs:GetQueueUrl"],
                resources: ["*"],
                reason: "a test",
                ...more,
            }];
            const places = await wrongPlaces({
                ...enough,
                services: ["sqs"],
                endpoints: { sqs: { ...more, access } },
                endpointServices: { orders: { serviceName: service, ...more } },
                flowLogs: { ...flowLogs, ...more },
                perimeter: { ...more, exceptions },
                options: more,
            });
            const wrong = [
                "endpoints.sqs",
                "endpoints.sqs.access[0]",
                "endpointServices.orders",
                "flowLogs",
                "perimeter",
                "perimeter.exceptions[0]",
                "options",
            ].flatMap((place) => names.map((name) => `private-vpc:${place}.${name}`));
            assert.deepEqual(places.sort(), wrong.sort());
        }));

    it("are each a problem in a list, and as a config key", () =>
        forNames(async (names) => {
            const lists = ["workloads", "services", "endpointZones"];
            const wrong = lists.flatMap((list) => names.map((_, index) => `${list}[${index}]`)).sort();
            const { problems } = planPrivateVpc({ ...enough, ...named(lists, names) });
            assert.deepEqual(problems.map(({ path }) => path).sort(), wrong);
            const keys = await wrongPlaces({ ...enough, ...named(names, "x") });
            assert.deepEqual(keys.sort(), names.map((name) => `private-vpc:${name}`).sort());
        }));

    it("are a problem as the name of an endpoint type, destination or AWS-owned resource", () => {
        for (const name of inherited) {
            const { problems } = planPrivateVpc({
                ...enough,
                services: ["sqs"],
                endpoints: { sqs: { kind: name as never } },
                flowLogs: { destination: name as never },
                perimeter: {
                    awsOwnedResources: [name],
                    exceptions: [{ service: name, actions: ["sqs:GetQueueUrl"], resources: ["*"], reason: "a test" }],
                },
            });
            assert.deepEqual(problems.map(({ path }) => path), [
                "endpoints.sqs.kind",
                "perimeter.awsOwnedResources[0]",
                "perimeter.exceptions[0].service",
                "flowLogs.destination",
            ]);
        }
    });
});
