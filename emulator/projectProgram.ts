import * as fs from "node:fs";
import { Module } from "node:module";
import * as path from "node:path";

import type { Attributes } from "./aws/emulatedAws";
import { type Run, type RunOptions, runStarted, withoutTraces } from "./runProgram";

/** A project's program, and how Pulumi loads it. */
export interface ProjectProgram {
    /** A file, or a folder whose package.json names the file. */
    program: string;
    /** Whether TypeScript is compiled when it is loaded. */
    typescript: boolean;
    /** Whether errors have stack traces, which take most of the time of a run. */
    traced: boolean;
}

/** The part of the SDK that Pulumi's language host starts: it finds the entry point, ts-node and tsconfig.json. */
interface SdkRunner {
    run(
        argv: { _: string[]; pwd: string },
        programStarted: () => void,
        reportLoggedError: (error: Error) => void,
        isErrorReported: (error: Error) => boolean,
    ): Promise<Attributes | undefined>;
}

/**
 * Runs a project's program against the emulated AWS, loaded as Pulumi loads it. It can be run once in a process, because
 * modules are loaded once, and its working directory becomes the program's.
 *
 * @throws as `runOffline`
 */
export function runProject({ program, typescript, traced }: ProjectProgram, options: RunOptions): Promise<Run> {
    const isFolder = fs.statSync(program).isDirectory();
    const argv = { _: [isFolder ? "." : path.basename(program)], pwd: isFolder ? program : path.dirname(program) };
    // Something that already compiles TypeScript in this process would compile it twice.
    process.env.PULUMI_NODEJS_TYPESCRIPT = String(typescript && !require.extensions[".ts"]);
    const { run } = sdkRunner();
    const ignore = () => undefined;
    // The caller reports errors, so the SDK must not log them.
    const running = () => runStarted(() => run(argv, ignore, ignore, () => true), options);
    return traced ? running() : withoutTraces(running);
}

/** The runner without the command around it, which would start as soon as the runner imports its constants. */
function sdkRunner(): SdkRunner {
    const command = require.resolve("@pulumi/pulumi/cmd/run");
    const constants = { nodeJSProcessExitedAfterLoggingUserActionableMessage: 32 };
    require.cache[command] = Object.assign(new Module(command), {
        filename: command,
        loaded: true,
        exports: constants,
    });
    return require("@pulumi/pulumi/cmd/run/run") as SdkRunner;
}
