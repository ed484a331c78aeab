import * as assert from "node:assert/strict";

import * as pulumi from "@pulumi/pulumi";

import {
    EndpointService,
    planPrivateVpc,
    planVpcEndpoints,
    PrivateVpc,
    type Problem,
    readSettings,
    VpcEndpoints,
} from "../../components";
import { runOffline } from "../../emulator/runProgram";
import { codesOf } from "../codesOf";
import { failure } from "../run";

type Args = { [key: string]: unknown };

const config = { "aws:region": "us-east-1" };
const network = { cidrBlock: "10.0.0.0/16", availabilityZones: ["us-east-1a", "us-east-1b"] };
const placement = {
    vpcId: "vpc-1",
    vpcCidrBlock: "10.0.0.0/16",
    subnetIds: { "us-east-1a": "subnet-a", "us-east-1b": "subnet-b" },
    routeTableIds: ["rtb-a"],
};

/** What a program is refused with, which declares nothing. */
async function refusal(program: () => unknown, more: { [key: string]: string } = {}): Promise<Problem[]> {
    const declared: string[] = [];
    const newResource = ({ type }: pulumi.runtime.MockResourceArgs) => {
        if (type !== "pulumi:pulumi:Stack") declared.push(type);
        return undefined;
    };
    const error = await failure(runOffline(program, { config: { ...config, ...more }, newResource }));
    assert.deepEqual(declared, []);
    assert.ok(error.problems, error.stack);
    return error.problems as Problem[];
}

function handedOver(args: Args): { [key: string]: string } {
    const entries = Object.entries(args).map(([key, value]) => [
        `private-vpc:${key}`,
        typeof value === "string" ? value : JSON.stringify(value),
    ]);
    return Object.fromEntries(entries) as { [key: string]: string };
}

/** Whatever a program, a tool or a stack's config gives, and what is wrong with it. */
const entries: { [entry: string]: (args: Args) => Problem[] | Promise<Problem[]> } = {
    "new PrivateVpc": (args) => refusal(() => new PrivateVpc("app", { ...network, ...args })),
    "planPrivateVpc": (args) => planPrivateVpc({ ...network, ...args }).problems,
    "new VpcEndpoints": (args) => refusal(() => new VpcEndpoints("app", { ...placement, ...args })),
    "planVpcEndpoints": (args) => planVpcEndpoints({ ...placement, ...args }).problems,
    "VpcEndpoints.inVpc": (args) => refusal(() => VpcEndpoints.inVpc("app", { vpcId: "vpc-1", ...args })),
};

/** What can be written in a stack's config, which has no outputs, among others. */
async function ofConfig(args: Args): Promise<Problem[]> {
    const problems = await refusal(() => {
        const settings = readSettings();
        new PrivateVpc("app", settings.args, settings.options);
    }, handedOver({ ...network, ...args }));
    return problems.map(({ path, message, ...others }) => {
        assert.ok(path.startsWith("private-vpc:"), path);
        const itsOwn = message.replace(/a configuration key of private-vpc$/, "a key of args");
        return { ...others, path: path.slice("private-vpc:".length), message: itsOwn };
    });
}

