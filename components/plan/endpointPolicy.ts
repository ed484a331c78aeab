import type { Service } from "./facts/services";
import { statementsOnlyWith } from "./facts/statements";
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
}

/** What the policy of one endpoint depends on. */
export interface PolicyRequest {
    service: Service;
    /** The caller's own: JSON text or `full-access`; a value that is not text is known only in a deployment. */
    wish: unknown;
    /** Every service that is made, which decides what AWS itself must reach. */
    madeServices: Service[];
    templates: PolicyTemplates;
}

/** What is wrong with the policy a caller wishes for a service. */
export function checkPolicyWish({ service, wish }: Pick<PolicyRequest, "service" | "wish">): Problem[] {
    const path = `endpoints.${service}.policy`;
    if (wish === undefined) return [];
    if (factsOf(service).policySupport === false && wish !== fullAccess) {
        const message = `AWS takes no policy on the endpoint of ${service}`;
        return [{ path, message, hint: "leave it out" }];
    }
    return typeof wish === "string" && wish !== fullAccess ? parsePolicy(path, wish).problems : [];
}

/** The policy of an endpoint, for a wish that `checkPolicyWish` found nothing wrong with. */
export function planPolicy(request: PolicyRequest, values: PlaceholderValues): PlannedPolicy {
    const { wish, templates } = request;
    if (wish !== undefined && wish !== fullAccess) return custom(wish, values);
    const from = wish === fullAccess ? fullAccess : templateOf(request);
    if (from === "none") return { from, document: null };
    const document = withStatementsNeeded(from, templates[from]!, request.madeServices);
    return { from, document: canonicalJson(fillPlaceholders(document, values)) };
}

function custom(wish: unknown, values: PlaceholderValues): PlannedPolicy {
    const document = typeof wish === "string" ? parsePolicy("", wish).document : undefined;
    return { from: "custom", document: document ? canonicalJson(fillPlaceholders(document, values)) : null };
}

/** AWS accepts the full-access policy everywhere, so that is what an endpoint gets whose support is not known. */
function templateOf({ service, templates }: PolicyRequest): string {
    const { policySupport, policyTemplate } = factsOf(service);
    if (policySupport === false) return "none";
    if (policySupport === null) return fullAccess;
    return policyTemplate ?? (Object.hasOwn(templates, service) ? service : "default");
}

function withStatementsNeeded(template: string, document: PolicyDocument, made: Service[]): PolicyDocument {
    const onlyWith = statementsOnlyWith[template] ?? {};
    const needed = ({ Sid }: { Sid?: string }) => {
        const services = Sid === undefined ? undefined : onlyWith[Sid];
        return services === undefined || services.some((service) => made.includes(service));
    };
    return { ...document, Statement: (document.Statement as { Sid?: string }[]).filter(needed) };
}
