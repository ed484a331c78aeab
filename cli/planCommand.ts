import * as path from "node:path";
import { parseArgs } from "node:util";

import * as pulumi from "@pulumi/pulumi";

import type { Plan } from "../components";
import type { Quotas } from "../components/plan/facts/quotas";
import { describeProblems, type Problem } from "../components/plan/problem";
import { compare } from "../components/report/changes";
import { runUntraced } from "../emulator/runProgram";
import { carryOut, type Invocation } from "./command";
import { readPlan } from "./planFile";
import { render, type Wanted } from "./render";
import { readStack, type Stack } from "./stack";

const help = `Usage: npm run plan -- [--stack NAME] [--against FILE] [--json | --markdown] [--svg FILE] [--html FILE]

Shows what a stack would make, why, and what it costs: without AWS account, credentials or network.

  --stack NAME    the stack whose Pulumi.NAME.yaml is planned (default: dev)
  --against FILE  shows what changes against an earlier plan, a file that --json wrote
  --json          prints the plan as JSON, or {"problems": [...]}, for machines
  --markdown      prints it for a pull request
  --svg FILE      writes a picture of the network
  --html FILE     writes a page with the picture and the report
  --help          this text

Exit code 0 with a plan, 1 where the stack or a file is wrong, 2 where the command is.
`;

interface Options extends Wanted {
    stack: string;
    against?: string;
    help: boolean;
}

function readOptions(args: string[]): Options {
    const { values } = parseArgs({
        args,
        options: {
            stack: { type: "string", default: "dev" },
            against: { type: "string" },
            json: { type: "boolean", default: false },
            markdown: { type: "boolean", default: false },
            svg: { type: "string" },
            html: { type: "string" },
            help: { type: "boolean", short: "h", default: false },
        },
    });
    if (values.json && values.markdown) {
        throw new Error("--json and --markdown are two forms of one output: choose one");
    }
    return values;
}

async function main(options: Options, run: Invocation): Promise<number> {
    const { stack, problems } = readStack(run.folder, options.stack);
    const before = options.against === undefined ? { problems: [] } : readPlan(options.against);
    if (!stack || before.problems.length > 0) return fail([...problems, ...before.problems], options, run);
    try {
        const plan = await planOf(stack, options.stack);
        const changes = before.plan && compare(before.plan, plan);
        run.stdout.write(await render(plan, { environments: stack.environments, changes }, options, run));
        return 0;
    } catch (error) {
        const { problems: found, message } = error as Error & { problems?: Problem[] };
        if (found) return fail(found, options, run);
        if (!pulumi.RunError.isInstance(error)) throw error;
        const problem = { path: path.basename(stack.program), message, hint: "mend the program or its config" };
        return fail([{ code: "stack.program-failed", ...problem }], options, run);
    }
}

/** The plan of the one `PrivateVpc` that the program creates. */
async function planOf(stack: Stack, name: string): Promise<Plan> {
    const loaded = new Set(Object.keys(require.cache));
    const { plans: [plan, ...more] } = await runUntraced(() => fresh(stack.program, loaded), {
        ...stack,
        stack: name,
        context: { quotas: raisedQuotas(stack) },
    });
    if (plan && more.length === 0) return plan;
    const message = `the program makes ${plan ? more.length + 1 : "no"} PrivateVpc`;
    const hint = "plan a program that makes one";
    const problem: Problem = { code: "stack.several-vpcs", path: path.basename(stack.program), message, hint };
    throw Object.assign(new Error(message), { problems: [problem] });
}

/** The emulated account's quotas, from the stack's config. Invalid ones are reported by the program. */
function raisedQuotas({ config }: Stack): Partial<Quotas> {
    try {
        return JSON.parse(config["private-vpc:quotas"] || "{}") as Partial<Quotas>;
    } catch {
        return {};
    }
}

/** Runs a program, even if it ran before: reloads it and its modules, except packages and those in `loaded`. */
function fresh(program: string, loaded: Set<string>): unknown {
    const packages = `${path.sep}node_modules${path.sep}`;
    const own = Object.keys(require.cache).filter((file) => !loaded.has(file) && !file.includes(packages));
    for (const file of [require.resolve(program), ...own]) delete require.cache[file];
    return require(program);
}

function fail(problems: Problem[], { stack, json }: Options, { stdout, stderr }: Invocation): number {
    if (json) stdout.write(`${JSON.stringify({ problems }, undefined, 2)}\n`);
    else stderr.write(`${describeProblems(problems, `stack ${stack}`)}\n`);
    return 1;
}

/** Runs `npm run plan`; returns its exit code. */
export async function planCommand(run: Invocation): Promise<number> {
    return carryOut({ help, readOptions, main }, run);
}
