import { attachmentTypes, type Made, types } from "../../emulator/aws/world";
import { inConfig, inPlan, inProgram } from "./exampleInputs";
import type { ProblemExample } from "./problemExample";

const flowLogs = "private-vpc:flowLogs";
const vpcId = "vpc-0123456789abcdef0";
const made = (type: string, id: string, attributes: object): Made => ({ id, type, name: id, attributes });
const vpc = made(types.vpc, vpcId, {
    cidrBlock: "10.0.0.0/16",
    enableDnsHostnames: true,
    mainRouteTableId: "rtb-main",
});
const subnet = (id: string, zone: string, cidrBlock: string, of = vpcId) =>
    made(types.subnet, id, { vpcId: of, availabilityZone: zone, cidrBlock });
const [a, other] = [subnet("subnet-a", "us-east-1a", "10.0.0.0/24"), subnet("subnet-a2", "us-east-1a", "10.0.1.0/24")];

const s3Endpoint = (vpcEndpointType: string) =>
    made(types.endpoint, "vpce-0123456789abcdef0", {
        vpcId,
        vpcEndpointType,
        serviceName: "com.amazonaws.us-east-1.s3",
        state: "available",
    });

const zone = (name: string) => made(attachmentTypes.zone, "Z0123456789ABCDEFGHIJ", { name, vpcs: [{ vpcId }] });

/** The accounts in which examples of existing VPCs run. */
export const accounts = {
    vpcId,
    /** With one private subnet. */
    one: [vpc, a],
    vpc: (attributes: object, ...more: Made[]) => [
        { ...vpc, attributes: { ...vpc.attributes, ...attributes } },
        a,
        ...more,
    ],
    made,
};

const inVpc = (options: string) => `await VpcEndpoints.inVpc("app", { vpcId: "${vpcId}", ${options} });`;

