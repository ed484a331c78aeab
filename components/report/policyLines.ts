import type { ReportedPlan } from "./reportedPlan";
import { byTopic, warningLines } from "./warningLines";
import { grouped, listOf } from "./wording";

/** The conditions that endpoint policies omit, and warnings. What they allow is in the part about the perimeter. */
export function policyLines({ endpoints, warnings }: ReportedPlan): string[] {
    const omitting = endpoints.filter(({ policy }) => policy.droppedConditions.length > 0);
    return [
        ...grouped(omitting, ({ policy }) => listOf(policy.droppedConditions)).map(([conditions, same]) => {
            const names = listOf(same.map(({ name }) => name));
            return `${names} ${
                same.length > 1 ? "omit" : "omits"
            } the conditions of ${conditions}; IAM still enforces them.`;
        }),
        ...warningLines(byTopic(warnings).policies),
    ];
}
