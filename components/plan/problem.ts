/** Something wrong with the input: where it stands, what is wrong with it, and the cure. */
export interface Problem {
    /** Where, as the caller wrote it, e.g. `endpoints.s3.kind`. */
    path: string;
    /** What is wrong, e.g. `"Gatway" is not a kind of endpoint`. */
    message: string;
    /** The cure, e.g. `use Gateway or Interface`. */
    hint: string;
}

/** Every problem as text, one under the other: the place, what is wrong with it, the cure. */
export function describeProblems(problems: Problem[], where: string, outcome = "nothing was made"): string {
    const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    // Node.js quotes what is no JSON with its line breaks.
    const line = (text: string) => text.replaceAll(/\s*\n\s*/g, " ");
    const entries = problems.map(({ path, message, hint }) => `  ${path}\n    ${line(message)}\n    → ${hint}`);
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
