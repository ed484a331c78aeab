import * as pulumi from "@pulumi/pulumi";

import { describeProblems, type Problem } from "../plan/problem";

const known = new Map<string, pulumi.RunError>();

/**
 * An error raised inside an `apply`, shaped so that Pulumi prints it once, on its own and without delay.
 *
 * - It names no resource: the program runner would wait for that resource's URN, which may never resolve.
 * - It has no stack trace: the runner highlights errors before it prints them, which takes Node.js 20 and 22 most of a
 *   minute and 4 GB if the trace contains a frame of the SDK.
 * - Its message is read-only: each output that it passes through would add a prefix.
 * - Equal messages share one error object: the runner uses its identity to report it once.
 *
 * It is thrown in a callback of `then`, `catch` or `apply`, not in an asynchronous function whose promise becomes an output:
 * the runner enables V8's debugger, and in Node.js 20 the debugger follows every promise that depends on an asynchronous
 * function's to find out whether one handles the exception. Outputs join so many promises that this takes all memory.
 */
export function lateError(message: string, problems: Problem[]): pulumi.RunError {
    const error = known.get(message) ?? new pulumi.RunError(message);
    Object.defineProperties(error, {
        message: { get: () => message, set: () => undefined, configurable: true },
        stack: { value: "", configurable: true },
    });
    known.set(message, error);
    return Object.assign(error, { problems });
}

/**
 * Returns the value, or throws every problem. For use inside `apply`.
 *
 * @throws pulumi.RunError listing every problem, each with its path and a fix.
 */
export function checked<T>(value: T, problems: Problem[], where: string, outcome?: string): T {
    if (problems.length === 0) return value;
    throw lateError(describeProblems(problems, where, outcome), problems);
}
