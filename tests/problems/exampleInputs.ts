import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import * as yaml from "js-yaml";

import { readStack } from "../../cli/stack";
import {
    EndpointService,
    fromAwsx,
    planPrivateVpc,
    PrivateVpc,
    type PrivateVpcArgs,
    readSettings,
    VpcEndpoints,
} from "../../components";
import type { StackState } from "../../components/aws/stackState";
import { type AwsAnswer, confirm } from "../../components/plan/endpoints/confirm";
import {
    type EndpointContext,
    lintEndpointPolicy,
    type RuleCode,
} from "../../components/plan/policies/iam/lint/lintEndpointPolicy";
import type { ProblemCode } from "../../components/plan/problem";
import type { AwsContext } from "../../emulator/aws/emulatedAws";
import { runOffline } from "../../emulator/runProgram";
import { awsxVpc } from "../awsxVpc";
import { catalogueFolder } from "../catalogue/answers";
import { privateVpc } from "../cli/commandRun";
import { type Files, inFolder, problemsOf, withoutRegion, withWarnings } from "./exampleRuns";
import type { Caused, ProblemExample } from "./problemExample";

/** The config to which each example's config is added. */
export const soundConfig = `private-vpc:cidrBlock: 10.0.0.0/16
private-vpc:availabilityZones: [us-east-1a, us-east-1b]
`;

/** One or more lines of a stack's config. */
export function inConfig(code: ProblemCode, text: string, given?: string): ProblemExample {
    return {
        code,
        given,
        shown: { language: "yaml", text },
        run: () => {
            const config = { ...(yaml.load(soundConfig) as object), ...(yaml.load(text) as object) };
            return inFolder({ "Pulumi.dev.yaml": yaml.dump({ config }) }, async (folder) => {
                const { stack } = readStack(folder, "dev");
                const program = () => {
                    const { args, options } = readSettings();
                    new PrivateVpc("app", args, options);
                };
                return problemsOf(runOffline(program, stack));
            });
        },
    };
}

/** One or more lines of a stack's config, which is planned with warnings. */
export function inPlan(code: ProblemCode, text: string, given = inReport): ProblemExample {
    const region = code === "regions.not-set" ? {} : { "aws:region": "us-east-1" };
    return {
        code,
        given,
        shown: { language: "yaml", text },
        run: () => {
            const config = { ...region, ...(yaml.load(soundConfig) as object), ...(yaml.load(text) as object) };
            return inFolder({ "Pulumi.dev.yaml": yaml.dump({ config }) }, async (folder) => {
                const { stack } = readStack(folder, "dev");
                const { plans: [plan] } = await runOffline(() => new PrivateVpc("app", readSettings().args), stack);
                return plan!.warnings.map(({ code: its, path: at, message, hint }) => ({
                    code: its,
                    message: `${at}: ${message}; ${hint}`,
                }));
            });
        },
    };
}

const inReport = "In the report of `npm run plan`, under \"Before you deploy\":";

/** The config of a stack with one endpoint, in a deployment where AWS's answer differs from the catalogue. */
export function inDeployment(code: ProblemCode, text: string, answer: AwsAnswer, given: string): ProblemExample {
    return {
        code,
        given,
        shown: { language: "yaml", text },
        run: async () => {
            const config = Object.entries({ ...(yaml.load(soundConfig) as object), ...(yaml.load(text) as object) });
            const values = Object.fromEntries(
                config.map(([key, value]) => [key.replace("private-vpc:", ""), value as unknown]),
            );
            const request = values as unknown as PrivateVpcArgs;
            const [planned] = planPrivateVpc(request).plan!.endpoints;
            const agreeing = {
                availabilityZones: request.availabilityZones,
                privateDnsName: "x",
                vpcEndpointPolicySupported: true,
            };
            const override = request.endpoints?.[planned!.service] ?? {};
            const { confirmed, problems } = confirm(planned!, override, { ...agreeing, ...answer });
            return [...problems, ...confirmed.warnings.map(({ code: its, message }) => ({ code: its, message }))];
        },
    };
}

