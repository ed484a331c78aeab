import * as pulumi from "@pulumi/pulumi";

import type { Planned } from "./plan";
import { describeProblems, type Problem } from "./plan/problem";

/** The plan, or one clean diagnostic on the component with everything that is wrong with its arguments. */
export function planOrFail<T>(component: pulumi.ComponentResource, name: string, planned: Planned<T>): T {
    if (planned.plan) return planned.plan;
    throw failure(component, name, planned.problems);
}

/** Stops with one clean diagnostic on the component where anything is wrong with its arguments. */
export function failOn(component: pulumi.ComponentResource, name: string, problems: Problem[]): void {
    if (problems.length > 0) throw failure(component, name, problems);
}

function failure(component: pulumi.ComponentResource, name: string, problems: Problem[]): pulumi.ResourceError {
    const error = new pulumi.ResourceError(describeProblems(problems, name), component, true);
    return Object.assign(error, { problems });
}
