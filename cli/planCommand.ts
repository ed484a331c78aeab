import { type Command, Option } from "commander";

import { describeProblems } from "../components/plan/problem";
import { readAccountSettings } from "../inventory/readAccountSettings";
import { exitCodes, type Invocation, once, type Subcommand } from "./command";
import { jsonText } from "./guardedOutput";
import { readPlan } from "./planFile";
import { planStack, type StackOptions, withStackOptions } from "./plannedStack";
import { askFolder } from "./recover/sources";
import { render, type Wanted } from "./render";
import type { ProgramFailure } from "./runStack";

interface Options extends Wanted, StackOptions {
    against?: string;
    aws?: string;
}

const details = `
The program in this folder runs on an emulated AWS that rejects much of what AWS rejects. Other resources are created
with their inputs as outputs. Lookups that the emulated AWS does not know return their arguments, and the report lists
them. What the program prints goes to standard error.

Exit codes: 0 planned, 1 the stack, its program or a file is wrong, 2 the command line is wrong.`;

function define(command: Command): Command {
    return withStackOptions(command)
        .option("--against <file>", "show what changes compared with an earlier plan, written with --json", once())
        .option(
            "--aws <folder>",
            "a folder with AWS's answers about the account, to report what others could add to the VPC",
            once(),
        )
        .addOption(new Option("--json", "print the plan as JSON, or {\"problems\": [...]}").conflicts("markdown"))
        .option("--markdown", "print the report as Markdown, for a pull request")
        .option("--svg <file>", "write a diagram of the network", once())
        .option("--html <file>", "write a page with the diagram and the report", once())
        .addHelpText("after", details);
}

async function run(_: string[], options: Options, invocation: Invocation): Promise<number> {
    const before = readPlan(options.against, invocation.folder);
    const planned = await planStack(options, invocation, before.problems);
    if ("problems" in planned) return report(planned, planned.where, options, invocation);
    const { plan, environments, assumed, resources } = planned;
    const account = await accountIn(options.aws, plan.region, invocation);
    if (account.problems.length > 0) return report(account, "--aws", options, invocation);
    const context = { environments, assumed, before: before.plan, account: account.settings };
    const { text, problems: unwritten } = render(plan, { ...context, resources }, options, invocation);
    if (unwritten.length > 0) return report({ problems: unwritten }, "the output", options, invocation);
    invocation.stdout.write(text);
    return exitCodes.success;
}

/** The account's settings, if a folder with AWS's answers is given. */
async function accountIn(given: string | undefined, region: string, { folder }: Invocation) {
    if (given === undefined) return { settings: undefined, problems: [] };
    return readAccountSettings(askFolder(given, folder)(region));
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
