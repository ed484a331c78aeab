import type { Command } from "commander";

import { plainText } from "../components/plan/plainText";
import { describeProblems, type Problem } from "../components/plan/problem";
import { exitCodes, type Invocation, once, type Subcommand, UsageError } from "./command";
import { jsonText } from "./guardedOutput";
import { readExport } from "./recover/readExport";
import { parseRecord } from "./recover/stackRecord";
import { shellLine } from "./recover/steps";
import { type Release, release } from "./release/release";

interface Options {
    stack?: string;
    state?: string;
    json?: boolean;
}

const details = `
It changes nothing. The commands that it prints change the state, and nothing in AWS.

Exit codes: 0 success, 1 a problem was found, 2 the command line is wrong.`;

function define(command: Command): Command {
    return command
        .argument("[component]", "the component's name in the program, if the stack has several")
        .option(
            "--stack <name>",
            "the stack whose state pulumi stack export prints (default: the selected one)",
            once(),
        )
        .option("--state <file>", "the output of pulumi stack export, instead of running it", once())
        .option("--json", "print the commands as JSON, or {\"problems\": [...]}")
        .addHelpText("after", details);
}

async function run([name]: string[], options: Options, invocation: Invocation): Promise<number> {
    if (options.stack !== undefined && options.state !== undefined) {
        throw new UsageError("--stack and --state cannot be used together: the file is of one stack");
    }
    const { exported, path, problems: unread } = await readExport(options, invocation);
    if (unread.length > 0) return fail(unread, options, invocation);
    const { record, problems: invalid } = parseRecord(path, exported);
    if (!record) return fail(invalid, options, invocation);
    const { release: found, problems } = release(record, name);
    if (!found) return fail(problems, options, invocation);
    invocation.stdout.write(options.json ? jsonText(found) : releaseText(found));
    return exitCodes.success;
}

function releaseText({ stack, type, name, resources, commands, untag }: Release): string {
    const inAws = resources.filter(({ id }) => id !== undefined).length;
    const indented = (command: string[]) => ["", `    ${shellLine(command)}`, ""];
    const steps = [
        ...(untag.length > 0
            ? [[
                "Delete the tag of the owner, so that another stack can adopt them, and private-vpc recover ignores them:",
                ...untag.flatMap(indented),
            ]]
            : []),
        ["Drop them from the state:", ...commands.flatMap(indented)],
        [
            `Remove new ${type}("${name}", …) and what uses its outputs from the program. Until then, pulumi up would create`,
            "   everything again.",
        ],
        [
            "Check that nothing changes:",
            ...indented(["pulumi", "preview", "--expect-no-changes", "--stack", stack]),
        ],
    ];
    return [
        `stack ${stack}: ${type} "${name}" leaves the state with ${inAws} resources, which stay in AWS as they are.`,
        "",
        ...steps.flatMap(([title, ...more], index) => [`${index + 1}. ${title}`, ...more]),
    ].map(plainText).join("\n").trimEnd() + "\n";
}

function fail(problems: Problem[], { json }: Options, { stdout, stderr }: Invocation): number {
    if (json) stdout.write(jsonText({ problems }));
    else stderr.write(`${describeProblems(problems, "the command", "nothing can be released")}\n`);
    return exitCodes.failure;
}

/** `private-vpc release`. */
export const releaseCommand: Subcommand<Options> = { define, run };
