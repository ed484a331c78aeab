import type { Known } from "../../args/contract";
import type { EndpointArgs } from "../../args/endpointArgs";
import type { OwnedResource } from "../facts/ownedResources";
import type { Service } from "../facts/services";
import { nonFipsOf } from "../services/serviceNames";
import { accessStatements } from "./access";
import { deriveAccess } from "./derive";
import { neededThrough, statementsFor } from "./ownedResourceStatements";
import { type PerimeterException, type PerimeterRequest, withPerimeter } from "./perimeter";
import { ownAccount, parsePolicy, type PolicyDocument } from "./policyDocument";
import { unsigned, unusualStatements } from "./unusualRequests";

/** A caller's options for one service's policy. */
export type PolicyOverrides = Known<Pick<EndpointArgs, "policy" | "additionalPolicy" | "access" | "fromPolicies">>;

/** What of a caller's options changes the service's own policy, by their keys. */
export function changesOf({ access, fromPolicies, additionalPolicy }: PolicyOverrides): string[] {
    const changes = { access, fromPolicies, additionalPolicy };
    return Object.entries(changes).filter(([, value]) => value !== undefined).map(([key]) => key);
}

/** What the statements of one endpoint's policy depend on. */
export interface StatementsRequest {
    service: Service;
    overrides: PolicyOverrides;
    /** Who is trusted beside the stack's own account. @default - nobody */
    perimeter?: PerimeterRequest;
    /** Every service that is made, which decides what AWS itself must reach. */
    madeServices: Service[];
    /** The workloads asked for, which decide the same. */
    workloads?: string[];
}

/** What a reader must know of a policy. */
export interface PolicyNotes {
    /** Whether it lets through only what `access` and `fromPolicies` name. */
    narrowed: boolean;
    /** The resources of AWS's own that it lets through, by their ids, e.g. `ecr`. */
    ownedResources: OwnedResource[];
    /** What the caller lets through in addition, and why. */
    exceptions: PerimeterException[];
    /** Where IAM documents had conditions that an endpoint policy does not repeat, e.g. `fromPolicies[0].Statement[2]`. */
    droppedConditions: string[];
}

/** The statements of a policy, and what a reader must know of them. */
export interface PolicyStatements extends PolicyNotes {
    /** Every statement, within the perimeter; `null` where some are known only in a deployment. */
    statements: unknown[] | null;
}

/** The statements of a policy: the template's or what the caller names, and what AWS itself needs. */
export function statementsOf(
    { service, overrides, perimeter = {}, madeServices, workloads = [] }: StatementsRequest,
    template: PolicyDocument,
    region: string,
): PolicyStatements {
    const { additionalPolicy, access = [], fromPolicies = [] } = overrides;
    const texts = fromPolicies.filter((text) => typeof text === "string");
    const derived = texts.length > 0 ? deriveAccess(service, texts) : { access: [], dropped: [] };
    const narrowed = overrides.access !== undefined || overrides.fromPolicies !== undefined;
    const exceptions = (perimeter.exceptions ?? []).filter((exception) =>
        nonFipsOf(exception.service) === nonFipsOf(service)
    );
    const owned = neededThrough(service, madeServices, workloads, perimeter.awsOwnedResources ?? []);
    const more = typeof additionalPolicy === "string" ? parsePolicy("", additionalPolicy).document : undefined;
    const known = texts.length === fromPolicies.length && (additionalPolicy === undefined || more !== undefined);
    const own = [
        ...(narrowed ? [] : [...template.Statement as unknown[], ...unusualStatements(service)]),
        ...accessStatements(service, access, "Access"),
        ...accessStatements(service, derived.access, "FromPolicies"),
        // IAM documents do not name what nobody signs, such as federated sign-in.
        ...(overrides.fromPolicies ? unsigned(service) : []),
        ...statementsFor(owned, region),
        ...exceptionStatements(exceptions),
    ];
    const trusted = withPerimeter({ ...template, Statement: own }, perimeter).Statement as unknown[];
    return {
        statements: known ? [...trusted, ...[more?.Statement ?? []].flat() as unknown[]] : null,
        narrowed,
        ownedResources: owned,
        exceptions,
        droppedConditions: derived.dropped,
    };
}

function exceptionStatements(exceptions: PerimeterException[]) {
    return exceptions.map(({ actions, resources }, index) => ({
        Sid: `Exception${index + 1}`,
        Effect: "Allow",
        Principal: "*",
        Action: actions,
        Resource: resources,
        Condition: { StringEquals: { "aws:PrincipalAccount": ownAccount } },
    }));
}

/** The Sids of statements that are made from arguments, and which argument that is. */
const sources: [RegExp, (path: string, index: number) => string][] = [
    [/^Access(\d*)(Unowned|Unsigned)?\d*$/, (path, index) => `${path}.access[${index}]`],
    [/^FromPolicies\d*(Unowned|Unsigned)?\d*$/, (path) => `${path}.fromPolicies`],
    [/^Exception(\d+)$/, (_, index) => `perimeter.exceptions[${index}]`],
];

/** The argument that a statement is made from, of an endpoint at a path; undefined for the service's own, and AWS's. */
export function sourceOf({ Sid = "" }: { Sid?: string }, path: string): string | undefined {
    for (const [form, pathOf] of sources) {
        const match = form.exec(Sid);
        if (match) return pathOf(path, Number(match[1] || 1) - 1);
    }
    return undefined;
}
