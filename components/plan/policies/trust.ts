import { type OwnedResource, ownedResources } from "../facts/ownedResources";
import type { Service } from "../facts/services";
import { unresourcedActions } from "../facts/unsignedRequests";
import { factsOf } from "../services/serviceNames";
import { statementsFor } from "./ownedResourceStatements";
import { type PerimeterException, type PerimeterRequest, withPerimeter } from "./perimeter";
import { fillPlaceholders, ownAccount as own, type PolicyDocument } from "./policyDocument";
import { unownedStatements, unsigned } from "./unusualRequests";

type Condition = { [operator: string]: { [key: string]: unknown } };

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

/** What decides who and what is trusted at an endpoint, and what may pass in addition. */
export interface Trust {
    service: Service;
    /** The Region, e.g. `us-east-1`. */
    region: string;
    /** The partition of the Region, e.g. `aws`. */
    partition: string;
    perimeter?: PerimeterRequest;
    /** The AWS-owned resources that the policy allows, by ID. */
    ownedResources?: OwnedResource[];
    /** The caller's exceptions, with reasons. */
    exceptions?: PerimeterException[];
}

/** The conditions of which each one means that a principal or resource is trusted. The own account always is. */
function trusted(
    whose: "Principal" | "Resource",
    { accountIds = [], organizationId, organizationPaths }: PerimeterRequest,
) {
    const conditions: Condition[] = [{ StringEquals: { [`aws:${whose}Account`]: [own, ...accountIds] } }];
    if (organizationId !== undefined) conditions.push({ StringEquals: { [`aws:${whose}OrgID`]: organizationId } });
    if (organizationPaths) {
        conditions.push({ "ForAnyValue:StringLike": { [`aws:${whose}OrgPaths`]: organizationPaths } });
    }
    return conditions;
}

/** The policy that allows exactly what may pass: trusted principals to trusted resources, and the passages. */
export function permitted(trust: Trust): PolicyDocument {
    const { perimeter = {} } = trust;
    const anything = { Action: "*", Resource: "*" };
    const statements = trusted("Principal", perimeter).flatMap((principal) =>
        trusted("Resource", perimeter).map((resource) => ({ ...anything, Condition: merged(principal, resource) }))
    );
    return documentOf(
        [...statements, ...passagesOf(trust).flatMap((passage) => statementsOf(passage, perimeter))],
        trust,
    );
}

/** The policy that allows a passage, and nothing else. */
export function passageDocument(passage: Passage, trust: Trust): PolicyDocument {
    return documentOf(statementsOf(passage, trust.perimeter ?? {}), trust);
}

/** The policy that allows trusted principals all of a service's actions on trusted resources. */
export function insideDocument(trust: Trust): PolicyDocument {
    const { perimeter = {}, service } = trust;
    const Action = (factsOf(service).iamPrefixes ?? []).map((prefix) => `${prefix}:*`);
    const statements = trusted("Principal", perimeter).flatMap((principal) =>
        trusted("Resource", perimeter).map((resource) => ({
            Action: Action.length > 0 ? Action : "*",
            Resource: "*",
            Condition: merged(principal, resource),
        }))
    );
    return documentOf(statements, trust);
}

function documentOf(statements: object[], { region, partition }: Trust): PolicyDocument {
    const Statement = statements.map((one) => ({ Effect: "Allow", Principal: "*", ...one }));
    return fillPlaceholders({ Version: "2012-10-17", Statement }, { region, partition });
}

function statementsOf({ senders, actions, resources, condition = {} }: Passage, perimeter: PerimeterRequest): object[] {
    const of = (conditions: Condition[]) =>
        conditions.map((one) => ({ Action: actions, Resource: resources, Condition: merged(one, condition) }));
    switch (senders) {
        case Senders.trusted:
            return of(trusted("Principal", perimeter));
        case Senders.services:
            return of(
                trusted("Resource", perimeter).map((one) =>
                    merged(one, { Bool: { "aws:PrincipalIsAWSService": "true" } })
                ),
            );
        case Senders.unsigned:
            return of([{ Null: { "aws:PrincipalArn": "true" } }]);
        case Senders.anyone:
            return of([{}]);
    }
}

function merged(one: Condition, other: Condition): Condition {
    const both = { ...one };
    for (const [operator, keys] of Object.entries(other)) both[operator] = { ...both[operator], ...keys };
    return both;
}

/** What may pass an endpoint in addition, by name. */
export function passagesOf(trust: Trust): Passage[] {
    const { service, region, perimeter = {}, ownedResources: ids = [], exceptions = [] } = trust;
    const { iamPrefixes = [] } = factsOf(service);
    const unresourced = unresourcedActions.filter((action) => iamPrefixes.includes(action.split(":")[0]!));
    const toAnything = (name: string, actions: string[]): Passage[] =>
        actions.length > 0 ? [{ name, senders: Senders.trusted, actions, resources: ["*"] }] : [];
    return [
        { name: "AWS services for trusted resources", senders: Senders.services, actions: ["*"], resources: ["*"] },
        ...toAnything("actions that name no resource", unresourced),
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
                resources: ownArns(own, perimeter),
            }]
            : []),
    ];
}

function ownArns(actions: string[], { accountIds = [] }: PerimeterRequest): string[] {
    const prefixes = [...new Set(actions.map((action) => action.split(":")[0]!))];
    return prefixes.flatMap((prefix) => [own, ...accountIds].map((id) => `arn:<partition>:${prefix}:*:${id}:*`));
}

function ownedPassages(id: OwnedResource, region: string, { accountIds = [] }: PerimeterRequest): Passage[] {
    const { owner, neededFor, signedBy } = ownedResources[id]!;
    return statementsFor([id], region).map(({ Action, Resource, Condition }) => {
        const { "aws:PrincipalAccount": _, ...StringEquals } = Condition?.StringEquals ?? {};
        return {
            name: `${neededFor} of ${owner}`,
            senders: signedBy === "caller" ? Senders.trusted : Senders.anyone,
            actions: Action,
            resources: Resource.flatMap((arn) => [own, ...accountIds].map((account) => arn.replaceAll(own, account))),
            condition: Object.keys(StringEquals).length > 0 ? { StringEquals } : undefined,
        };
    });
}
