import { type OwnedResource, ownedResources } from "../facts/ownedResources";
import type { Service } from "../facts/services";
import { statementsFor } from "./ownedResourceStatements";
import { type PerimeterRequest, withPerimeter } from "./perimeter";
import { ownAccount as own } from "./policyDocument";
import type { Condition, Trust } from "./trust";
import { unownedStatements, unresourcedThrough, unsigned } from "./unusualRequests";

/** Who sends requests that pass for another reason than that both principal and resource are trusted. */
export const Senders = {
    trusted: "trusted principals",
    services: "AWS services",
    unsigned: "unsigned requests",
    anyone: "any principal, even unsigned",
} as const;
export type Senders = (typeof Senders)[keyof typeof Senders];

/** What may pass an endpoint apart from trusted principals' requests for trusted resources. */
export interface Passage {
    /** What it is, e.g. `image layers of Amazon ECR`, or the reason of an exception. */
    name: string;
    senders: Senders;
    actions: string[];
    resources: string[];
    /** Further conditions, as in a policy. */
    condition?: Condition;
}

/** What may pass an endpoint in addition, by name. */
export function passagesOf(trust: Trust): Passage[] {
    const { service, region, perimeter = {}, ownedResources: ids = [], exceptions = [] } = trust;
    const toAnything = (name: string, actions: string[]): Passage[] =>
        actions.length > 0 ? [{ name, senders: Senders.trusted, actions, resources: ["*"] }] : [];
    return [
        { name: "AWS services for trusted resources", senders: Senders.services, actions: ["*"], resources: ["*"] },
        ...toAnything("actions that name no resource", unresourcedThrough(service)),
        ...unownedPassages(service, perimeter),
        ...unsignedPassages(service, perimeter),
        ...ids.flatMap((id) => ownedPassages(id, region, perimeter)),
        ...exceptions.map(({ reason, actions, resources }): Passage => ({
            name: reason,
            senders: Senders.trusted,
            actions,
            resources,
        })),
    ];
}

/** Actions for which AWS sets no resource owner. */
function unownedPassages(service: Service, perimeter: PerimeterRequest): Passage[] {
    const statements = unownedStatements(service).map((statement) => {
        const { "aws:PrincipalAccount": _, ...StringEquals } = statement.Condition?.StringEquals ?? {};
        return { ...statement, Condition: { ...statement.Condition, StringEquals } };
    });
    const made = withPerimeter({ Statement: statements }, perimeter).Statement as typeof statements;
    return made.map(({ Action, Resource, Condition }) => ({
        name: "actions for which AWS sets no resource owner",
        senders: Senders.trusted,
        actions: [...Action],
        resources: [...Resource],
        condition: Condition,
    }));
}

/** AWS's unsigned requests. A resource named by the ARN of an own account is the own account's. */
function unsignedPassages(service: Service, perimeter: PerimeterRequest): Passage[] {
    const statements = unsigned(service);
    const made = withPerimeter({ Statement: statements }, perimeter).Statement as typeof statements;
    const own = [...new Set(statements.flatMap(({ Action }) => Action))];
    const arns = ownArns([...own, ...statements.flatMap(({ Resource }) => Resource.flatMap(serviceIn))], perimeter);
    return [
        ...made.map(({ Action, Resource, Condition }): Passage => ({
            name: "operations without a signature",
            senders: Senders.unsigned,
            actions: Action,
            resources: [Resource].flat(),
            condition: Condition,
        })),
        ...(own.length > 0
            ? [{
                name: "operations without a signature",
                senders: Senders.unsigned,
                actions: own,
                resources: arns,
            }]
            : []),
    ];
}

/** The service in an ARN, e.g. `ssm:` for a session of Systems Manager. */
function serviceIn(arn: string): string[] {
    const service = arn.split(":")[2];
    return service === undefined ? [] : [`${service}:`];
}

function ownArns(actions: string[], { accountIds = [] }: PerimeterRequest): string[] {
    const prefixes = [...new Set(actions.map((action) => action.split(":")[0]!))];
    return prefixes.flatMap((prefix) => [own, ...accountIds].map((id) => `arn:<partition>:${prefix}:*:${id}:*`));
}

function ownedPassages(id: OwnedResource, region: string, { accountIds = [] }: PerimeterRequest): Passage[] {
    const { owner, neededFor } = ownedResources[id]!;
    return statementsFor([id], region).map(({ Action, Resource, Condition }) => {
        const { "aws:PrincipalAccount": account, ...StringEquals } = Condition?.StringEquals ?? {};
        const unsigned = Condition?.Null !== undefined;
        return {
            name: `${neededFor} of ${owner}`,
            senders: account !== undefined ? Senders.trusted : unsigned ? Senders.unsigned : Senders.anyone,
            actions: Action,
            resources: Resource.flatMap((arn) => [own, ...accountIds].map((account) => arn.replaceAll(own, account))),
            condition: Object.keys(StringEquals).length > 0 ? { StringEquals } : undefined,
        };
    });
}
