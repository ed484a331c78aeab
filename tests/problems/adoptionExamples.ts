import { EmulatedAws } from "../../emulator/aws/emulatedAws";
import { awsCli } from "../../emulator/awsCli/awsCli";
import { types } from "../run";
import { inCommand } from "./exampleInputs";
import type { Files } from "./exampleRuns";
import type { ProblemExample } from "./problemExample";

const lists = [
    ...["vpcs", "subnets", "route-tables", "vpc-endpoints", "security-groups", "security-group-rules", "network-acls"],
    ...["network-interfaces", "internet-gateways", "egress-only-internet-gateways", "carrier-gateways", "nat-gateways"],
    ...["vpn-gateways", "vpc-peering-connections", "transit-gateway-vpc-attachments"],
];
const attributes = ["enableDnsSupport", "enableDnsHostnames"];

/** An account with two VPCs, each with a gateway endpoint of S3. */
const aws = new EmulatedAws({ region: "us-east-1" });
const [vpc, other] = [0, 1].map((number) => {
    const { id: vpcId } = aws.create(types.vpc, `net-${number}`, { cidrBlock: `10.${number}.0.0/16` });
    const place = { availabilityZone: "us-east-1a", cidrBlock: `10.${number}.1.0/24` };
    aws.create(types.subnet, `net-${number}`, { vpcId, ...place });
    const { id: table } = aws.create(types.routeTable, `net-${number}`, { vpcId });
    const { id: endpointId } = aws.create(types.endpoint, `net-${number}`, {
        vpcId,
        serviceName: "com.amazonaws.us-east-1.s3",
        vpcEndpointType: "Gateway",
        routeTableIds: [table],
    });
    return { vpcId, endpointId };
}) as [{ vpcId: string; endpointId: string }, { vpcId: string; endpointId: string }];

const answers: Files = Object.fromEntries([
    ...lists.map((list) => [`answers/ec2-describe-${list}.json`, awsCli(aws, ["ec2", `describe-${list}`]).stdout]),
    ...attributes.map((name) => [
        `answers/ec2-describe-vpc-attribute.${vpc.vpcId}.${name}.json`,
        awsCli(aws, ["ec2", "describe-vpc-attribute", "--vpc-id", vpc.vpcId, "--attribute", name]).stdout,
    ]),
]);

const urn = (qualifiedType: string, name: string) => `urn:pulumi:dev::shop::${qualifiedType}::${name}`;
const component = "private-vpc:index:VpcEndpoints";

function state(...resources: object[]): object {
    return { version: 3, deployment: { resources } };
}

const empty = state();
const adopt = `npx private-vpc adopt ${vpc.vpcId} --state state.json --aws answers`;
const check = `${adopt} --stack dev --check import.json`;
const importing = (id: string) => ({
    resources: [
        { type: component, name: "app", component: true },
        { type: types.endpoint, name: "app-s3-gateway", id, parent: "app" },
    ],
});
const release = "npx private-vpc release --state state.json";
const child = { type: types.group, id: "sg-0123456789abcdef0", parent: urn(component, "app") };
const clients = { ...child, urn: urn(`${component}$${types.group}`, "app-client") };
const owner = { type: component, urn: urn(component, "app") };

/** Mistakes in what `private-vpc adopt` and `private-vpc release` read. */
export const adoptionExamples: ProblemExample[] = [
    inCommand(
        "adopt.no-vpc",
        "npx private-vpc adopt vpc-0123456789abcdef0 --state state.json --aws answers",
        { "state.json": empty, ...answers },
        "Where AWS lists other VPCs:",
    ),
    inCommand("adopt.no-stack", adopt, { "state.json": empty, ...answers }, "Where the stack was just created:"),
    inCommand(
        "adopt.name-taken",
        adopt,
        { "state.json": state({ ...owner, inputs: { vpcId: other.vpcId } }), ...answers },
        "Where the stack has a component app for another VPC:",
    ),
    inCommand(
        "adopt.file-exists",
        `${adopt} --stack dev`,
        { "state.json": empty, ...answers, "adopted/import.json": {} },
        "Where the folder has the file of an earlier run:",
    ),
    inCommand(
        "adopt.not-written",
        `${adopt} --stack dev --out notes.md/adopted`,
        { "state.json": empty, ...answers, "notes.md": "notes" },
        "Where notes.md is a file:",
    ),
    inCommand(
        "adopt.not-an-import-file",
        check,
        { "state.json": empty, ...answers, "import.json": [] },
        "Where import.json is another file:",
    ),
    inCommand(
        "adopt.gone",
        check,
        { "state.json": empty, ...answers, "import.json": importing("vpce-0123456789abcdef0") },
        "Where somebody deleted the endpoint in the meantime:",
    ),
    inCommand(
        "adopt.other-vpc",
        check,
        { "state.json": empty, ...answers, "import.json": importing(other.endpointId) },
        "Where the file has an endpoint of another VPC:",
    ),
    inCommand(
        "adopt.in-state",
        check,
        {
            "state.json": state({ type: types.endpoint, id: vpc.endpointId, urn: urn(types.endpoint, "s3") }),
            ...answers,
            "import.json": importing(vpc.endpointId),
        },
        "Where the program declares the endpoint itself:",
    ),
    inCommand(
        "release.no-component",
        `${release} ap`,
        { "state.json": state(owner, clients) },
        "Where the component is called app:",
    ),
    inCommand(
        "release.depended-on",
        release,
        {
            "state.json": state(owner, clients, {
                type: "aws:lambda/function:Function",
                urn: urn("aws:lambda/function:Function", "worker"),
                id: "worker",
                dependencies: [clients.urn],
            }),
        },
        "Where a function uses the component's security group for clients:",
    ),
];
