import { type OwnedResource, ownedResources } from "../facts/ownedResources";
import type { Service } from "../facts/services";
import { workloadsByName } from "../facts/workloads";
import { nonFipsOf } from "../services/serviceNames";
import { ownAccount } from "./policyDocument";

/** A statement of a policy document. */
export interface OwnedResourceStatement {
    Sid: string;
    Effect: "Allow";
    Principal: "*";
    Action: string[];
    Resource: string[];
    Condition?: { [operator: string]: { [key: string]: string } };
}

/**
 * The AWS-owned resources that are requested, or that the created endpoints need through a service's endpoint, sorted
 * by ID.
 */
export function neededThrough(
    endpoint: Service,
    made: Service[],
    workloadNames: string[],
    requested: OwnedResource[],
): OwnedResource[] {
    const named = new Set([
        ...requested,
        ...workloadNames.flatMap((name) => workloadsByName[name]?.ownedResources ?? []),
    ]);
    const services = made.map(nonFipsOf);
    return Object.entries(ownedResources).filter(([id, facts]) =>
        [facts.endpoint, ...facts.alsoThrough ?? []].includes(nonFipsOf(endpoint))
        && (named.has(id) || facts.neededBy?.some((service) => services.includes(service)))
    ).map(([id]) => id).sort();
}

/** The statements that allow them in a Region, with the placeholders `<region>` and `<partition>`. */
export function statementsFor(ids: OwnedResource[], region: string): OwnedResourceStatement[] {
    return ids.flatMap((id) =>
        ownedResources[id]!.statements.map((statement, index, all): OwnedResourceStatement => {
            const { actions, resources, regional, condition } = statement;
            return {
                Sid: `Aws${pascal(id)}${all.length > 1 ? index + 1 : ""}`,
                Effect: "Allow",
                Principal: "*",
                Action: actions,
                Resource: (regional?.[region] ?? resources).map((name) =>
                    name.replaceAll("<regionNoDashes>", region.replaceAll("-", ""))
                ),
                ...conditionOf(ownedResources[id]!.signedBy, condition),
            };
        })
    );
}

/** Requests that AWS signs, and unsigned ones, do not have the caller's principal. */
function conditionOf(signedBy: string, condition: OwnedResourceStatement["Condition"]) {
    if (signedBy !== "caller") return condition ? { Condition: condition } : {};
    const StringEquals = { "aws:PrincipalAccount": ownAccount, ...condition?.StringEquals };
    return { Condition: { ...condition, StringEquals } };
}

function pascal(id: string): string {
    return id.split("-").map((word) => word[0]!.toUpperCase() + word.slice(1)).join("");
}
