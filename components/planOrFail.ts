import type * as pulumi from "@pulumi/pulumi";

import { inOrigin } from "./config/origin";
import type { Planned } from "./plan/planVpc";
import { describeProblems, distinct, type Problem } from "./plan/problem";
import { lateError } from "./resources/lateError";

/** The plan of a component's arguments, or one clean diagnostic with everything that is wrong with them. */
export function planOrFail<T>(name: string, args: unknown, { plan, problems }: Planned<T>): T {
    if (plan) return plan;
    throw failure(name, args, problems);
}

/** Stops with one clean diagnostic where anything is wrong with a component's arguments, before it is declared. */
export function failOn(name: string, args: unknown, problems: Problem[]): void {
    if (problems.length > 0) throw failure(name, args, problems);
}

/** Everything that is wrong with a component's arguments, named as they are where they were read from. */
export function failure(name: string, args: unknown, found: Problem[]): pulumi.RunError {
    // One missing permission denies many look-ups.
    const { where, problems } = inOrigin(args, distinct(found), name);
    return lateError(describeProblems(problems, where), problems);
}
