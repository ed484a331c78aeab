import type { Command } from "commander";

import { proofDefinition } from "../components/report/proofLines";
import type { Section } from "../components/report/section";
import { type Exit, ExitKind, ExitVerdict } from "../network/exits/exit";
import { exitsOf } from "../network/exits/exits";
import { NetworkIndex } from "../network/model/networkIndex";
import type { Invocation, Subcommand } from "./command";
import { type AnswerFormat, answersCode, printAnswers, printUnanswered, withAnswerFormat } from "./reach/answersOut";
import { type NetworkOptions, readNetwork, withNetworkOptions } from "./reach/readNetwork";

interface Options extends NetworkOptions, AnswerFormat {}

const details = `
Without --aws, --stack-export and --preview, the network is that of the stack in this folder, as it is planned.

${proofDefinition.join("\n")}

Exit codes: 0 every way out is closed, except for DNS, 1 another one is open, 2 the command line or the input is wrong,
3 something is unknown, and nothing but DNS is known to be open.`;

function define(command: Command): Command {
    return withAnswerFormat(withNetworkOptions(command), "the ways out").addHelpText("after", details);
}

async function run(_: string[], options: Options, invocation: Invocation): Promise<number> {
    const read = await readNetwork(options, invocation);
    if ("problems" in read) return printUnanswered(read, options, invocation);
    const exits = exitsOf(new NetworkIndex(read.network));
    const { assumptions } = read.network;
    printAnswers({ sections: exitSections(exits), json: { exits }, assumptions }, options, invocation);
    // DNS queries leave every VPC without a DNS firewall.
    const others = exits.filter(({ kind }) => kind !== ExitKind.dnsQueries).map(({ verdict }) => verdict);
    return answersCode<ExitVerdict>(others, ExitVerdict.open, ExitVerdict.unknown);
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

/** `private-vpc exits`. */
export const exitsCommand: Subcommand<Options> = { define, run };
