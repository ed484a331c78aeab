import type { OwnedResource } from "../facts/ownedResources";
import type { Service } from "../facts/services";
import type { Problem } from "../problem";
import { behindFips, factsOf } from "../services/services";
import { type AccessRequest, accessStatements, checkAccess } from "./access";
import { deriveAccess } from "./derive";
import { contextOf, type EndpointContext, lintEndpointPolicy, Severity } from "./iam/lint";
import { neededThrough, statementsFor } from "./ownedResources";
import { type PerimeterException, type PerimeterRequest, withPerimeter } from "./perimeter";
import { canonicalJson, fillPlaceholders, parsePolicy, type PlaceholderValues, type PolicyDocument } from "./policy";
import { unsigned, unusualStatements } from "./unusualRequests";

/** The word a caller writes for the policy that lets everything through. */
export const fullAccess = "full-access";

/** The policies that ship with the component, by file name without `.json`. */
export interface PolicyTemplates {
    [name: string]: PolicyDocument;
}

/** What a caller says of one service's policy; a value that is not text is known only in a deployment. */
export interface PolicyWishes {
    /** JSON text or `full-access`, in place of the service's own. */
    policy?: unknown;
    /** JSON text, whose statements stand behind the service's own. */
    additionalPolicy?: unknown;
    access?: AccessRequest[];
    /** JSON texts of IAM documents. */
    fromPolicies?: unknown[];
}

/** The policy of an endpoint. */
export interface PlannedPolicy {
    /** The template's file name, `custom` for the caller's own, or `none` where AWS takes no policy. */
    from: string;
    /**
     * The document as sent, minified, `<accountId>` still standing; `null` where there is none or where the caller's own
     * is known only in a deployment.
     */
    document: string | null;
    /** Whether it is sent only if AWS says in the deployment that it takes one, which is not known before. */
    onlyIfSupported: boolean;
    /** Whether it lets through only what `access` and `fromPolicies` name. */
    narrowed: boolean;
    /** The resources of AWS's own that it lets through, by their ids, e.g. `ecr`. */
    ownedResources: OwnedResource[];
    /** What the caller lets through beside, and why. */
    exceptions: PerimeterException[];
    /** Where IAM documents had conditions that an endpoint policy does not repeat, e.g. `fromPolicies[0].Statement[2]`. */
    droppedConditions: string[];
}

/** What stands for a policy where AWS takes none. */
export const noPolicy: PlannedPolicy = {
    from: "none",
    document: null,
    onlyIfSupported: false,
    narrowed: false,
    ownedResources: [],
    exceptions: [],
    droppedConditions: [],
};

/** What the policy of one endpoint depends on. */
export interface PolicyRequest {
    service: Service;
    wishes: PolicyWishes;
    /** Who is trusted beside the stack's own account. @default - nobody */
    perimeter?: PerimeterRequest;
    /** Every service that is made, which decides what AWS itself must reach. */
    madeServices: Service[];
    /** The workloads asked for, which decide the same. */
    workloads?: string[];
    /** Whether AWS is asked in the deployment what it supports. */
    asksAws: boolean;
    templates: PolicyTemplates;
}

/** What is known of the endpoint that a policy is for. */
export type PolicyPlace = Pick<EndpointContext, "kind" | "partition">;

/** What of a caller's wishes changes the service's own policy, by their keys. */
export function changesOf({ access, fromPolicies, additionalPolicy }: PolicyWishes): string[] {
    const changes = { access, fromPolicies, additionalPolicy };
    return Object.entries(changes).filter(([, value]) => value !== undefined).map(([key]) => key);
}

/** What is wrong with what a caller wishes of a service's policy: AWS would refuse it, or it could let nothing through. */
export function checkPolicyWishes(
    service: Service,
    wishes: PolicyWishes,
    place: PolicyPlace = {},
    path = `endpoints.${service}`,
): Problem[] {
    const { policy, additionalPolicy, access, fromPolicies } = wishes;
    const others = changesOf(wishes);
    if (factsOf(service).policySupport === false && (others.length > 0 || (policy ?? fullAccess) !== fullAccess)) {
        const message = `AWS takes no policy on the endpoint of ${service}`;
        return [policy === undefined ? others[0]! : "policy"].map((key) => ({
            path: `${path}.${key}`,
            message,
            hint: "leave it out",
        }));
    }
    if (policy !== undefined && others.length > 0) {
        const message = `${others.join(" and ")} would change a policy that policy replaces`;
        return [{ path: `${path}.policy`, message, hint: `leave out policy, or leave out ${others.join(" and ")}` }];
    }
    const texts = (fromPolicies ?? []).filter((text) => typeof text === "string");
    return [
        ...(typeof policy === "string" && policy !== fullAccess
            ? checkText(`${path}.policy`, service, policy, place)
            : []),
        ...(typeof additionalPolicy === "string"
            ? parsePolicy(`${path}.additionalPolicy`, additionalPolicy).problems
            : []),
        ...(access ? checkAccess(service, access) : []),
        ...(fromPolicies?.length === 0
            ? [{ path: `${path}.fromPolicies`, message: "names no document", hint: "name one, or leave it out" }]
            : []),
        // Those that are known only in a deployment are judged there.
        ...(texts.length > 0 && texts.length === fromPolicies?.length ? deriveAccess(service, texts).problems : []),
    ];
}