/** The variables of the examples' programs. `args` are those of a VPC in which `VpcEndpoints` can be created. */
const scope = {
    aws,
    pulumi,
    EndpointService,
    fromAwsx,
    PrivateVpc,
    VpcEndpoints,
    args: {
        vpcId: "vpc-0123456789abcdef0",
        vpcCidrBlock: "10.0.0.0/16",
        subnetIds: { "us-east-1a": "subnet-a", "us-east-1b": "subnet-b" },
        routeTableIds: ["rtb-a", "rtb-b"],
    },
};

/** The environment in which a program runs. */
export interface World extends AwsContext {
    /** The environment, described in a sentence. */
    given?: string;
    /** The Region of the AWS provider. @default "us-east-1" */
    providerRegion?: string;
    /** Whether to run a preview, in which IDs are unknown. @default true, without an `awsx.ec2.Vpc` */
    preview?: boolean;
    /** The stack's state. @default - it cannot be read */
    state?: StackState;
    /** The error that AWS returns instead of the provider's Region. */
    regionFailure?: string;
    /** The subnet types of the `awsx.ec2.Vpc` named `vpc`, and whether DNS hostnames are enabled. */
    awsx?: Parameters<typeof awsxVpc>;
}

/** A program. */
export function inProgram(code: ProblemCode, text: string, world: World = {}): ProblemExample {
    const {
        given,
        providerRegion = "us-east-1",
        awsx,
        regionFailure,
        state,
        preview = awsx === undefined,
        ...context
    } = world;
    const AsyncFunction = (async () => undefined).constructor as FunctionConstructor;
    const program = new AsyncFunction(...Object.keys(scope), "vpc", text) as (...values: unknown[]) => Promise<void>;
    return {
        code,
        given,
        shown: { language: "ts", text },
        run: () => {
            const body = () => program(...Object.values(scope), awsx && awsxVpc(...awsx));
            const config = { "aws:region": providerRegion };
            const running = () => withWarnings(runOffline(body, { config, context, preview, state }));
            return regionFailure === undefined ? running() : withoutRegion(regionFailure, running);
        },
    };
}

/** An endpoint policy, which `private-vpc lint` or a plan lints. */
export function inPolicy(code: RuleCode, policy: unknown, context?: EndpointContext): ProblemExample {
    const { service, kind, partition } = context ?? {};
    const of = [
        ...(service === undefined ? [] : [service]),
        ...(kind === undefined ? [] : [`a ${kind.toLowerCase()} endpoint`]),
        ...(partition === undefined ? [] : [`the partition ${partition}`]),
    ];
    return {
        code,
        given: of.length > 0 ? `A policy for ${of.join(", ")}:` : undefined,
        shown: { language: "json", text: typeof policy === "string" ? policy : policyText(policy) },
        run: async () => lintEndpointPolicy(policy, context).map((finding) => ({ ...finding })),
    };
}

/** The policy as a string, with one line per element of its statements. */
function policyText(policy: unknown): string {
    const { Version, Statement } = Object(policy) as { Version?: string; Statement?: unknown };
    if (!Array.isArray(Statement) || Statement.length === 0) return JSON.stringify(policy, undefined, 2);
    const line = (value: unknown) => JSON.stringify(value, undefined, 1).replaceAll(/\n\s*/g, " ");
    const statements = Statement.map((statement) =>
        `    {\n${
            Object.entries(statement as object).map(([element, value]) => `      "${element}": ${line(value)}`).join(
                ",\n",
            )
        }\n    }`
    );
    const version = Version === undefined ? "" : `  "Version": "${Version}",\n`;
    return `{\n${version}  "Statement": [\n${statements.join(",\n")}\n  ]\n}`;
}

/** A command that runs in a folder with these files. */
export function inCommand(code: ProblemCode, text: string, files: Files = {}, given?: string): ProblemExample {
    const [, ...args] = text.replace("npx ", "").split(" ");
    return {
        code,
        given,
        shown: { language: "sh", text },
        run: () =>
            inFolder(files, async (folder) => {
                const catalogue = args[0] === "facts" && !args.includes("--catalogue");
                const more = ["--json", ...(catalogue ? ["--catalogue", catalogueFolder] : [])];
                const { stdout } = await privateVpc([...args, ...more], { folder });
                const { problems } = JSON.parse(stdout.replaceAll(`${folder}/`, "")) as { problems: Caused[] };
                return problems;
            }),
    };
}
