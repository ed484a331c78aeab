import * as path from "node:path";

import type { Command } from "commander";

import { readJson } from "../../catalogue/answerFiles";
import type { Problem } from "../../components/plan/problem";
import type { Network } from "../../network/model/network";
import { networkOfPlan } from "../../network/sources/fromPlan";
import { type Invocation, once, UsageError } from "../command";
import { planStack, type StackOptions, withStackOptions } from "../plannedStack";
import { readAccount } from "./accountNetwork";
import { askAnswers } from "./askFile";
import { commandFor, networkOfState } from "./stateNetwork";

/** The options for the input that a network is read from. */
export interface NetworkOptions extends StackOptions {
    aws?: string;
    region?: string;
    stackExport?: string;
    preview?: string;
}

/** Declares the options for the input that a network is read from. */
export function withNetworkOptions(command: Command): Command {
    return withStackOptions(command)
        .option("--aws <path>", "read an account: a folder or a file with AWS's answers", once())
        .option("--region <name>", "the Region, if the input does not contain it", once())
        .option("--stack-export <file>", "read any stack: the output of pulumi stack export", once())
        .option("--preview <file>", "read any stack: the output of pulumi preview --json", once());
}

/** Reads a network, or returns why it cannot be read. */
export async function readNetwork(
    options: NetworkOptions,
    invocation: Invocation,
): Promise<{ network: Network; isStack: boolean } | { problems: Problem[]; trace?: string }> {
    const given = (["aws", "stackExport", "preview", "stack"] as const).filter((name) => options[name] !== undefined);
    if (given.length > 1) {
        throw new UsageError("--stack, --aws, --stack-export and --preview cannot be used together: name one network");
    }
    const { aws, stackExport, preview } = options;
    if (aws !== undefined) return ofAccount(aws, options.region, invocation.folder);
    for (const [option, file] of [["--stack-export", stackExport], ["--preview", preview]] as const) {
        if (file === undefined) continue;
        const { read, problems } = readJson(`${option} ${file}`, path.resolve(invocation.folder, file));
        const hint = `write it with: ${commandFor[option]} > FILE`;
        if (!read) return { problems: problems.map((problem) => ({ ...problem, hint })) };
        return withoutConfig(networkOfState(option, file, read.value, options.region));
    }
    const planned = await planStack(options, invocation);
    if ("problems" in planned) return { ...planned, problems: planned.problems.map(orAnotherInput) };
    return { network: networkOfPlan(planned.plan), isStack: true };
}

/** A program without one `PrivateVpc` has no plan, but a preview of it has a network. */
function orAnotherInput(problem: Problem): Problem {
    if (problem.code !== "stack.several-vpcs") return problem;
    return {
        ...problem,
        hint: `${problem.hint}; or read any stack: --preview FILE, with the output of pulumi preview --json`,
    };
}

async function ofAccount(aws: string, region: string | undefined, folder: string) {
    const { ask, problems } = askAnswers(aws, folder);
    return ask ? withoutConfig(await readAccount(ask, region)) : { problems };
}

/** A network that is not planned from a stack's config, so no option of it can be suggested. */
function withoutConfig({ network, problems }: { network?: Network; problems: Problem[] }) {
    return network ? { network, isStack: false } : { problems };
}