function checkText(path: string, service: Service, text: string, place: PolicyPlace): Problem[] {
    const { problems } = parsePolicy(path, text);
    return problems.length > 0 ? problems : lintPolicy(path, service, text, place).problems;
}

/** What the linter finds in a policy: what AWS would refuse, and what does less, or more, than it seems to. */
export function lintPolicy(
    path: string,
    service: Service,
    text: string,
    place: PolicyPlace,
): { problems: Problem[]; warnings: Problem[] } {
    const findings = lintEndpointPolicy(text, contextOf(service, place));
    const problemsOf = (wanted: Severity) =>
        findings.filter(({ severity }) => severity === wanted).map(({ path: at, message, hint }) => ({
            path,
            message: at ? `${at}: ${message}` : message,
            hint,
        }));
    return { problems: problemsOf(Severity.error), warnings: problemsOf(Severity.warning) };
}

/** The policy of an endpoint, for wishes that nothing is wrong with. */
export function planPolicy(request: PolicyRequest, values: PlaceholderValues): PlannedPolicy {
    const { service, wishes, templates } = request;
    if (wishes.policy !== undefined && wishes.policy !== fullAccess) {
        return { ...noPolicy, ...custom(wishes.policy, values) };
    }
    const { policySupport } = factsOf(service);
    if (policySupport === false) return noPolicy;
    const fill = (document: PolicyDocument) => canonicalJson(fillPlaceholders(document, values));
    // AWS accepts the full-access policy everywhere, so that is what is sent where nobody says whether it takes another.
    const unknown = policySupport === null && !request.asksAws;
    if (wishes.policy === fullAccess || unknown) {
        return { ...noPolicy, from: fullAccess, document: fill(templates[fullAccess]!) };
    }
    const from = templateOf(service, templates);
    const { statements, ...about } = statementsOf(request, templates[from]!, values.region);
    return {
        from,
        document: statements && fill({ ...templates[from]!, Statement: statements }),
        onlyIfSupported: policySupport === null,
        ...about,
    };
}

function custom(policy: unknown, values: PlaceholderValues): Pick<PlannedPolicy, "from" | "document"> {
    const document = typeof policy === "string" ? parsePolicy("", policy).document : undefined;
    return { from: "custom", document: document ? canonicalJson(fillPlaceholders(document, values)) : null };
}

function templateOf(service: Service, templates: PolicyTemplates): string {
    const name = behindFips(service);
    return Object.hasOwn(templates, name) ? name : "default";
}

type About = Pick<PlannedPolicy, "narrowed" | "ownedResources" | "exceptions" | "droppedConditions">;

/** Every statement, within the perimeter; `null` where some are known only in a deployment. */
function statementsOf(
    { service, wishes, perimeter = {}, madeServices, workloads = [] }: PolicyRequest,
    template: PolicyDocument,
    region: string,
): About & { statements: unknown[] | null } {
    const { additionalPolicy, access = [], fromPolicies = [] } = wishes;
    const texts = fromPolicies.filter((text) => typeof text === "string");
    const derived = texts.length > 0 ? deriveAccess(service, texts) : { access: [], dropped: [] };
    const narrowed = wishes.access !== undefined || wishes.fromPolicies !== undefined;
    const exceptions = (perimeter.exceptions ?? []).filter((exception) =>
        behindFips(exception.service) === behindFips(service)
    );
    const owned = neededThrough(service, madeServices, workloads, perimeter.awsOwnedResources ?? []);
    const more = typeof additionalPolicy === "string" ? parsePolicy("", additionalPolicy).document : undefined;
    const known = texts.length === fromPolicies.length && (additionalPolicy === undefined || more !== undefined);
    const own = [
        ...(narrowed ? [] : [...template.Statement as unknown[], ...unusualStatements(service)]),
        ...accessStatements(service, access, "Access"),
        ...accessStatements(service, derived.access, "FromPolicies"),
        // IAM documents do not name what nobody signs, such as federated sign-in.
        ...(wishes.fromPolicies ? unsigned(service) : []),
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
        Condition: { StringEquals: { "aws:PrincipalAccount": "<accountId>" } },
    }));
}
