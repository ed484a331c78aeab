import { parseArgs } from "node:util";

import type { Plan } from "../components";
import { describeProblems, type Problem } from "../components/plan/problem";
import { report } from "./report";
import { runOffline } from "./run";
import { readStack, type Stack } from "./stack";

const help = `Usage: npm run plan -- [--stack NAME] [--json]

Shows what a stack would make, why, and what it costs: without AWS account, credentials or network.

  --stack NAME  the stack whose Pulumi.NAME.yaml is planned (default: dev)
  --json        the plan as JSON, or {"problems": [...]}, for machines
  --help        this text

Exit code 0 with a plan, 1 where the stack is wrong, 2 where the command is.
`;

async function main(): Promise<number> {
    const { values } = parseArgs({
        options: {
            stack: { type: "string", default: "dev" },
            json: { type: "boolean", default: false },
            help: { type: "boolean", default: false },
        },
    });
    if (values.help) {
        process.stdout.write(help);
        return 0;
    }
    const { stack, problems } = readStack(process.cwd(), values.stack);
    if (!stack) return fail(problems, values.stack, values.json);
    try {
        const plan = await planOf(stack, values.stack);
        process.stdout.write(
            values.json ? `${JSON.stringify(plan, undefined, 2)}\n` : report(plan, stack.environments),
        );
        return 0;
    } catch (error) {
        const { problems: found } = error as Error & { problems?: Problem[] };
        if (!found) throw error;
        return fail(found, values.stack, values.json);
    }
}

/** The plan is what the program itself exports. */
async function planOf(stack: Stack, name: string): Promise<Plan> {
    const { outputs } = await runOffline(() => require(stack.program), { ...stack, stack: name });
    return outputs.plan as Plan;
}

function fail(problems: Problem[], stack: string, json: boolean): number {
    if (json) process.stdout.write(`${JSON.stringify({ problems }, undefined, 2)}\n`);
    else process.stderr.write(`${describeProblems(problems, `stack ${stack}`)}\n`);
    return 1;
}

main().then((code) => {
    process.exitCode = code;
}, (error: Error & { code?: string }) => {
    const wrongCommand = error.code?.startsWith("ERR_PARSE_ARGS");
    process.stderr.write(wrongCommand ? `${error.message}\n\n${help}` : `${error.stack ?? error.message}\n`);
    process.exitCode = wrongCommand ? 2 : 1;
});
