import { spawn } from "node:child_process";
import * as fs from "node:fs";

import { type Command, InvalidArgumentError } from "commander";

import { readText } from "../components/config/guardedFile";

import type { RunStack } from "./runStack";

/** The environment a command runs in. */
export interface Invocation {
    /** The arguments after `private-vpc`. */
    args: string[];
    /** The working directory. */
    folder: string;
    stdout: Output;
    stderr: Output;
    env: NodeJS.ProcessEnv;
    /** Reads standard input, up to a size. */
    stdin(megabytes: number): ReturnType<typeof readText>;
    /** Runs the program of a stack. */
    runStack: RunStack;
    /** Runs a command of another program, e.g. `["pulumi", "stack", "export"]`. */
    execute: Execute;
}

/** Runs a command; the exit code is null if it cannot be run. */
export type Execute = (command: string[]) => Promise<{ code: number | null; stdout: string; stderr: string }>;

/** A stream to print to. */
export type Output = Pick<NodeJS.WriteStream, "write" | "isTTY" | "columns">;

/** Exit codes, the same for every command; only commands that answer with a verdict have the last one. */
export const exitCodes = { success: 0, failure: 1, usage: 2, unknown: 3 } as const;

/** A command: its arguments and options, and its action, which returns the exit code. */
export interface Subcommand<Options> {
    /** Declares arguments, options and help. */
    define(command: Command): Command;
    /** @throws Error if the arguments cannot be used together. */
    run(args: string[], options: Options, run: Invocation): number | Promise<number>;
}

/**
 * The environment of this process, without its arguments. The process exits silently if the reader closes the pipe, as `head`
 * does, and with a message if the output cannot be written, e.g. to a full disk.
 */
export function environment(): Omit<Invocation, "args" | "runStack"> {
    const { env, stdout, stderr } = process;
    for (const stream of [stdout, stderr]) {
        stream.on("error", ({ code, message }: NodeJS.ErrnoException) => {
            if (code === "EPIPE") process.exit();
            try {
                fs.writeSync(2, `error: the output cannot be written: ${message}\n`);
            } catch {
                // Standard error cannot be written either.
            }
            process.exit(exitCodes.failure);
        });
    }
    return { folder: process.cwd(), stdout, stderr, env, stdin: (megabytes) => readText(0, megabytes), execute };
}

function execute([program, ...args]: string[]): ReturnType<Execute> {
    return new Promise((resolve) => {
        const child = spawn(program!, args, { stdio: ["ignore", "pipe", "pipe"] });
        const texts = { stdout: "", stderr: "" };
        for (const stream of ["stdout", "stderr"] as const) {
            child[stream].setEncoding("utf8").on("data", (text: string) => texts[stream] += text);
        }
        child.on("error", ({ code, message }: NodeJS.ErrnoException) => {
            const stderr = code === "ENOENT" ? `${program} is not installed, or not in a folder of PATH` : message;
            resolve({ code: null, stdout: "", stderr });
        });
        // A command that a signal ended has no exit code, but it did run.
        child.on("close", (code, signal) => resolve({ ...texts, code: code ?? (signal === null ? null : 1) }));
    });
}

/**
 * The parser of an option's value that reports an option that is given twice, and an empty value.
 *
 * @param check returns the value to use, or throws an error with what is wrong
 */
export function once(check: (value: string) => string = (value) => value): (value: string) => string {
    let given: string | undefined;
    return (value) => {
        if (given !== undefined) throw new InvalidArgumentError(`The option is given twice: ${given} and ${value}.`);
        if (value === "") throw new InvalidArgumentError("It is empty.");
        given = value;
        try {
            return check(value);
        } catch (error) {
            throw new InvalidArgumentError((error as Error).message);
        }
    };
}

/** The parser of an option that can be given several times. */
export function several(value: string, before: string[] = []): string[] {
    return [...before, value];
}

/** Arguments that a command cannot use, or not together. */
export class UsageError extends Error {}
