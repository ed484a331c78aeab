import type { Problem, ProblemCode } from "./problem";

const written = "us-east-1";

/** The problems whose fix may have an example with a Region. */
const withExample: ProblemCode[] = [
    ...["args.not-set", "args.wrong-type", "list.empty", "zones.invalid", "connections.invalid-service-name"] as const,
    ...["endpoint-service.invalid-load-balancer", "endpoint-service.invalid-topic"] as const,
];

/** Puts the caller's Region into the examples of fixes. */
export function withExamplesOf(region: string | undefined, problems: Problem[]): Problem[] {
    if (region === undefined) return problems;
    return problems.map((problem) => {
        // A Region that the caller wrote is kept.
        if (!withExample.includes(problem.code) || problem.message.includes(written)) return problem;
        return { ...problem, hint: problem.hint.replaceAll(written, region) };
    });
}
