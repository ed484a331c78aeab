import * as pulumi from "@pulumi/pulumi";

import { describeProblems, type Problem } from "../plan/problem";

const known = new Map<string, pulumi.RunError>();

/**
 * An error for problems that are found out only behind an output, made so that Pulumi prints it once, by itself, and soon.
 *
 * - It names no resource: the program runner would wait for that resource's URN, which may never come.
 * - It has no stack: before it prints an error the runner colours it, for which Node.js 20 and 22 take most of a minute
 *   and 4 GB where the stack has a frame of the SDK's.
 * - Its message stays as it is: each output it passes through would put its own words before it.
 * - It is one object for one message: that is how the runner knows that it has reported it.
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
 * What is told behind an output, unless something is wrong with it.
 *
 * @throws pulumi.RunError with every problem, each with its place and its cure.
 */
export function checked<T>(value: T, problems: Problem[], where: string, outcome?: string): T {
    if (problems.length === 0) return value;
    throw lateError(describeProblems(problems, where, outcome), problems);
}
