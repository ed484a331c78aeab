import { type Command, Option } from "commander";

import { describeProblems, type Problem } from "../components/plan/problem";
import { markdownSections } from "../components/report/markdown";
import { proofDefinition } from "../components/report/proofLines";
import type { Section } from "../components/report/section";
import { type Exit, ExitVerdict } from "../network/exits/exit";
import { exitsOf } from "../network/exits/exits";
import { NetworkIndex } from "../network/model/networkIndex";
import { exitCodes, type Invocation, type Subcommand } from "./command";
import { jsonText } from "./guardedOutput";
import { type NetworkOptions, readNetwork, withNetworkOptions } from "./reach/readNetwork";
import { screenOf, terminalSections } from "./report/terminal";

interface Options extends NetworkOptions {
    json?: boolean;
    markdown?: boolean;
}

const details = `
Without --aws, --stack-export and --preview, the network is that of the stack in this folder, as it is planned.

${proofDefinition.join("\n")}

Exit codes: 0 every way out is closed, except for DNS, 1 another one is open, 2 the command line or the input is wrong,
3 something is unknown, and nothing but DNS is known to be open.`;

function define(command: Command): Command {
    return withNetworkOptions(command)
        .addOption(new Option("--json", "print the ways out as JSON").conflicts("markdown"))
        .option("--markdown", "print the ways out as Markdown")
        .addHelpText("after", details);
}

async function run(_: string[], options: Options, invocation: Invocation): Promise<number> {
    const { json, markdown } = options;
    const { stdout, stderr, env } = invocation;
    const read = await readNetwork(options, invocation);
    if ("problems" in read) {
        const { problems, trace } = read as { problems: Problem[]; trace?: string };
        if (json) stdout.write(jsonText({ problems }));
        else stderr.write(`${describeProblems(problems, "the command", "nothing was checked")}\n`);
        if (trace !== undefined) stderr.write(`\n${trace}\n`);
        return exitCodes.usage;
    }
    const exits = exitsOf(new NetworkIndex(read.network));
    const { assumptions } = read.network;
    const sections = [
        ...exitSections(exits),
        ...(assumptions.length > 0 ? [{ title: "Assumed", lines: assumptions }] : []),
    ];
    if (json) stdout.write(jsonText({ exits, assumptions }));
    else stdout.write(markdown ? markdownSections(sections) : terminalSections(sections, screenOf(stdout, env)));
    return codeFor(exits);
}

/** A section for each VPC, with its ways out. */
function exitSections(exits: Exit[]): Section[] {
    const vpcs = [...new Set(exits.map(({ vpc }) => vpc))];
    if (vpcs.length === 0) return [{ title: "Ways out", lines: ["There is no VPC."] }];
    return vpcs.map((vpc) => ({
        title: `Ways out of ${vpc}`,
        table: {
            columns: ["way out", "verdict", "because"].map((title) => ({ title })),
            rows: exits.filter((one) => one.vpc === vpc).map((one) => [one.exit, one.verdict, because(one)]),
        },
    }));
}

function because({ because: [first = "", ...more], unknown }: Exit): string {
    if (unknown.length > 0) return `not known: ${unknown.join("; ")}`;
    return more.length > 0 ? `${first}, and ${more.length} more` : first;
}

function codeFor(exits: Exit[]): number {
    const others = exits.filter(({ exit }) => exit !== "DNS").map(({ verdict }) => verdict);
    if (others.includes(ExitVerdict.open)) return exitCodes.failure;
    return others.includes(ExitVerdict.unknown) ? exitCodes.unknown : exitCodes.success;
}

/** `private-vpc exits`. */
export const exitsCommand: Subcommand<Options> = { define, run };
