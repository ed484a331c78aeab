import type { Command } from "commander";

import { plainText } from "../components/plan/plainText";
import { describeProblems, type Problem } from "../components/plan/problem";
import { exitCodes, type Invocation, once, type Subcommand, UsageError } from "./command";
import { jsonText } from "./guardedOutput";
import { readExport } from "./recover/readExport";
import { recover } from "./recover/recover";
import { askAws, askFolder } from "./recover/sources";
import { shellLine } from "./recover/steps";

interface Options {
    stack?: string;
    state?: string;
    aws?: string;
    region?: string;
    json?: boolean;
}

const details = `
Without --aws, it runs read-only commands of the AWS CLI with your credentials. It changes nothing, in AWS or in the state,
and names only what the stack owns. Before that, unlock the stack: pulumi cancel.

Exit codes: 0 the state agrees with AWS, 1 there is something to do or a problem, 2 the command line is wrong.`;

function define(command: Command): Command {
    return command
        .option(
            "--stack <name>",
            "the stack whose state pulumi stack export prints (default: the selected one)",
            once(),
        )
        .option("--state <file>", "the output of pulumi stack export, instead of running it", once())
        .option("--aws <folder>", "the folder with AWS's answers, instead of running the AWS CLI", once())
        .option("--region <name>", "the Region of the stack (default: that of its provider)", once())
        .option("--json", "print the steps as JSON, or {\"problems\": [...]}")
        .addHelpText("after", details);
}

async function run(_: string[], options: Options, invocation: Invocation): Promise<number> {
    if (options.stack !== undefined && options.state !== undefined) {
        throw new UsageError("--stack and --state cannot be used together: the file is of one stack");
    }
    const { exported, path, problems: unread } = await readExport(options, invocation);
    if (unread.length > 0) return fail(unread, options, invocation);
    const ask = options.aws === undefined ? askAws(invocation) : askFolder(options.aws, invocation.folder);
    const { recovery, problems } = await recover(path, exported, ask, options.region);
    if (!recovery || problems.length > 0) return fail(problems, options, invocation);
    const { stack, region, steps } = recovery;
    if (options.json) {
        invocation.stdout.write(jsonText(recovery));
    } else if (steps.length === 0) {
        const result = region === undefined
            ? "The state is empty"
            : `stack ${stack}, ${region}: the state agrees with AWS`;
        invocation.stdout.write(`${plainText(result)}.\n`);
    } else {
        const lines = steps.flatMap(({ finding, action, commands }) => [
            "",
            `${plainText(finding)}.`,
            `${action}${commands.length > 0 ? ":" : "."}`,
            ...(commands.length > 0 ? ["", ...commands.map((command) => `    ${shellLine(command)}`)] : []),
        ]);
        invocation.stdout.write(
            `${plainText(`stack ${stack}, ${region}`)}: run these commands in this order.\n${lines.join("\n")}\n`,
        );
    }
    return steps.length === 0 ? exitCodes.success : exitCodes.failure;
}

function fail(problems: Problem[], { json }: Options, { stdout, stderr }: Invocation): number {
    if (json) stdout.write(jsonText({ problems }));
    else stderr.write(`${describeProblems(problems, "the command", "nothing was compared")}\n`);
    return exitCodes.failure;
}

/** `private-vpc recover`. */
export const recoverCommand: Subcommand<Options> = { define, run };
