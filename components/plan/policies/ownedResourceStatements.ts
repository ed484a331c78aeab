import { type OwnedResource, ownedResources, type OwnedStatement } from "../facts/ownedResources";
import { announcedRegions } from "../facts/regions";
import type { Service } from "../facts/services";
import { workloadsByName } from "../facts/workloads";
import type { Problem } from "../problem";
import { nonFipsOf } from "../services/serviceNames";
import { ownAccount } from "./policyDocument";

/** A statement of a policy document. */
export interface OwnedResourceStatement {
    Sid: string;
    Effect: "Allow";
    Principal: "*";
    Action: string[];
    Resource: string[];
    Condition?: Condition;
}

type Condition = { [operator: string]: { [key: string]: string } };

/**
 * The AWS-owned resources in a Region that are requested, or that the created endpoints need through a service's
 * endpoint, sorted by ID.
 */
export function neededThrough(
    endpoint: Service,
    made: Service[],
    workloadNames: string[],
    requested: OwnedResource[],
    region: string,
): OwnedResource[] {
    const named = new Set([
        ...requested,
        ...workloadNames.flatMap((name) => workloadsByName[name]?.ownedResources ?? []),
    ]);
    const services = made.map(nonFipsOf);
    return Object.entries(ownedResources).filter(([id, facts]) =>
        [facts.endpoint, ...facts.alsoThrough ?? []].includes(nonFipsOf(endpoint))
        && (named.has(id) || facts.neededBy?.some((service) => services.includes(service)))
        && statementsFor([id], region).length > 0
    ).map(([id]) => id).sort();
}

/** Warnings about AWS-owned resources that are requested, or that workloads need, and that AWS does not have in a Region. */
export function notOwnedIn(region: string, requested: OwnedResource[], workloadNames: string[]): Problem[] {
    const warning = (path: string, id: OwnedResource, hint: string): Problem[] => {
        if (!Object.hasOwn(ownedResources, id) || statementsFor([id], region).length > 0) return [];
        const message = `AWS documents no resources of ${
            ownedResources[id]!.owner
        } in ${region}, so no policy allows ${id}`;
        return [{ code: "perimeter.resources-not-in-region", path, message, hint }];
    };
    return [
        ...requested.flatMap((id, index) =>
            warning(`perimeter.awsOwnedResources[${index}]`, id, `remove ${id}, or use a Region that has them`)
        ),
        ...workloadNames.flatMap((name, index) =>
            (workloadsByName[name]?.ownedResources ?? []).flatMap((id) =>
                warning(
                    `workloads[${index}]`,
                    id,
                    `allow what ${name} uses instead in perimeter.exceptions, if anything`,
                )
            )
        ),
    ];
}

/** The statements that allow them in a Region, with the placeholders `<region>` and `<partition>`. */
export function statementsFor(ids: OwnedResource[], region: string): OwnedResourceStatement[] {
    return ids.flatMap((id) =>
        ownedResources[id]!.statements.flatMap((statement, index, all): OwnedResourceStatement[] => {
            const names = namesIn(region, statement);
            if (names.length === 0) return [];
            const Sid = `Aws${pascal(id)}${all.length > 1 ? index + 1 : ""}`;
            return conditionsOf(ownedResources[id]!.signedBy, statement).map((
                Condition,
                at,
            ): OwnedResourceStatement => ({
                Sid: at > 0 ? `${Sid}Unsigned` : Sid,
                Effect: "Allow",
                Principal: "*",
                Action: statement.actions,
                Resource: names.map((name) => name.replaceAll("<regionNoDashes>", region.replaceAll("-", ""))),
                ...(Condition ? { Condition } : {}),
            }));
        })
    );
}

/** The names of the resources in a Region; none in one without the service, where anyone could own a bucket of that name. */
function namesIn(region: string, { resources, regions, regional }: OwnedStatement): string[] {
    if (regions && !regions.includes(region)) return [];
    const names = regional?.[region] ?? resources;
    return announcedRegions.includes(region) ? names.filter((name) => !/:s3:::.*<region/.test(name)) : names;
}

/** The conditions of which each is sufficient. Requests that AWS signs, and unsigned ones, do not have the caller's principal. */
function conditionsOf(signedBy: string, { condition, writes }: OwnedStatement): (Condition | undefined)[] {
    const StringEquals = { "aws:PrincipalAccount": ownAccount, ...condition?.StringEquals };
    const byCaller = { ...condition, StringEquals };
    if (signedBy === "caller") return [byCaller];
    return writes ? [byCaller, { Null: { "aws:PrincipalArn": "true" } }] : [condition];
}

function pascal(id: string): string {
    return id.split("-").map((word) => word[0]!.toUpperCase() + word.slice(1)).join("");
}