const mistakes: { [mistake: string]: { args: Args; problems: [code: string, hint?: RegExp][] } } = {
    "a string instead of a list": {
        args: { services: "sqs" },
        problems: [["args.wrong-type services"]],
    },
    "null instead of a list": { args: { services: null }, problems: [["args.wrong-type services"]] },
    "a list instead of a map": { args: { endpoints: ["sqs"] }, problems: [["args.wrong-type endpoints"]] },
    "a number in a list of strings": {
        args: { services: ["sqs", 5], workloads: [null] },
        problems: [["args.wrong-type workloads[0]"], ["args.wrong-type services[1]"]],
    },
    "a string instead of a boolean": {
        args: { services: ["sqs"], endpoints: { sqs: { privateDns: "no" } } },
        problems: [["args.wrong-type endpoints.sqs.privateDns"]],
    },
    "null instead of a service's options": {
        args: { services: ["sqs"], endpoints: { sqs: null } },
        problems: [["args.wrong-type endpoints.sqs"]],
    },
    "wrong types at every depth": {
        args: {
            services: ["s3"],
            endpoints: { s3: { access: [{ principals: "me", actions: ["s3:GetObject"] }, 7], ports: ["443"] } },
            perimeter: { exceptions: [{ service: "s3", actions: {}, resources: [1], reason: "x" }] },
            options: { fips: 1, maxMonthlyUsd: "100" },
            quotas: { "quota.interface-per-vpc": "100" },
            endpointServices: { orders: {} },
        },
        problems: [
            ["args.wrong-type endpoints.s3.ports[0]"],
            ["args.wrong-type endpoints.s3.access[0].principals"],
            ["args.not-set endpoints.s3.access[0].resources"],
            ["args.wrong-type endpoints.s3.access[1]"],
            ["args.not-set endpointServices.orders.serviceName"],
            ["args.wrong-type perimeter.exceptions[0].actions"],
            ["args.wrong-type perimeter.exceptions[0].resources[0]"],
            ["args.wrong-type options.fips"],
            ["args.wrong-type options.maxMonthlyUsd"],
            ["args.wrong-type quotas.quota.interface-per-vpc"],
            ["gw.no-sg-subnet endpoints.s3.ports"],
        ],
    },
    "unknown keys, each with the valid keys of its level": {
        args: {
            servces: ["sqs"],
            services: ["s3", "sqs"],
            endpoints: {
                sqs: { privateDNS: true },
                s3: { access: [{ actons: [], actions: ["s3:GetObject"], resources: ["*"] }] },
            },
            endpointServices: {},
            perimeter: {
                exceptions: [{ service: "s3", actions: ["s3:GetObject"], resources: ["*"], reason: "x", why: "y" }],
            },
        },
        problems: [
            ["args.unknown-key servces", /^did you mean "services"\?$/],
            ["args.unknown-key endpoints.sqs.privateDNS", /^did you mean "privateDns"\?$/],
            ["args.unknown-key endpoints.s3.access[0].actons", /^did you mean "actions"\?$/],
            ["args.unknown-key perimeter.exceptions[0].why", /^its keys: actions, reason, resources, service$/],
        ],
    },
    "keys that every JavaScript object inherits": {
        args: {
            ...JSON.parse(`{ "endpoints": { "__proto__": 5, "prototype": { "toString": 1 } } }`) as Args,
            perimeter: { constructor: 1 },
            tags: ["x"],
        },
        problems: [
            ["args.wrong-type endpoints.__proto__"],
            ["args.unknown-key endpoints.prototype.toString", /keys/],
            ["args.unknown-key perimeter.constructor", /^its keys: accountIds, /],
            ["args.wrong-type tags"],
            ["services.unknown endpoints.prototype"],
        ],
    },
    "a wrong type together with invalid values": {
        args: {
            services: ["sqss", 5, "s3"],
            endpointZones: ["us-east-1c", 7],
            endpoints: { s3: { kind: "Gatway" } },
            options: { maxMonthlyUsd: -1 },
        },
        problems: [
            ["args.wrong-type services[1]"],
            ["args.wrong-type endpointZones[1]"],
            ["services.unknown services[0]"],
            ["zones.not-in-vpc endpointZones[0]"],
            ["endpoints.unknown-kind endpoints.s3.kind"],
            ["budget.invalid options.maxMonthlyUsd"],
        ],
    },
};

describe("every way to pass arguments", () => {
    for (const [mistake, { args, problems }] of Object.entries(mistakes)) {
        it(`reports the same of ${mistake}`, async () => {
            const expected = await entries["new PrivateVpc"]!(args);
            assert.deepEqual(codesOf(expected), problems.map(([code]) => code));
            problems.forEach(([code, hint], index) => hint && assert.match(expected[index]!.hint, hint, code));
            assert.deepEqual(await ofConfig(args), expected, "a stack's config");
            for (const [entry, problemsOf] of Object.entries(entries)) {
                const found = await problemsOf(args);
                // Of a VPC that nobody has looked up, the zones are unknown.
                const known = ({ path }: Problem) => entry !== "VpcEndpoints.inVpc" || path !== "endpointZones[0]";
                assert.deepEqual(found, expected.filter(known), entry);
            }
        });
    }
});

const balancer = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/orders/0123456789abcdef";
const rejected = () => pulumi.output(Promise.reject(new Error("not to be had")));

