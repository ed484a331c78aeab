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

/** The caller's options that change the service's own policy, by key. */
export function changesOf({ access, fromPolicies, additionalPolicy }: PolicyOverrides): string[] {
    const changes = { access, fromPolicies, additionalPolicy };
    return Object.entries(changes).filter(([, value]) => value !== undefined).map(([key]) => key);
}

/** The inputs for the statements of one endpoint's policy. */
export interface StatementsRequest {
    service: Service;
    overrides: PolicyOverrides;
    /** Who is trusted in addition to the stack's own account. @default - no one */
    perimeter?: PerimeterRequest;
    /** Every service with an endpoint, which decides what AWS-owned resources are needed. */
    madeServices: Service[];
    /** The requested workloads, which decide the same. */
    workloads?: string[];
}

/** Remarks on a policy for readers of the plan. */
export interface PolicyNotes {
    /** Whether it allows only what `access` and `fromPolicies` name. */
    narrowed: boolean;
    /** The AWS-owned resources that it allows, by ID, e.g. `ecr`. */
    ownedResources: OwnedResource[];
    /** The caller's exceptions, with reasons. */
    exceptions: PerimeterException[];
    /** The paths of IAM conditions that are not copied to the endpoint policy, e.g. `fromPolicies[0].Statement[2]`. */
    droppedConditions: string[];
}

/** The statements of a policy, with remarks for readers of the plan. */
export interface PolicyStatements extends PolicyNotes {
    /** Every statement, within the perimeter; `null` if some are known only during a deployment. */
    statements: unknown[] | null;
}

/** The statements of a policy: the template's or the caller's, and those for AWS-owned resources. */
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
    const owned = neededThrough(service, madeServices, workloads, perimeter.awsOwnedResources ?? [], region);
    const more = typeof additionalPolicy === "string" ? parsePolicy("", additionalPolicy).document : undefined;
    const known = texts.length === fromPolicies.length && (additionalPolicy === undefined || more !== undefined);
    const own = [
        ...(narrowed ? [] : [...template.Statement as unknown[], ...unusualStatements(service)]),
        ...accessStatements(service, access, "Access"),
        ...accessStatements(service, derived.access, "FromPolicies"),
        // IAM documents do not include unsigned requests, such as federated sign-in.
        ...(overrides.fromPolicies ? unsigned(service) : []),
        ...(narrowed ? ofAwsServices(template) : []),
        ...statementsFor(owned, region),
        ...exceptionStatements(exceptions),
    ];
    // The resources that the caller names stay as they are.
    const isAsWritten = (statement: { Sid?: string }) => sourceOf(statement, "") !== undefined;
    const trusted = withPerimeter({ ...template, Statement: own }, perimeter, isAsWritten).Statement as unknown[];
    return {
        statements: known ? [...trusted, ...[more?.Statement ?? []].flat() as unknown[]] : null,
        narrowed,
        ownedResources: owned,
        exceptions,
        droppedConditions: derived.dropped,
    };
}

/** What AWS services may do, which `access` and `fromPolicies` of trusted principals do not narrow. */
function ofAwsServices(template: PolicyDocument): unknown[] {
    return [template.Statement].flat().filter((statement) => {
        const { Condition } = statement as { Condition?: { Bool?: { [key: string]: unknown } } };
        return Condition?.Bool?.["aws:PrincipalIsAWSService"] === "true";
    });
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

/** The Sids of statements that are created from arguments, and their arguments. */
const sources: [RegExp, (path: string, index: number) => string][] = [
    [/^Access(\d*)(Unowned|Unsigned)?\d*$/, (path, index) => `${path}.access[${index}]`],
    [/^FromPolicies\d*(Unowned|Unsigned)?\d*$/, (path) => `${path}.fromPolicies`],
    [/^Exception(\d+)$/, (_, index) => `perimeter.exceptions[${index}]`],
];

/** The argument that a statement is created from, for an endpoint at a path; undefined for shipped statements. */
export function sourceOf({ Sid = "" }: { Sid?: string }, path: string): string | undefined {
    for (const [form, pathOf] of sources) {
        const match = form.exec(Sid);
        if (match) return pathOf(path, Number(match[1] || 1) - 1);
    }
    return undefined;
}
