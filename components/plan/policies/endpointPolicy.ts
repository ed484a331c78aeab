import type { Service } from "../facts/services";
import { factsOf, nonFipsOf } from "../services/serviceNames";
import { fullAccess } from "./fullAccess";
import {
    canonicalJson,
    fillPlaceholders,
    parsePolicy,
    type PlaceholderValues,
    type PolicyDocument,
} from "./policyDocument";
import { type PolicyNotes, statementsOf, type StatementsRequest } from "./statements";

/** The policies that ship with the component, by file name without `.json`. */
export interface PolicyTemplates {
    [name: string]: PolicyDocument;
}

/** The policy of an endpoint. */
export interface PlannedPolicy extends PolicyNotes {
    /** The template's file name, `custom` for the caller's own, or `none` where AWS takes no policy. */
    from: string;
    /**
     * The document as sent, minified, `<accountId>` still standing; `null` where there is none or where the caller's own
     * is known only in a deployment.
     */
    document: string | null;
    /** Whether it is sent only if AWS says in the deployment that it takes one, which is not known before. */
    onlyIfSupported: boolean;
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
export interface PolicyRequest extends StatementsRequest {
    /** Whether AWS is asked in the deployment what it supports. */
    asksAws: boolean;
    templates: PolicyTemplates;
}

/** The policy of an endpoint, for wishes that nothing is wrong with. */
export function planPolicy(request: PolicyRequest, values: PlaceholderValues): PlannedPolicy {
    const { service, overrides, templates } = request;
    if (overrides.policy !== undefined && overrides.policy !== fullAccess) {
        return { ...noPolicy, ...custom(overrides.policy, values) };
    }
    const { policySupport } = factsOf(service);
    if (policySupport === false) return noPolicy;
    const fill = (document: PolicyDocument) => canonicalJson(fillPlaceholders(document, values));
    // AWS accepts the full-access policy everywhere, so that is what is sent where nobody says whether it takes another.
    const unknown = policySupport === null && !request.asksAws;
    if (overrides.policy === fullAccess || unknown) {
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

/** A planned document as it is sent, once the account is known. */
export function withAccount(document: string, accountId: string): string {
    return canonicalJson(fillPlaceholders(JSON.parse(document) as PolicyDocument, { accountId }));
}

function custom(policy: unknown, values: PlaceholderValues): Pick<PlannedPolicy, "from" | "document"> {
    const document = typeof policy === "string" ? parsePolicy("", policy).document : undefined;
    return { from: "custom", document: document ? canonicalJson(fillPlaceholders(document, values)) : null };
}

function templateOf(service: Service, templates: PolicyTemplates): string {
    const name = nonFipsOf(service);
    return Object.hasOwn(templates, name) ? name : "default";
}
