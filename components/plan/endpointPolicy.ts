import type { OwnedResource } from "./facts/ownedResources";
import type { Service } from "./facts/services";
import { contextOf, type EndpointContext, lintEndpointPolicy, Severity } from "./iam/lint";
import { neededThrough, statementsFor } from "./ownedResources";
import { canonicalJson, fillPlaceholders, parsePolicy, type PlaceholderValues, type PolicyDocument } from "./policy";
import type { Problem } from "./problem";
import { factsOf } from "./services";

/** The word a caller writes for the policy that lets everything through. */
export const fullAccess = "full-access";

/** The policies that ship with the component, by file name without `.json`. */
export interface PolicyTemplates {
    [name: string]: PolicyDocument;
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
    /** The resources of AWS's own that it lets through, by their ids, e.g. `ecr`. */
    ownedResources: OwnedResource[];
}

/** What the policy of one endpoint depends on. */
export interface PolicyRequest {
    service: Service;
    /** The caller's own: JSON text or `full-access`; a value that is not text is known only in a deployment. */
    wish: unknown;
    /** Every service that is made, which decides what AWS itself must reach. */
    madeServices: Service[];
    /** The workloads asked for, which decide the same. */
    workloads?: string[];
    /** Whether AWS is asked in the deployment what it supports. */
    asksAws: boolean;
    templates: PolicyTemplates;
}

/** Services whose clients are asked for so much of AWS's own that a policy on the owner would refuse them. */
const principalsOnly: Service[] = ["cloudformation", "ec2", "iam", "lambda"];

/** A wish for a policy, and the endpoint that it is for, as far as it is known. */
export interface PolicyWish
    extends Pick<PolicyRequest, "service" | "wish">, Pick<EndpointContext, "kind" | "partition">
{}

/** What is wrong with the policy a caller wishes for a service: AWS would refuse it, or it could let nothing through. */
export function checkPolicyWish({ service, wish, kind, partition }: PolicyWish): Problem[] {
    const path = `endpoints.${service}.policy`;
    if (wish === undefined) return [];
    if (factsOf(service).policySupport === false && wish !== fullAccess) {
        const message = `AWS takes no policy on the endpoint of ${service}`;
        return [{ path, message, hint: "leave it out" }];
    }
    if (typeof wish !== "string" || wish === fullAccess) return [];
    const { problems } = parsePolicy(path, wish);
    return problems.length > 0 ? problems : lintErrors(path, wish, contextOf(service, { kind, partition }));
}

function lintErrors(path: string, text: string, context: EndpointContext): Problem[] {
    return lintEndpointPolicy(text, context)
        .filter(({ severity }) => severity === Severity.error)
        .map(({ path: place, message, hint }) => ({ path, message: place ? `${place}: ${message}` : message, hint }));
}

/** The policy of an endpoint, for a wish that `checkPolicyWish` found nothing wrong with. */
export function planPolicy(request: PolicyRequest, values: PlaceholderValues): PlannedPolicy {
    const { service, wish, templates } = request;
    const plain = { onlyIfSupported: false, ownedResources: [] };
    if (wish !== undefined && wish !== fullAccess) return { ...custom(wish, values), ...plain };
    const { policySupport } = factsOf(service);
    if (policySupport === false) return { from: "none", document: null, ...plain };
    const fill = (document: PolicyDocument) => canonicalJson(fillPlaceholders(document, values));
    // AWS accepts the full-access policy everywhere, so that is what is sent where nobody says whether it takes another.
    const unknown = policySupport === null && !request.asksAws;
    if (wish === fullAccess || unknown) return { from: fullAccess, document: fill(templates[fullAccess]!), ...plain };
    const from = templateOf(request);
    const owned = neededThrough(service, request.madeServices, request.workloads ?? []);
    const document = templates[from]!;
    const Statement = [...document.Statement as unknown[], ...statementsFor(owned, values.region)];
    return {
        from,
        document: fill({ ...document, Statement }),
        onlyIfSupported: policySupport === null,
        ownedResources: owned,
    };
}

function custom(wish: unknown, values: PlaceholderValues): Pick<PlannedPolicy, "from" | "document"> {
    const document = typeof wish === "string" ? parsePolicy("", wish).document : undefined;
    return { from: "custom", document: document ? canonicalJson(fillPlaceholders(document, values)) : null };
}

function templateOf({ service, templates }: PolicyRequest): string {
    const asItself = service.replace(/-fips(?=\.|$)/, "");
    if (principalsOnly.includes(asItself)) return "principals-only";
    return Object.hasOwn(templates, asItself) ? asItself : "default";
}
