import type { ProblemCode } from "./problemCodes";

export type { ProblemCode } from "./problemCodes";

/** Something wrong with the input: where it is, what is wrong with it, and the fix. */
export interface Problem {
    /** What kind of problem it is, e.g. `endpoints.unknown-kind`: stable, and a heading of docs/problems.md. */
    code: ProblemCode;
    /** Where, as the caller wrote it, e.g. `endpoints.s3.kind`. */
    path: string;
    /** What is wrong, e.g. `"Gatway" is not a kind of endpoint`. */
    message: string;
    /** The cure, e.g. `use Gateway or Interface`. */
    hint: string;
}

/** Something that is worth knowing and stops nothing. */
export interface Warning {
    /** What kind of warning it is, e.g. `if.az-support`: stable, and a heading of docs/problems.md. */
    code: ProblemCode;
    /** Where, as the caller wrote it, e.g. `endpoints.s3.zones`. @default - it is about no one argument */
    path?: string;
    /** What there is to know, in a sentence. */
    message: string;
}

/** A message as it is printed, with the code to look it up by. */
export function withCode({ code, message }: Warning): string {
    return `${message} [${code}]`;
}

/** Every problem as text, one under the other: the path, what is wrong with it and the code of that, the fix. */
export function describeProblems(problems: Problem[], where: string, outcome = "nothing was made"): string {
    const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    // Node.js quotes what is no JSON with its line breaks.
    const line = (text: string) => text.replaceAll(/\s*\n\s*/g, " ");
    const entries = problems.map((problem) =>
        `  ${problem.path}\n    ${line(withCode(problem))}\n    → ${problem.hint}`
    );
    return [`${where} has ${count}, so ${outcome}:`, ...entries].join("\n\n");
}

/** The problems without those that say the same of the same place. */
export function distinct(problems: Problem[]): Problem[] {
    return problems.filter((a, index) =>
        problems.findIndex((b) => b.path === a.path && b.message === a.message) === index
    );
}

/** The same problems, with the place they stand in put before each path, e.g. `private-vpc:`. */
export function within(prefix: string, problems: Problem[]): Problem[] {
    return problems.map((problem) => ({ ...problem, path: prefix + problem.path }));
}
