import { ownedResources } from "../plan/facts/ownedResources";
import { fullAccess } from "../plan/policies/fullAccess";
import type { ReportedPlan } from "./reportedPlan";
import { byTopic, warningLines } from "./warningLines";
import { grouped, listOf } from "./wording";

/** A sentence after the endpoint's name, or after the names of several endpoints. */
interface Statement {
    name: string;
    one: string;
    several: string;
}

/** What to know about the endpoint policies: what they allow in addition to the perimeter, what they omit, and warnings. */
export function policyLines({ endpoints, warnings }: ReportedPlan): string[] {
    const statements = [
        ...endpoints.flatMap(unrestricted),
        ...endpoints.flatMap(unsupported),
        ...endpoints.flatMap(owned),
        ...endpoints.flatMap(exceptions),
        ...endpoints.flatMap(omitted),
    ];
    return [
        ...grouped(statements, ({ one }) => one).map(([one, same]) => {
            const verb = same.length > 1 ? same[0]!.several : one;
            return `${listOf(same.map(({ name }) => name))} ${verb}.`;
        }),
        ...warningLines(byTopic(warnings).policies),
    ];
}

type Endpoint = ReportedPlan["endpoints"][number];

function unrestricted({ name, policy: { from } }: Endpoint): Statement[] {
    if (from !== fullAccess) return [];
    const rest = "full access: every action on every resource is allowed";
    return [{ name, one: `has ${rest}`, several: `have ${rest}` }];
}

function unsupported({ name, policy: { from } }: Endpoint): Statement[] {
    if (from !== "none") return [];
    const rest = "no endpoint policy, because AWS supports none for";
    return [{ name, one: `has ${rest} it`, several: `have ${rest} them` }];
}

function owned({ name, policy }: Endpoint): Statement[] {
    return policy.ownedResources.map((id) => {
        const { owner, neededFor } = ownedResources[id]!;
        return also(name, `resources owned by ${owner}: ${neededFor}`);
    });
}

function exceptions({ name, policy }: Endpoint): Statement[] {
    return policy.exceptions.map(({ actions, resources, reason }) =>
        also(name, `${listOf(actions)} on ${listOf(resources)}: ${reason}`)
    );
}

function also(name: string, what: string): Statement {
    return { name, one: `also allows ${what}`, several: `also allow ${what}` };
}

function omitted({ name, policy: { droppedConditions } }: Endpoint): Statement[] {
    if (droppedConditions.length === 0) return [];
    const what = `the conditions of ${listOf(droppedConditions)}; IAM still enforces them`;
    return [{ name, one: `omits ${what}`, several: `omit ${what}` }];
}