describe("every component", () => {
    const components: { [name: string]: { make(args: unknown): unknown; required: string[]; enough: Args } } = {
        PrivateVpc: {
            make: (args) => new PrivateVpc("app", args as never),
            required: ["cidrBlock", "availabilityZones"],
            enough: network,
        },
        VpcEndpoints: {
            make: (args) => new VpcEndpoints("app", args as never),
            required: ["vpcId", "vpcCidrBlock", "subnetIds", "routeTableIds"],
            enough: placement,
        },
        "VpcEndpoints.inVpc": {
            make: (args) => VpcEndpoints.inVpc("app", args as never),
            required: ["vpcId"],
            enough: { vpcId: "vpc-1" },
        },
        EndpointService: {
            make: (args) => new EndpointService("app", args as never),
            required: ["networkLoadBalancerArns"],
            enough: { networkLoadBalancerArns: [balancer] },
        },
    };

    for (const [name, { make, required, enough }] of Object.entries(components)) {
        it(`${name} reports the missing arguments if none are passed`, async () => {
            for (const nothing of [undefined, null, {}]) {
                const problems = await refusal(() => make(nothing));
                assert.deepEqual(codesOf(problems), required.map((key) => `args.not-set ${key}`));
                for (const { hint } of problems) assert.match(hint, /^set it, e\.g\. ./);
            }
        });

        it(`${name} rejects arguments that are not an object with keys, or are an Output or Promise`, async () => {
            const refused = async (args: unknown) => (await refusal(() => make(args)))[0];
            assert.deepEqual(codesOf([await refused("app")]), ["args.wrong-type args"]);
            assert.equal((await refused([enough]))?.path, "args");
            assert.match(
                (await refused(pulumi.output(enough)))!.message,
                /^is an Output, but it determines what is created/,
            );
            assert.match((await refused(Promise.resolve(enough)))!.message, /^is a Promise, but it determines/);
            assert.match((await refused(() => enough))!.message, /^is a function, not a map/);
        });

        it(`${name} reports a value of any wrong type as a problem, without failing itself`, async () => {
            const circular: unknown[] = [];
            circular.push(circular);
            const values = [1n, Symbol("x"), () => 1, new Map(), new Date(0), circular, NaN, Object.create(null)];
            for (const value of values) {
                const problems = await refusal(() => make({ ...enough, tags: ["x"], [required[0]!]: value }));
                assert.deepEqual(problems.map(({ path }) => path.split("[")[0]), [required[0], "tags"]);
            }
        });
    }

    const deciding: [string, Args, string][] = [
        ["PrivateVpc", { services: pulumi.output(["sqs"]) }, "services"],
        ["PrivateVpc", { services: ["s3", pulumi.output("sqs")] }, "services[1]"],
        ["PrivateVpc", { availabilityZones: [pulumi.output("us-east-1a")] }, "availabilityZones[0]"],
        ["PrivateVpc", { cidrBlock: pulumi.secret("10.0.0.0/16") }, "cidrBlock"],
        [
            "PrivateVpc",
            { endpoints: { sqs: { privateDns: Promise.resolve(true) } }, services: ["sqs"] },
            "endpoints.sqs.privateDns",
        ],
        ["PrivateVpc", { flowLogs: { destination: pulumi.output("s3") } }, "flowLogs.destination"],
        ["VpcEndpoints", { subnetIds: pulumi.output({ "us-east-1a": "subnet-a" }) }, "subnetIds"],
        ["VpcEndpoints", { options: { fips: pulumi.output(true) } }, "options.fips"],
        ["VpcEndpoints.inVpc", { vpcId: pulumi.output("vpc-1") }, "vpcId"],
        ["EndpointService", { acceptedEndpointIds: pulumi.output({ web: "vpce-1" }) }, "acceptedEndpointIds"],
        ["EndpointService", { privateDnsName: pulumi.secret("orders.example.com") }, "privateDnsName"],
    ];
    for (const [name, args, path] of deciding) {
        it(`${name} rejects ${path} as an output, since it determines what is created`, async () => {
            const { make, enough } = components[name]!;
            const [problem, ...more] = await refusal(() => make({ ...enough, ...args }));
            assert.deepEqual(more, []);
            assert.deepEqual(codesOf([problem]), [`args.output ${path}`]);
            assert.match(problem!.message, /^is (an Output|a Promise), /);
        });
    }

    it("reports an output that determines what is created once, also if that output is rejected later", async () => {
        const problems = await refusal(() => new PrivateVpc("app", { ...network, services: rejected() as never }));
        assert.deepEqual(problems.map(({ path }) => path), ["services"]);
        const promise = () => Promise.reject(new Error("not to be had"));
        const again = await refusal(() => new PrivateVpc("app", { ...network, services: [promise()] as never }));
        assert.deepEqual(again.map(({ path }) => path), ["services[0]"]);
    });

    it("passes on the error of a rejected output that does not determine what is created", async () => {
        const tags = rejected() as never;
        const error = await failure(runOffline(() => new PrivateVpc("app", { ...network, tags }), { config }));
        assert.match(error.message, /not to be had/);
    });

    it("reports problems of arguments added in code by argument path, and those of the config by config key", async () => {
        const problems = await refusal(() => {
            const { args, options } = readSettings();
            new PrivateVpc("app", { ...args, services: ["sqss"], tags: 5 as never }, options);
        }, handedOver({ ...network, workloads: "x", services: ["s3"], options: { fipps: true } }));
        assert.deepEqual(problems.map(({ path }) => path), [
            "private-vpc:workloads",
            "private-vpc:options.fipps",
            "tags",
            "services[0]",
        ]);
    });
});
