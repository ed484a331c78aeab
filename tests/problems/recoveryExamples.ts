import { EmulatedAws } from "../../emulator/aws/emulatedAws";
import { awsCli } from "../../emulator/awsCli/awsCli";
import { inCommand } from "./exampleInputs";
import type { Files } from "./exampleRuns";
import type { ProblemExample } from "./problemExample";

const recover = "npx private-vpc recover --state state.json --aws answers";
const operations = [
    "describe-vpcs",
    "describe-subnets",
    "describe-route-tables",
    "describe-vpc-endpoints",
    "describe-security-groups",
    "describe-security-group-rules",
    "describe-network-interfaces",
    "describe-flow-logs",
];

/** What the AWS CLI prints in an account with one VPC. */
function answers(changed: { [operation: string]: unknown } = {}): Files {
    const aws = new EmulatedAws({ region: "us-east-1" });
    aws.create("aws:ec2/vpc:Vpc", "app", { cidrBlock: "10.0.0.0/16" });
    return Object.fromEntries(
        operations.map((operation) => [
            `answers/ec2-${operation}.json`,
            changed[operation] ?? awsCli(aws, ["ec2", operation]).stdout,
        ]),
    );
}

/** A stack's state with a VPC of an account, whose provider is in these Regions. */
function state(account = "123456789012", regions = ["us-east-1"]): object {
    const urn = (type: string, name: string) => `urn:pulumi:dev::shop::${type}::${name}`;
    const vpc = {
        urn: urn("private-vpc:index:PrivateVpc$aws:ec2/vpc:Vpc", "app"),
        type: "aws:ec2/vpc:Vpc",
        id: "vpc-0c5bdd1c9070962bb",
        outputs: { arn: `arn:aws:ec2:us-east-1:${account}:vpc/vpc-0c5bdd1c9070962bb` },
    };
    const providers = regions.map((region) => ({
        urn: urn("pulumi:providers:aws", region),
        type: "pulumi:providers:aws",
        inputs: { region },
    }));
    return { version: 3, deployment: { resources: [...providers, vpc] } };
}

/** Mistakes in what `private-vpc recover` reads. */
export const recoveryExamples: ProblemExample[] = [
    inCommand(
        "inventory.not-an-answer",
        recover,
        { "state.json": state(), ...answers({ "describe-vpcs": { Subnets: [] } }) },
        "Where answers/ec2-describe-vpcs.json is the output of another command:",
    ),
    inCommand(
        "inventory.partial-answer",
        recover,
        { "state.json": state(), ...answers({ "describe-vpcs": { Vpcs: [], NextToken: "eyJ2IjoiMiJ9" } }) },
        "Where answers/ec2-describe-vpcs.json was saved with --max-items:",
    ),
    inCommand(
        "recover.not-a-state",
        recover,
        { "state.json": { resources: [] } },
        "Where state.json is not the output of pulumi stack export:",
    ),
    inCommand("recover.no-answer", "npx private-vpc recover --stack dev", {}, "Where the Pulumi CLI is not on PATH:"),
    inCommand(
        "recover.no-region",
        recover,
        { "state.json": state(undefined, ["us-east-1", "eu-west-1"]), ...answers() },
        "Where the stack has AWS providers in two Regions:",
    ),
    inCommand(
        "recover.other-account",
        recover,
        { "state.json": state("111122223333"), ...answers() },
        "Where the answers were saved with credentials of another account:",
    ),
];
