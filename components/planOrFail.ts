import * as pulumi from "@pulumi/pulumi";

import type { Planned } from "./plan";
import { describeProblems } from "./plan/problem";

/** The plan, or one clean diagnostic on the component with everything that is wrong with its arguments. */
export function planOrFail<T>(component: pulumi.ComponentResource, name: string, planned: Planned<T>): T {
    if (planned.plan) return planned.plan;
    const error = new pulumi.ResourceError(describeProblems(planned.problems, name), component, true);
    throw Object.assign(error, { problems: planned.problems });
}
