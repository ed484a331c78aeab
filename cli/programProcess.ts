import { createRequire } from "node:module";
import * as path from "node:path";

import type { Problem } from "../components/plan/problem";
import { type ProgramAnswer, programProblem, type ProgramRequest } from "./runStack";
import type { Stack } from "./stack";

// This process runs one program; runStack.ts starts it.
process.once("message", (request: ProgramRequest) => {
    // An open channel would keep a process alive in which nothing happens any more.
    process.channel!.unref();
    process.once("disconnect", () => process.exit());
    process.channel!.unref();
    void run(request).then(end);
    process.once("beforeExit", () => {
        const hint = "await only what is resolved without a deployment";
        end({ problems: [programProblem(request.stack, "the program waits for something that never happens", hint)] });
    });
});

/** Sends the answer, and ends the program, which may still have timers or connections. */
function end(answer: ProgramAnswer): void {
    process.send!(answer, undefined, undefined, () => process.exit());
}

async function run(request: ProgramRequest): Promise<ProgramAnswer> {
    const problem = wrongSdk(request.stack);
    if (problem) return { problems: [problem] };
    // Loading the SDK takes longer than finding that it is missing.
    const { answerOf, optionsOf } = require("./programAnswer") as typeof import("./programAnswer");
    const { runProject } = require("../emulator/projectProgram") as typeof import("../emulator/projectProgram");
    const running = Promise.resolve().then(() =>
        runProject({ ...request.stack, traced: request.traced }, optionsOf(request))
    );
    return answerOf(running, request);
}

/** The program's resources reach the emulated AWS only through the same copy of the SDK. */
function wrongSdk(stack: Stack): Problem | undefined {
    const sdk = "@pulumi/pulumi";
    let its: string;
    try {
        its = createRequire(path.join(stack.folder, "package.json")).resolve(sdk);
    } catch {
        return programProblem(stack, `${sdk} is not installed in ${stack.folder}`, "run npm install");
    }
    const ours = require.resolve(sdk);
    if (its === ours) return undefined;
    const message = `the project and private-vpc load two copies of ${sdk}: ${its} and ${ours}`;
    return programProblem(stack, message, "install private-vpc in the project, so that both use the project's copy");
}
