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

/** The policies that ship with the package, by file name without `.json`. */
export interface PolicyTemplates {
    [name: string]: PolicyDocument;
}

/** The policy of an endpoint. */
export interface PlannedPolicy extends PolicyNotes {
    /** The template's file name, `custom` for the caller's own, or `none` if AWS supports no policy. */
    from: string;
    /**
     * The document as sent, minified, with the `<accountId>` placeholder; `null` if there is none or if the caller's
     * own is known only during a deployment.
     */
    document: string | null;
    /** Whether it is sent only if AWS reports policy support during the deployment, which is unknown before. */
    onlyIfSupported: boolean;
}

/** The planned policy if AWS supports none. */
export const noPolicy: PlannedPolicy = {
    from: "none",
    document: null,
    onlyIfSupported: false,
    narrowed: false,
    ownedResources: [],
    exceptions: [],
    droppedConditions: [],
};

/** The inputs for planning the policy of one endpoint. */
export interface PolicyRequest extends StatementsRequest {
    /** Whether AWS is asked during the deployment what it supports. */
    asksAws: boolean;
    templates: PolicyTemplates;
}

/** The policy of an endpoint, for options without problems. */
export function planPolicy(request: PolicyRequest, values: PlaceholderValues): PlannedPolicy {
    const { service, overrides, templates } = request;
    if (overrides.policy !== undefined && overrides.policy !== fullAccess) {
        return { ...noPolicy, ...custom(overrides.policy, values) };
    }
    const { policySupport } = factsOf(service);
    if (policySupport === false) return noPolicy;
    const fill = (document: PolicyDocument) => canonicalJson(fillPlaceholders(document, values));
    // AWS accepts the full-access policy everywhere, so it is sent if it is unknown whether AWS supports others.
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

/** A planned document as sent, once the account is known. */
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
