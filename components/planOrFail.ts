import type * as pulumi from "@pulumi/pulumi";

import { inOrigin } from "./config/origin";
import type { Planned } from "./plan/planVpc";
import { describeProblems, distinct, type Problem } from "./plan/problem";
import { lateError } from "./resources/lateError";

/** Returns the plan of a component's arguments, or throws one diagnostic with every problem in them. */
export function planOrFail<T>(name: string, args: unknown, { plan, problems }: Planned<T>): T {
    if (plan) return plan;
    throw failure(name, args, problems);
}

/** Throws one diagnostic with every problem in a component's arguments, before the component is declared. */
export function failOn(name: string, args: unknown, problems: Problem[]): void {
    if (problems.length > 0) throw failure(name, args, problems);
}

/** The error for a component's problems, with their paths as in the config if the arguments were read from one. */
export function failure(name: string, args: unknown, found: Problem[]): pulumi.RunError {
    // One missing permission denies many lookups.
    const { where, problems } = inOrigin(args, distinct(found), name);
    return lateError(describeProblems(problems, where), problems);
}
