import { copies } from "../../components/resources/sdkCopies";
import { inCommand, inConfig, inPlan, inProgram } from "./exampleInputs";
import type { ProblemExample } from "./problemExample";

const flowLogs = "private-vpc:flowLogs";

/** Mistakes in keys and types, lists, Regions and zones. */
export const configExamples: ProblemExample[] = [
    inConfig("args.unknown-key", "private-vpc:servces: [sqs]"),
    inConfig("args.unknown-key", "private-vpc:services: [sqs]\nprivate-vpc:endpoints: { sqs: { kynd: Interface } }"),
    inConfig("args.unknown-key", "private-vpc:options: { fipps: true }"),
    inConfig("args.unknown-key", "private-vpc:options.protect: true"),
    inProgram("args.unknown-key", `new VpcEndpoints("app", { ...args, servces: ["sqs"] });`),
    inConfig("config.wrong-namespace", "privatevpc:services: [sqs]"),
    inConfig("args.not-set", `private-vpc:cidrBlock: ""\nprivate-vpc:availabilityZones: ""`),
    inConfig("args.not-set", `${flowLogs}: {}`),
    inConfig("args.not-set", `aws:region: ""`),
    inProgram("args.not-set", `new VpcEndpoints("app", { ...args, services: ["sqs", undefined] });`),
    inProgram("args.not-set", "new EndpointService(\"orders\");"),
    inConfig("args.wrong-type", "private-vpc:services: sqs"),
    inConfig("args.wrong-type", "private-vpc:services: [sqs, 5]"),
    inConfig("args.wrong-type", "private-vpc:availabilityZones: us-east-1a, us-east-1b"),
    inConfig("args.wrong-type", "private-vpc:services: [{ s3: { privateDns: true } }]"),
    inConfig("args.wrong-type", "private-vpc:perimeter: { accountIds: [123456789012] }"),
    inConfig("args.wrong-type", "private-vpc:endpoints: [sqs]"),
    inConfig("args.wrong-type", `${flowLogs}: { destination: cloud-watch-logs, retentionInDays: "90" }`),
    inConfig("args.wrong-type", `private-vpc:options: { protect: "yes" }`),
    inProgram("args.output", `new VpcEndpoints("app", { ...args, services: pulumi.output(["sqs"]) });`),
    inProgram("args.output", `new VpcEndpoints("app", { ...args, options: { fips: Promise.resolve(true) } });`),
    inProgram("args.deprecated", `new VpcEndpoints("app", { ...args, secondaryCidrBlocks: ["100.64.0.0/16"] });`, {
        given: "In the output of `pulumi preview`:",
    }),
    inConfig(
        "config.encrypted",
        "private-vpc:cidrBlock: { secure: AAABAMcGtHDraogfM3Qk }",
        "With `private-vpc plan`, which does not have the stack's key:",
    ),

    inProgram("tags.reserved-key", `new VpcEndpoints("app", { ...args, tags: { ["__proto__"]: "search" } });`),

    inProgram(
        "component.invalid-name",
        `new PrivateVpc("sg-app", {\n`
            + `    cidrBlock: "10.0.0.0/16",\n    availabilityZones: ["us-east-1a"],\n});`,
    ),
    inProgram("component.invalid-name", `new VpcEndpoints("büro", args);`),
    inProgram("component.invalid-name", `new VpcEndpoints("app".repeat(80), args);`),
    {
        code: "component.sdk-copies",
        given: "With a second copy of the SDK, in the folder of this library:",
        shown: { language: "sh", text: "npm install --prefix node_modules/private-vpc @pulumi/pulumi" },
        run: async () =>
            copies(
                ["node_modules/private-vpc/", ""].map((folder) => `/app/${folder}node_modules/@pulumi/pulumi/index.js`),
            ),
    },
    inConfig("tags.reserved-key", `private-vpc:tags: { "aws:team": search }`),
    inConfig("tags.invalid-length", `private-vpc:tags: { "": search, note: ${"note".repeat(65)} }`),
    inConfig(
        "tags.too-many",
        `private-vpc:tags: { ${Array.from({ length: 50 }, (_, index) => `t${index}: x`).join(", ")} }`,
    ),
    inConfig(
        "tags.invalid-characters",
        `private-vpc:tags: { "team#1": search }\n${flowLogs}: { destination: cloud-watch-logs }`,
    ),

    inConfig("list.empty", "private-vpc:availabilityZones: []"),
    inConfig("list.empty", "private-vpc:endpointZones: []"),
    inConfig(
        "list.empty",
        "private-vpc:services: [sqs]\n"
            + "private-vpc:endpoints: { sqs: { allowedCidrBlocks: [], ports: [] } }",
    ),
    inConfig("list.empty", "private-vpc:services: [sqs]\nprivate-vpc:endpoints: { sqs: { securityGroupIds: [] } }"),
    inConfig("list.empty", "private-vpc:services: [sqs]\nprivate-vpc:endpoints: { sqs: { access: [] } }"),
    inConfig(
        "list.empty",
        "private-vpc:services: [sqs]\n"
            + "private-vpc:endpoints: { sqs: { access: [{ principals: [], actions: [], resources: [] }] } }",
    ),
    inConfig("list.empty", "private-vpc:services: [sqs]\nprivate-vpc:endpoints: { sqs: { fromPolicies: [] } }"),
    inConfig("list.empty", "private-vpc:perimeter: { accountIds: [] }"),
    inProgram("list.empty", `new EndpointService("orders", { networkLoadBalancerArns: [] });`),
    inProgram(
        "list.empty",
        `new EndpointService("orders", {
    networkLoadBalancerArns: ["arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/orders/0123456789abcdef"],
    supportedIpAddressTypes: [],
});`,
    ),
    inConfig("list.repeated", "private-vpc:services: [sqs]\nprivate-vpc:endpoints: { sqs: { ports: [443, 443] } }"),
    inProgram(
        "list.repeated",
        `const arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/orders/0123456789abcdef";
const account = "arn:aws:iam::111122223333:root";
new EndpointService("orders", {
    networkLoadBalancerArns: [arn, arn],
    allowedPrincipals: [account, account],
    supportedRegions: ["eu-west-1", "eu-west-1"],
});`,
    ),

    inPlan("list.repeated", "private-vpc:services: [sqs, sqs]"),

    inConfig("regions.unknown", "private-vpc:availabilityZones: [us-east-9a]"),
    inConfig("regions.unknown", "private-vpc:availabilityZones: [xx-nowhere-1a]"),
    inCommand("regions.unknown", "npx private-vpc services sqs --region eu-wst-1"),
    inPlan("regions.not-set", "private-vpc:services: [sqs]", "Where the config does not set `aws:region`:"),
    inConfig("regions.mismatch", "aws:region: eu-west-1"),
    inProgram("regions.mismatch", `new VpcEndpoints("app", { ...args, services: ["sqs"] });`, {
        given: "Where the AWS provider works in eu-west-1:",
        providerRegion: "eu-west-1",
    }),

    inConfig("zones.invalid", "private-vpc:availabilityZones: [use1-az1]"),
    inConfig("zones.invalid", "private-vpc:availabilityZones: [us-east-1]"),
    inConfig("zones.invalid", "private-vpc:availabilityZones: [a, b]"),
    inConfig("zones.local", "private-vpc:availabilityZones: [us-east-1a, us-east-1-bos-1a]"),
    inConfig("zones.several-regions", "private-vpc:availabilityZones: [us-east-1a, eu-west-1a]"),
    inPlan("zones.not-listed", "aws:region: eu-west-1\nprivate-vpc:availabilityZones: [eu-west-1a, eu-west-1d]"),
    inConfig("zones.not-in-vpc", "private-vpc:endpointZones: [us-east-1c]"),
    inConfig("zones.not-in-vpc", "private-vpc:subnetCidrBlocks: { us-east-1c: 10.0.64.0/19 }"),
];
