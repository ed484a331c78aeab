import * as path from "node:path";

import type { Execute, Invocation, Output } from "../../cli/command";
import { commandLine } from "../../cli/commandLine";
import { answerOf, optionsOf } from "../../cli/programAnswer";
import type { ProgramFailure, ProgramRun, RunStack } from "../../cli/runStack";
import { runUntraced } from "../../emulator/runProgram";
import { root } from "../run";

/** How a command ended. */
export interface Result {
    code: number | null;
    stdout: string;
    stderr: string;
}

/** The environment of a command, as far as a test changes it. */
export interface Environment extends Partial<Omit<Invocation, "stdin">> {
    /** The width of the terminal; 0 if the output goes to a file. */
    width?: number;
    stdin?: string;
}

/** Runs `private-vpc <args>` within this process. */
export async function privateVpc(
    args: string[],
    { folder = root, width = 0, env = {}, stdin = "", runStack = runStackHere, execute = cannotRun }: Environment = {},
): Promise<Result> {
    const written = { stdout: "", stderr: "" };
    const into = (stream: "stdout" | "stderr") =>
        ({ isTTY: width > 0, columns: width, write: (text: string) => (written[stream] += text) }) as unknown as Output;
    const streams = { stdout: into("stdout"), stderr: into("stderr") };
    const stdinText = () => ({ text: stdin });
    const code = await commandLine({ args, folder, env, stdin: stdinText, runStack, execute, ...streams });
    return { code, ...written };
}

/** No command of another program can be run. */
const cannotRun: Execute = ([program]) =>
    Promise.resolve({ code: null, stdout: "", stderr: `${program} is not installed, or not in a folder of PATH` });

/** Runs a stack's program within this process, which is faster. */
export const runStackHere: RunStack = async (asked) => {
    const request = { ...asked, traced: true };
    const loaded = new Set(Object.keys(require.cache));
    const running = runUntraced(() => fresh(request.stack.program, loaded), optionsOf(request));
    return await answerOf(running, request) as ProgramRun | ProgramFailure;
};

/** Runs a program, even if it ran before: reloads it and its modules, except packages and those in `loaded`. */
function fresh(program: string, loaded: Set<string>): unknown {
    const packages = `${path.sep}node_modules${path.sep}`;
    const own = Object.keys(require.cache).filter((file) => !loaded.has(file) && !file.includes(packages));
    for (const file of [require.resolve(program), ...own]) delete require.cache[file];
    return require(program);
}
