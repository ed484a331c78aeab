import { ownedResources } from "../plan/facts/ownedResources";
import { fullAccess } from "../plan/policies/fullAccess";
import type { ReportedPlan } from "./reportedPlan";
import { byTopic, warningLines } from "./warningLines";

type Endpoint = ReportedPlan["endpoints"][number];

/** What to know about the endpoint policies: what they allow beyond the perimeter, what they omit, and warnings. */
export function policyLines({ endpoints, warnings }: ReportedPlan): string[] {
    return [
        ...listed(
            endpoints,
            ({ policy }) => policy.from === fullAccess,
            "everything passes, to anybody's resources",
        ),
        ...listed(endpoints, ({ policy }) => policy.from === "none", "no policy, for AWS takes none"),
        ...endpoints.flatMap(ownedLines),
        ...endpoints.flatMap(({ name, policy }) =>
            policy.exceptions.map(({ actions, resources, reason }) =>
                `${name} lets ${actions.join(", ")} through to ${resources.join(", ")}: ${reason}.`
            )
        ),
        ...endpoints.filter(({ policy }) => policy.droppedConditions.length > 0).map(({ name, policy }) =>
            `${name} does not repeat the conditions of ${policy.droppedConditions.join(", ")}; IAM still holds to them.`
        ),
        ...warningLines(byTopic(warnings).policies),
    ];
}

function listed(endpoints: Endpoint[], holds: (endpoint: Endpoint) => boolean, what: string): string[] {
    const names = endpoints.filter(holds).map(({ name }) => name);
    return names.length > 0 ? [`${names.join(", ")}: ${what}.`] : [];
}

function ownedLines({ name, policy }: Endpoint): string[] {
    return policy.ownedResources.map((id) => {
        const { owner, neededFor } = ownedResources[id]!;
        return `${name} lets through what ${owner} owns: ${neededFor}.`;
    });
}
