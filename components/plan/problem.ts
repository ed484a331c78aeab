import { plainText } from "./plainText";
import type { ProblemCode } from "./problemCodes";

export type { ProblemCode } from "./problemCodes";

/** A problem in the input: its path, a message and the fix. */
export interface Problem {
    /** The code, e.g. `endpoints.unknown-kind`. It is stable, and a heading of docs/problems.md. */
    code: ProblemCode;
    /** The path as the caller wrote it, e.g. `endpoints.s3.kind`. */
    path: string;
    /** The message, e.g. `"Gatway" is not a kind of endpoint`. */
    message: string;
    /** The fix, e.g. `use Gateway or Interface`. */
    hint: string;
}

/** Information that does not stop a deployment. */
export interface Warning {
    /** The code, e.g. `if.az-support`. It is stable, and a heading of docs/problems.md. */
    code: ProblemCode;
    /** The path as the caller wrote it, e.g. `endpoints.s3.zones`. @default - it is not about a single argument */
    path?: string;
    /** The message, in a sentence. */
    message: string;
}

/** A message as printed, with its code for reference. */
export function withCode({ code, message }: Warning): string {
    return `${message} [${code}]`;
}

/** The most problems or findings that a text lists. JSON has all of them. */
export const mostListed = 50;

/** The problems as a string: the path, the message with its code, the fix. A list of more than 50 is cut. */
export function describeProblems(problems: Problem[], where: string, outcome = "nothing was created"): string {
    const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    const entries = problems.slice(0, mostListed).map((problem) =>
        `  ${plainText(problem.path)}\n    ${plainText(withCode(problem))}\n    → ${plainText(problem.hint)}`
    );
    const more = problems.length > mostListed ? [`  and ${problems.length - mostListed} more; fix these first`] : [];
    return [`${plainText(where)}: ${count}; ${outcome}:`, ...entries, ...more].join("\n\n");
}

/** The problems without duplicates of the same message and path. */
export function distinct(problems: Problem[]): Problem[] {
    const seen = new Set<string>();
    return problems.filter(({ path, message }) => {
        const text = JSON.stringify([path, message]);
        return !seen.has(text) && seen.add(text);
    });
}

/** The same problems with a prefix for each path, e.g. `private-vpc:`. */
export function within(prefix: string, problems: Problem[]): Problem[] {
    return problems.map((problem) => ({ ...problem, path: prefix + problem.path }));
}
