import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import { planVpc } from "../../components/plan/planVpc";
import { describeProblems, type Problem } from "../../components/plan/problem";
import { endpointPolicies } from "../../components/resources/endpointPolicies";
import { type Environment, privateVpc } from "../cli/commandRun";

/** The folder of the commands. */
export const folder = fs.mkdtempSync(path.join(os.tmpdir(), "fuzz-"));
process.on("exit", () => fs.rmSync(folder, { recursive: true, force: true }));

/** Writes a file for one input. */
export function fileOf(text: string): string {
    const file = path.join(folder, "input");
    fs.writeFileSync(file, text);
    return file;
}

/** What each result is: text without control characters, and problems that say something. */
export function checkProblems(problems: Problem[]): void {
    for (const { code, path: at, message, hint } of problems) {
        if (!code || !at || !message || !hint) throw new Error(`an empty problem: ${JSON.stringify(problems)}`);
    }
    checkText(describeProblems(problems, "the input"));
}

/** Nothing that a terminal would execute, or show in another order. */
export function checkText(text: string): void {
    const wrong = /[^\n\P{Cc}]|[\u202a-\u202e\u2066-\u2069]/u.exec(text);
    if (wrong) {
        throw new Error(`a control character in ${JSON.stringify(text.slice(wrong.index - 20, wrong.index + 20))}`);
    }
}

/** Every object keeps the prototype that it had. */
export function checkPrototype(): void {
    const added = Object.keys(Object.prototype).concat(Object.keys(Object));
    if (added.length > 0) throw new Error(`Object.prototype has ${added.join(", ")}`);
}

/** The plan of the stack that every command plans. */
export const { plan: planned } = planVpc({
    cidrBlock: "10.0.0.0/16",
    availabilityZones: ["us-east-1a", "us-east-1b"],
    workloads: ["ecs-fargate"],
    services: ["sqs", "dynamodb"],
}, endpointPolicies());

/** Runs a command, and checks how it ends. Returns its output. */
export async function outputOf(args: string[], environment: Environment = {}): Promise<string> {
    const { code, stdout, stderr } = await privateVpc(args, {
        folder,
        runStack: () =>
            Promise.resolve({ plans: [{ name: "app", plan: planned as never }], vpcEndpoints: [], assumed: [] }),
        ...environment,
    });
    const codes = answering.includes(args[0]!) ? [0, 1, 2, 3] : [0, 1, 2];
    if (!codes.includes(code!)) throw new Error(`exit code ${code}`);
    if (/defect of private-vpc|^ {4}at /m.test(stderr)) throw new Error(stderr);
    checkText(stdout);
    checkText(stderr);
    if (code !== 0 && stdout === "" && stderr === "") throw new Error("failed without a message");
    if (args.includes("--json") && /^[{[]/.test(stdout)) JSON.parse(stdout);
    return stdout;
}

/** Commands that may not know the answer. */
const answering = ["reach", "exits"];

/** Runs a command, and checks how it ends. */
export async function command(args: string[], environment: Environment = {}): Promise<void> {
    await outputOf(args, environment);
}
