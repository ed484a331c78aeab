import { fork } from "node:child_process";
import * as path from "node:path";

import type { Plan } from "../components";
import type { Problem } from "../components/plan/problem";
import type { StackResource } from "../network/sources/stackResources";
import type { Stack } from "./stack";

/** A program to run. */
export interface ProgramRequest {
    stack: Stack;
    /** The outputs of other stacks, by the name that a `StackReference` has. */
    stackReferences: { [stack: string]: { [output: string]: unknown } };
    /** Whether errors have stack traces, which take most of the time of a run. */
    traced: boolean;
}

/** What a program created. */
export interface ProgramRun {
    /** The plan of each `PrivateVpc`, with its name in the program. */
    plans: { name: string; plan: Plan }[];
    /** The names of the `VpcEndpoints`, also of those in a `PrivateVpc`. */
    vpcEndpoints: string[];
    /** The answers that were assumed, each in a sentence. */
    assumed: string[];
    /** All resources, if some of them are workloads that run in subnets. @default [] */
    resources?: StackResource[];
}

/** Why a program failed. */
export interface ProgramFailure {
    problems: Problem[];
    trace?: string;
}

/** The result of a program; `untraced` if only a run with stack traces can locate its error. */
export type ProgramAnswer = ProgramRun | ProgramFailure | "untraced";

/** Runs the program of a stack, at most for some seconds. */
export type RunStack = (
    request: Omit<ProgramRequest, "traced">,
    seconds: number,
) => Promise<ProgramRun | ProgramFailure>;

/**
 * Runs a program in a process of its own, which can be ended: a program may wait forever, end its process, or print. What it
 * prints goes to standard error, so that standard output has the report only.
 */
export const runStack: RunStack = async (request, seconds) => {
    const answer = await runOnce({ ...request, traced: false }, seconds);
    if (answer !== "untraced") return answer;
    return await runOnce({ ...request, traced: true }, seconds) as ProgramFailure;
};

const extension = path.extname(__filename);

/** In this repository the commands are not compiled, whatever project they run in. Only ts-node maps stack traces to sources. */
function compiler(traced: boolean) {
    if (extension !== ".ts") return {};
    const root = path.dirname(__dirname);
    return {
        execArgv: ["-r", traced ? require.resolve("ts-node/register") : path.join(root, "tools", "register.js")],
        env: { TS_NODE_PROJECT: path.join(root, "tsconfig.json") },
    };
}

function runOnce(request: ProgramRequest, seconds: number): Promise<ProgramAnswer> {
    const { stack, stack: { folder }, traced } = request;
    const { execArgv, env } = compiler(traced);
    const child = fork(path.join(__dirname, `programProcess${extension}`), {
        execArgv,
        cwd: folder,
        stdio: ["ignore", 2, 2, "ipc"],
        env: { ...process.env, ...env, PULUMI_NODEJS_ROOT_DIRECTORY: folder },
    });
    child.send(request);
    return new Promise((resolve) => {
        const end = (answer: ProgramAnswer) => {
            clearTimeout(timer);
            resolve(answer);
        };
        const fail = (message: string, hint: string) => end({ problems: [programProblem(stack, message, hint)] });
        const timer = setTimeout(() => {
            child.kill("SIGKILL");
            fail(
                `the program did not end within ${seconds} seconds`,
                "find out what it waits for, or give it more time: --timeout SECONDS",
            );
        }, seconds * 1000);
        child.on("message", end);
        // A process that was not started has no exit.
        child.on(
            "error",
            (error) =>
                fail(`the program cannot be started: ${error.message}`, "check that Node.js can start processes"),
        );
        child.on("exit", (code, signal) =>
            fail(
                `the program ended its process ${describeEnd(code, signal)}`,
                "remove the call of process.exit, or fix the error that is printed above",
            ));
    });
}

function describeEnd(code: number | null, signal: NodeJS.Signals | null): string {
    return signal ? `with the signal ${signal}` : `with exit code ${code}`;
}

/** The problem of a program that failed or did not end. */
export function programProblem(stack: Stack, message: string, hint: string): Problem {
    return { code: "stack.program-failed", path: programName(stack), message, hint };
}

/** The program as problems name it: its file, unless package.json names that. */
export function programName({ folder, program }: Stack): string {
    return path.relative(folder, program) || "the program";
}
