import { type Command, InvalidArgumentError, Option } from "commander";

import type { Plan } from "../components";
import { describeProblems, type Problem } from "../components/plan/problem";
import { exitCodes, type Invocation, once, type Subcommand } from "./command";
import { jsonText } from "./guardedOutput";
import { readPlan } from "./planFile";
import { render, type Wanted } from "./render";
import { type ProgramFailure, programName, type ProgramRun } from "./runStack";
import { defaultStack, readStack, type Stack, stackNameOf } from "./stack";
import { readStackReferences } from "./stackReferences";

interface Options extends Wanted {
    stack?: string;
    vpc?: string;
    against?: string;
    stackReferences?: string;
    timeout: number;
}

const details = `
The program in this folder runs on an emulated AWS that rejects much of what AWS rejects. Other resources are created
with their inputs as outputs. Lookups that the emulated AWS does not know return their arguments, and the report lists
them. What the program prints goes to standard error.

Exit codes: 0 planned, 1 the stack, its program or a file is wrong, 2 the command line is wrong.`;

function define(command: Command): Command {
    return command
        .option(
            "--stack <name>",
            "the stack Pulumi.<name>.yaml (default: the only one there is, or dev)",
            once(stackNameOf),
        )
        .option("--vpc <name>", "the PrivateVpc to show, if the program creates several", once())
        .option("--against <file>", "show what changes compared with an earlier plan, written with --json", once())
        .option(
            "--stack-references <file>",
            "outputs of other stacks, as YAML or JSON: {organization/project/stack: {output: value}}",
            once(),
        )
        .addOption(new Option("--json", "print the plan as JSON, or {\"problems\": [...]}").conflicts("markdown"))
        .option("--markdown", "print the report as Markdown, for a pull request")
        .option("--svg <file>", "write a diagram of the network", once())
        .option("--html <file>", "write a page with the diagram and the report", once())
        .option("--timeout <seconds>", "end a program that takes longer", seconds, 120)
        .addHelpText("after", details);
}

function seconds(value: string): number {
    const number = Number(value);
    if (!(number > 0 && number <= 86_400)) throw new InvalidArgumentError("Give a number of seconds.");
    return number;
}

async function run(_: string[], options: Options, invocation: Invocation): Promise<number> {
    const name = options.stack ?? defaultStack(invocation.folder);
    const fail = (problems: Problem[], where = `stack ${name}`, trace?: string) =>
        report({ problems, trace }, where, options, invocation);
    const { stack, problems } = readStack(invocation.folder, name);
    const language = stack ? otherLanguage(stack) : [];
    const references = readStackReferences(options.stackReferences, invocation.folder);
    const before = readPlan(options.against, invocation.folder);
    const wrong = [...problems, ...language, ...references.problems, ...before.problems];
    if (!stack || wrong.length > 0) return fail(wrong);

    const ran = await invocation.runStack({ stack, stackReferences: references.outputs }, options.timeout);
    if ("problems" in ran) return fail(ran.problems, described(stack), ran.trace);
    const chosen = choose(ran, options.vpc, stack);
    if ("problem" in chosen) return fail([chosen.problem]);
    const context = {
        environments: stack.environments,
        assumed: [...ran.assumed, ...assumedRegion(stack, chosen.plan)],
        before: before.plan,
    };
    const { text, problems: unwritten } = render(chosen.plan, context, options, invocation);
    if (unwritten.length > 0) return fail(unwritten, "the output");
    invocation.stdout.write(text);
    return exitCodes.success;
}

/** The stack, and its file if that has no settings. */
function described({ name, hasSettings }: Stack): string {
    return hasSettings ? `stack ${name}` : `stack ${name}, whose Pulumi.${name}.yaml has no settings`;
}

function otherLanguage({ runtime }: Stack): Problem[] {
    if (runtime === "nodejs") return [];
    return [{
        code: "stack.other-language",
        path: "Pulumi.yaml: runtime",
        message: runtime === ""
            ? "the runtime is not set"
            : `the program runs on ${runtime}, and only Node.js programs can be planned offline`,
        hint: runtime === "" ? "write runtime: nodejs" : "run pulumi preview, which asks AWS",
    }];
}

/** The plan to show, or why there is none. */
function choose(
    { plans, vpcEndpoints }: ProgramRun,
    name: string | undefined,
    stack: Stack,
): { plan: Plan } | { problem: Problem } {
    const named = plans.filter((one) => name === undefined || one.name === name);
    if (named.length === 1) return named[0]!;
    const problem = (message: string, hint: string) => ({
        problem: { code: "stack.several-vpcs", path: programName(stack), message, hint } as const,
    });
    const names = plans.map((one) => one.name).join(", ");
    if (named.length > 1) {
        return problem(`the program creates ${plans.length} PrivateVpcs: ${names}`, "choose one of them: --vpc NAME");
    }
    if (plans.length > 0) return problem(`the program creates no PrivateVpc named ${name}`, `choose one of: ${names}`);
    if (vpcEndpoints.length === 0) {
        return problem(
            "the program creates no PrivateVpc",
            `create one: new PrivateVpc("app", …), imported from private-vpc`,
        );
    }
    const message = `the program creates VpcEndpoints (${
        vpcEndpoints.join(", ")
    }) and no PrivateVpc, the only component that has a report`;
    return problem(message, "plan them in the program, with planVpcEndpoints, or preview them: pulumi preview");
}

/** The Region that another program's plan takes from its Availability Zones. This project's program warns of it. */
function assumedRegion({ name, config }: Stack, { region, warnings }: Plan): string[] {
    if (config["aws:region"] || warnings.some(({ code }) => code === "regions.not-set")) return [];
    return [
        `aws:region is not set in Pulumi.${name}.yaml: the Region is that of the Availability Zones, ${region}, and a deployment uses AWS_REGION or the AWS profile`,
    ];
}

function report(
    { problems, trace }: ProgramFailure,
    where: string,
    { json }: Options,
    { stdout, stderr }: Invocation,
): number {
    if (json) stdout.write(jsonText({ problems }));
    else stderr.write(`${describeProblems(problems, where)}\n`);
    if (trace !== undefined) stderr.write(`\n${trace}\n`);
    return exitCodes.failure;
}

/** `private-vpc plan`. */
export const planCommand: Subcommand<Options> = { define, run };
