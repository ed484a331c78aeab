import { describeInvalidJson } from "../invalidJson";
import type { Problem, ProblemCode } from "../problem";
import { factsOf } from "../services/serviceNames";
import type { AccessRequest } from "./access";

/** What IAM documents allow through one endpoint, and what an endpoint policy cannot express of it. */
export interface Derived {
    access: AccessRequest[];
    /** The paths of dropped conditions, e.g. `fromPolicies[0].Statement[2]`. */
    dropped: string[];
    problems: Problem[];
}

interface Statement {
    Effect?: unknown;
    Action?: unknown;
    Resource?: unknown;
    [element: string]: unknown;
}

/**
 * What the workloads' own IAM documents allow through a service's endpoint: Action and Resource of each Allow
 * statement. Conditions and Deny statements are dropped, because an endpoint policy grants nothing: IAM still enforces
 * both.
 */
export function deriveAccess(service: string, texts: string[]): Derived {
    if (last?.service !== service || !sameTexts(last.texts, texts)) {
        last = { service, texts: [...texts], derived: derivedOf(service, texts) };
    }
    return last.derived;
}

/** The last result, because documents are checked and then planned with. */
let last: { service: string; texts: string[]; derived: Derived } | undefined;

function sameTexts(one: string[], other: string[]): boolean {
    return one.length === other.length && one.every((text, index) => text === other[index]);
}

function derivedOf(service: string, texts: string[]): Derived {
    const derived: Derived = { access: [], dropped: [], problems: [] };
    const { iamPrefixes } = factsOf(service);
    const path = `endpoints.${service}.fromPolicies`;
    if (!iamPrefixes || iamPrefixes.length === 0) {
        const message = `the IAM actions of ${service} are not known`;
        const hint = "remove it, and list what is needed in access";
        derived.problems.push({ code: "from-policies.unknown-prefix", path, message, hint });
        return derived;
    }
    texts.forEach((text, index) => fromText(text, `fromPolicies[${index}]`, service, iamPrefixes, derived));
    if (derived.problems.length === 0 && derived.access.length === 0) {
        const message = `the documents allow no action of ${service}`;
        derived.problems.push({
            code: "from-policies.allows-nothing",
            path,
            message,
            hint: `allow actions that begin with ${iamPrefixes[0]}: in one of them, or remove the service`,
        });
    }
    derived.access = merged(derived.access);
    return derived;
}

function fromText(text: string, place: string, service: string, prefixes: string[], derived: Derived): void {
    const path = `endpoints.${service}.${place}`;
    const wrong = (code: ProblemCode, at: string, message: string, hint: string) =>
        void derived.problems.push({ code, path: at, message, hint });
    let document: { Statement?: unknown };
    try {
        document = JSON.parse(text) as { Statement?: unknown };
    } catch {
        const message = `the document is not JSON: ${describeInvalidJson(text)}`;
        return wrong("pol.not-json", path, message, "write an IAM policy document");
    }
    const statements = [Object(document).Statement ?? []].flat() as unknown[];
    if (statements.length === 0) {
        return wrong("pol.grammar", path, "is not an IAM policy document: it has no Statement", "add a Statement");
    }
    statements.forEach((statement, index) => {
        const at = `${path}.Statement[${index}]`;
        if (typeof statement !== "object" || statement === null || Array.isArray(statement)) {
            const hint = `a statement is {"Effect": …, "Action": …, "Resource": …}`;
            return wrong("pol.grammar", at, "is not a statement", hint);
        }
        fromStatement(statement as Statement, `${place}.Statement[${index}]`, at, prefixes, derived);
    });
}

function fromStatement(statement: Statement, place: string, at: string, prefixes: string[], derived: Derived): void {
    if (statement.Effect === "Deny") return;
    const wrong = (element: string, message: string, hint: string, code: ProblemCode = "pol.grammar") =>
        void derived.problems.push({ code, path: `${at}.${element}`, message, hint });
    if (statement.Effect !== "Allow") return wrong("Effect", "is neither Allow nor Deny", "write Allow or Deny");
    for (const element of ["NotAction", "NotResource"]) {
        if (statement[element] === undefined) continue;
        const hint = `write ${
            element.slice(3)
        }: allowing everything except a list would open the endpoint to nearly everything`;
        return wrong(element, "cannot be converted to an endpoint policy", hint, "from-policies.not-derivable");
    }
    const [actions, resources] = [textsOf(statement.Action), textsOf(statement.Resource)];
    if (!actions) return wrong("Action", "has no actions", "list at least one, as strings");
    if (!resources) return wrong("Resource", "has no resources", "list at least one, as strings");
    const through = actions.flatMap((action) => throughEndpoint(action, prefixes));
    if (through.length === 0) return;
    if (statement.Condition !== undefined) derived.dropped.push(place);
    derived.access.push({ actions: through, resources });
}

function textsOf(value: unknown): string[] | undefined {
    const values = [value].flat();
    return values.length > 0 && values.every((one) => typeof one === "string") ? values : undefined;
}

function throughEndpoint(action: string, prefixes: string[]): string[] {
    if (/^\*+$/.test(action)) return prefixes.map((prefix) => `${prefix}:*`);
    return prefixes.includes(action.split(":")[0]!.toLowerCase()) ? [action] : [];
}

/** Merges into fewer statements: first actions on the same resources, then resources of the same actions. */
function merged(access: AccessRequest[]): AccessRequest[] {
    const byResources = group(access, ({ resources }) => resources)
        .map((same) => ({ actions: union(same.map(({ actions }) => actions)), resources: same[0]!.resources }));
    // Sorted, so that the order of the documents does not change the policy.
    return group(byResources, ({ actions }) => actions)
        .map((same) => ({ actions: same[0]!.actions, resources: union(same.map(({ resources }) => resources)) }))
        .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

function group<T>(items: T[], keyOf: (item: T) => string[]): T[][] {
    const groups = new Map<string, T[]>();
    for (const item of items) {
        const texts = keyOf(item);
        const key = JSON.stringify(isUnion(texts) ? texts : union([texts]));
        const known = groups.get(key);
        if (known) known.push(item);
        else groups.set(key, [item]);
    }
    return [...groups.values()];
}

function union(lists: string[][]): string[] {
    return [...new Set(lists.flat())].sort();
}

function isUnion(texts: string[]): boolean {
    return texts.every((text, index) => index === 0 || texts[index - 1]! < text);
}