/** Mistakes in ranges, subnets, existing VPCs and flow logs. */
export const networkExamples: ProblemExample[] = [
    inConfig("network.invalid-cidr", "private-vpc:cidrBlock: 10.0.0.0"),
    inConfig("network.host-bits", "private-vpc:cidrBlock: 10.0.1.0/16"),
    inConfig("network.block-size", "private-vpc:cidrBlock: 10.0.0.0/8"),
    inConfig("network.block-size", "private-vpc:cidrBlock: 10.0.0.0/29"),
    inConfig("network.block-size", "private-vpc:subnetCidrBlocks: { us-east-1a: 10.0.0.0/29 }"),
    inConfig("network.restricted-range", "private-vpc:cidrBlock: 169.254.0.0/16"),
    inPlan("network.public-range", "private-vpc:cidrBlock: 8.8.0.0/16"),
    inPlan("network.docker-range", "private-vpc:cidrBlock: 172.17.0.0/16"),
    inPlan("network.management-range", "private-vpc:cidrBlock: 198.19.0.0/20"),
    inConfig("network.zone-letter", "private-vpc:availabilityZones: [us-east-1i]"),
    inConfig("network.too-small", "private-vpc:cidrBlock: 10.0.0.0/26"),
    inConfig("network.outside-vpc", "private-vpc:subnetCidrBlocks: { us-east-1a: 10.1.0.0/24 }"),
    inConfig("network.overlap", "private-vpc:subnetCidrBlocks: { us-east-1a: 10.0.32.0/24 }"),
    inConfig("network.ipam-and-block", "private-vpc:ipam: { poolId: ipam-pool-0123456789abcdef0, netmaskLength: 20 }"),
    inConfig("network.range-overlap", "private-vpc:secondaryCidrBlocks: [{ cidrBlock: 10.0.128.0/20 }]"),
    inConfig("network.combined-ranges", "private-vpc:secondaryCidrBlocks: [{ cidrBlock: 192.168.0.0/16 }]"),
    inConfig(
        "network.subnet-full",
        "private-vpc:subnetCidrBlocks: { us-east-1a: 10.0.0.0/28 }\n"
            + "private-vpc:services: [athena, batch, codebuild, ecs, email-smtp, events, glue, kms, logs, sns, sqs, ssm]",
    ),

    inProgram("vpc.invalid-id", `new VpcEndpoints("app", { ...args, vpcId: "app" });`),
    inProgram("vpc.invalid-id", `new VpcEndpoints("app", { ...args, subnetIds: { "us-east-1a": "rtb-0a1b" } });`),
    inProgram(
        "vpc.subnet-in-two-zones",
        `new VpcEndpoints("app", {\n    ...args,\n    `
            + `subnetIds: { "us-east-1a": "subnet-0a1b", "us-east-1b": "subnet-0a1b" },\n});`,
    ),
    inProgram("vpc.no-private-subnet", inVpc(`services: ["sqs"]`), {
        given: "In a VPC without subnets:",
        resources: [vpc],
    }),
    inProgram("vpc.no-private-subnet", inVpc(`availabilityZones: ["us-east-1c"], services: ["sqs"]`), {
        given: "In a VPC with a private subnet in us-east-1a:",
        resources: accounts.one,
    }),
    inProgram(
        "vpc.no-private-subnet",
        `new VpcEndpoints("app", { ...fromAwsx(vpc, ["us-east-1a"]), services: ["sqs"] });`,
        {
            given: "Where `vpc` is an `awsx.ec2.Vpc` with public subnets only:",
            awsx: [["public"]],
        },
    ),
    inProgram(
        "vpc.no-private-subnet",
        `new VpcEndpoints("app", { ...fromAwsx(vpc, ["us-east-1c"]), services: ["sqs"] });`,
        { given: "Where `vpc` is an `awsx.ec2.Vpc` with isolated subnets:", awsx: [["isolated"]] },
    ),
    inProgram("vpc.unknown-subnet", inVpc(`subnetIds: ["subnet-b"], services: ["sqs"]`), { resources: accounts.one }),
    inProgram("vpc.other-subnet", inVpc(`subnetIds: ["subnet-b"], services: ["sqs"]`), {
        given: "Where subnet-b is in another VPC:",
        resources: [...accounts.one, subnet("subnet-b", "us-east-1b", "10.9.0.0/24", "vpc-0fedcba9876543210")],
    }),
    inProgram("vpc.subnet-full", inVpc(`services: ["sqs", "kms"]`), {
        given: "Where the only private subnet, subnet-a, has one free address:",
        resources: [vpc, { ...a, attributes: { ...a.attributes, cidrBlock: "10.0.0.0/28", usedAddresses: 10 } }],
        state: {},
    }),
    inProgram("vpc.attachment-subnet", inVpc(`services: ["sqs"]`), {
        given: "In the output of `pulumi preview`, where the only private subnet is a /28:",
        resources: [vpc, { ...a, attributes: { ...a.attributes, cidrBlock: "10.0.0.0/28" } }],
    }),
    inProgram("vpc.gateway-unused", inVpc(`services: ["s3"], endpoints: { s3: { kind: "Interface" } }`), {
        given: "In the output of `pulumi preview`, where somebody else created a gateway endpoint of S3 in the VPC:",
        resources: [...accounts.one, s3Endpoint("Gateway")],
    }),
    inProgram("if.private-dns-conflict", inVpc(`services: ["sqs"]`), {
        given: "In a VPC that is associated with a private hosted zone sqs.us-east-1.amazonaws.com:",
        resources: [...accounts.one, zone("sqs.us-east-1.amazonaws.com")],
    }),
    inProgram("vpc.zone-answers", inVpc(`services: ["s3"]`), {
        given:
            "In the output of `pulumi preview`, where the VPC is associated with a private hosted zone amazonaws.com:",
        resources: [...accounts.one, zone("amazonaws.com")],
    }),
    inProgram("vpc.not-looked-up", inVpc(`services: ["s3"]`), {
        given: "In the output of `pulumi preview`, with a role that may not describe internet gateways:",
        resources: accounts.one,
        denied: ["ec2:DescribeInternetGateways"],
    }),
    inProgram(
        "existing.not-a-gateway",
        inVpc(
            `services: ["s3"], existing: { s3: "vpce-0123456789abcdef0" },\n    `
                + `endpoints: { s3: { reachableFrom: ["10.200.0.0/16"] } }`,
        ),
        {
            given: "Where vpce-0123456789abcdef0 is an interface endpoint:",
            resources: [...accounts.one, s3Endpoint("Interface")],
        },
    ),
    inProgram("vpc.other-route-table", inVpc(`routeTableIds: ["rtb-b"], services: ["sqs"]`), {
        resources: accounts.one,
    }),
    inProgram("list.empty", inVpc(`subnetIds: [], services: ["sqs"]`), { resources: accounts.one }),

    inConfig("flow-logs.unknown-destination", `${flowLogs}: { destination: kinesis }`),
    inConfig("flow-logs.bucket-required", `${flowLogs}: { destination: s3 }`),
    inConfig("flow-logs.invalid-bucket", `${flowLogs}: { destination: s3, bucketArn: my-flow-logs }`),
    inConfig(
        "flow-logs.bucket-unused",
        `${flowLogs}: { destination: cloud-watch-logs, bucketArn: "arn:aws:s3:::my-flow-logs" }`,
    ),
    inConfig(
        "flow-logs.retention-unused",
        `${flowLogs}: { destination: s3, bucketArn: "arn:aws:s3:::my-flow-logs", retentionInDays: 90 }`,
    ),
    inConfig(
        "flow-logs.boundary-unused",
        `${flowLogs}:
  destination: s3
  bucketArn: "arn:aws:s3:::my-flow-logs"
  permissionsBoundary: "arn:aws:iam::123456789012:policy/flow-logs-boundary"`,
    ),
    inConfig("flow-logs.invalid-boundary", `${flowLogs}: { destination: cloud-watch-logs, permissionsBoundary: mine }`),
    inConfig("flow-logs.invalid-retention", `${flowLogs}: { destination: cloud-watch-logs, retentionInDays: 2 }`),

    inProgram("if.subnet-per-az", inVpc(`subnetIds: ["subnet-a", "subnet-a2"], services: ["sqs"]`), {
        given: "Where both subnets are in us-east-1a:",
        resources: [...accounts.one, other],
    }),
    inConfig("if.subnet-per-az", "private-vpc:availabilityZones: [us-east-1a, us-east-1a]"),
    inConfig("if.subnet-per-az", "private-vpc:endpointZones: [us-east-1a, us-east-1a]"),
    inProgram("if.private-dns-attrs", inVpc(`services: ["sqs"]`), {
        given: "In a VPC with DNS hostnames off:",
        resources: accounts.vpc({ enableDnsHostnames: false }),
    }),
    inProgram(
        "if.private-dns-attrs",
        `new VpcEndpoints("app", { ...fromAwsx(vpc, ["us-east-1a"]), services: ["sqs"] });`,
        {
            given: "Where `vpc` is an `awsx.ec2.Vpc` with DNS hostnames off, as they are by default:",
            awsx: [["isolated"], { enableDnsHostnames: false }],
        },
    ),
    inProgram("if.shared-subnet", inVpc(`services: ["sqs"]`), {
        given: "In a VPC that account 111122223333 shares with account 123456789012:",
        resources: accounts.vpc({ ownerId: "111122223333" }),
    }),
];
