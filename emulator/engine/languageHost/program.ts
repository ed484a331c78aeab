import { type ChildProcess, spawn } from "node:child_process";

import type { RunRequest } from "@pulumi/pulumi/proto/language_pb";

import { commandOf, type Language } from "./languages";

/** How a program ended. */
export interface Ended {
    /** Whether the program reported its errors to the engine itself. */
    reported: boolean;
    /** Any other error. */
    error?: string;
}

/** The exit code of a program that has reported its errors. Source: @pulumi/pulumi/cmd/run */
const reported = 32;

/** Runs a program as the language's host does. */
export function runProgram(
    language: Language,
    asked: RunRequest,
    engine: string,
    note: (child: ChildProcess) => void,
): Promise<Ended> {
    const { file, args, env } = commandOf(language)(asked, engine);
    const child = spawn(file, args, {
        cwd: asked.getInfo()!.getProgramDirectory(),
        stdio: ["ignore", "inherit", "inherit"],
        env: { ...process.env, ...env },
    });
    note(child);
    return new Promise((resolve) => {
        child.on("error", ({ message }) => resolve({ reported: false, error: message }));
        child.on("close", (code, signal) => {
            const error = signal ? `the program was ended by ${signal}` : `the program ended with exit code ${code}`;
            resolve({ reported: code === reported, error: code === 0 || code === reported ? undefined : error });
        });
    });
}
