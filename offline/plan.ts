import * as fs from "node:fs";
import * as path from "node:path";
import { parseArgs } from "node:util";

import type { Plan } from "../components";
import { describeProblems, type Problem } from "../components/plan/problem";
import { readPlan } from "./planFile";
import { compare } from "./report/changes";
import { htmlReport } from "./report/html";
import { markdownReport } from "./report/markdown";
import { picture } from "./report/picture";
import type { ReportContext } from "./report/sections";
import { screenOf, terminalReport } from "./report/terminal";
import { runOffline } from "./run";
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

interface Options {
    stack: string;
    against?: string;
    json: boolean;
    markdown: boolean;
    svg?: string;
    html?: string;
    help: boolean;
}

function readOptions(): Options {
    const { values } = parseArgs({
        options: {
            stack: { type: "string", default: "dev" },
            against: { type: "string" },
            json: { type: "boolean", default: false },
            markdown: { type: "boolean", default: false },
            svg: { type: "string" },
            html: { type: "string" },
            help: { type: "boolean", default: false },
        },
    });
    return values;
}

async function main(options: Options): Promise<number> {
    const { stack, problems } = readStack(process.cwd(), options.stack);
    const before = options.against === undefined ? { problems: [] } : readPlan(options.against);
    if (!stack || before.problems.length > 0) return fail([...problems, ...before.problems], options);
    try {
        const plan = await planOf(stack, options.stack);
        const changes = before.plan && compare(before.plan, plan);
        await print(plan, { environments: stack.environments, changes }, options);
        return 0;
    } catch (error) {
        const { problems: found } = error as Error & { problems?: Problem[] };
        if (!found) throw error;
        return fail(found, options);
    }
}

/** The plan is the program's own: of the one `PrivateVpc` that it makes. */
async function planOf(stack: Stack, name: string): Promise<Plan> {
    const { plans: [plan, ...more] } = await runOffline(() => require(stack.program), { ...stack, stack: name });
    if (plan && more.length === 0) return plan;
    const message = `the program makes ${plan ? more.length + 1 : "no"} PrivateVpc`;
    const hint = "plan a program that makes one";
    throw Object.assign(new Error(message), { problems: [{ path: path.basename(stack.program), message, hint }] });
}

async function print(plan: Plan, context: ReportContext, { json, markdown, svg, html }: Options): Promise<void> {
    if (svg !== undefined || html !== undefined) {
        const drawn = await picture(plan);
        if (svg !== undefined) save("--svg", svg, `${drawn}\n`);
        if (html !== undefined) save("--html", html, htmlReport(plan, drawn, context));
    }
    const text = json
        ? `${JSON.stringify({ ...plan, ...(context.changes && { changes: context.changes }) }, undefined, 2)}\n`
        : markdown
        ? markdownReport(plan, context)
        : terminalReport(plan, screenOf(process.stdout, process.env), context);
    process.stdout.write(text);
}

function save(option: string, file: string, text: string): void {
    try {
        fs.writeFileSync(file, text);
    } catch (error) {
        const problem = {
            path: `${option} ${file}`,
            message: (error as Error).message,
            hint: "name a file in a folder that is there",
        };
        throw Object.assign(error as Error, { problems: [problem] });
    }
}

function fail(problems: Problem[], { stack, json }: Options): number {
    if (json) process.stdout.write(`${JSON.stringify({ problems }, undefined, 2)}\n`);
    else process.stderr.write(`${describeProblems(problems, `stack ${stack}`)}\n`);
    return 1;
}

async function command(): Promise<number> {
    try {
        const options = readOptions();
        if (!options.help) return await main(options);
        process.stdout.write(help);
        return 0;
    } catch (error) {
        const { code, message, stack } = error as Error & { code?: string };
        const wrongCommand = code?.startsWith("ERR_PARSE_ARGS");
        process.stderr.write(wrongCommand ? `${message}\n\n${help}` : `${stack ?? message}\n`);
        return wrongCommand ? 2 : 1;
    }
}

void command().then((code) => {
    process.exitCode = code;
});
