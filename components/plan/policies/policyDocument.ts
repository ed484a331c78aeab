import { isMap } from "../isMap";
import type { Problem } from "../problem";

/** Stands for the stack's own account until a deployment tells it. */
export const ownAccount = "<accountId>";

/** A policy document as parsed JSON. */
export interface PolicyDocument {
    Statement: unknown;
    [element: string]: unknown;
}

/** What fills the placeholders of an endpoint policy, e.g. `<accountId>`. */
export type PlaceholderValues = {
    /** The account the stack is deployed to, e.g. `123456789012`; left standing where it is not known yet. */
    accountId?: string;
    /** The partition of the Region, e.g. `aws`. */
    partition: string;
    /** The Region, e.g. `us-east-1`. */
    region: string;
};

const knownPlaceholders = ["accountId", "partition", "region"];
const placeholder = /<([A-Za-z][\w-]*)>/g;

/** A policy from its JSON text, or what is wrong with it. */
export function parsePolicy(path: string, text: string): { document?: PolicyDocument; problems: Problem[] } {
    let document: unknown;
    try {
        document = JSON.parse(text);
    } catch (error) {
        const hint = "give a JSON policy document, or the word full-access";
        const message = `the policy is not JSON: ${(error as Error).message}`;
        return { problems: [{ code: "pol.not-json", path, message, hint }] };
    }
    if (!isPolicy(document)) {
        const hint = `a policy is {"Version": "2012-10-17", "Statement": [{ … }]}`;
        return { problems: [{ code: "pol.grammar", path, message: "the policy has no Statement", hint }] };
    }
    const problems = unknownPlaceholders(path, document);
    return problems.length > 0 ? { problems } : { document, problems };
}

function isPolicy(value: unknown): value is PolicyDocument {
    if (!isMap(value)) return false;
    const statements = [value.Statement].flat();
    // A statement of lists is none, and might be nested deeper than can be walked.
    return statements.length > 0 && statements.every(isMap);
}

function unknownPlaceholders(path: string, document: PolicyDocument): Problem[] {
    // Written anew, because JSON can spell a character in two ways.
    const found = JSON.stringify(document).matchAll(placeholder);
    const names = [...new Set([...found].map((match) => match[1]!))];
    return names.filter((name) => !knownPlaceholders.includes(name)).map((name) => ({
        code: "pol.unknown-placeholder",
        path,
        message: `the policy has a placeholder <${name}> that nothing fills`,
        hint: `the placeholders are ${knownPlaceholders.map((known) => `<${known}>`).join(", ")}`,
    }));
}

/** The characters of a document as it is sent, with the longest values in its placeholders. */
export function sentLength(document: PolicyDocument): number {
    return canonicalJson(fillPlaceholders(document, longestValues)).length;
}

const longestValues: Required<PlaceholderValues> = {
    accountId: "123456789012",
    partition: "aws-us-gov",
    region: "ap-northeast-1",
};

/** The document with its placeholders filled. It fills strings of the parsed JSON, so no value can break the syntax. */
export function fillPlaceholders<T>(value: T, values: { [name: string]: string | undefined }): T {
    if (typeof value === "string") {
        return value.replace(
            placeholder,
            (whole, name: string) => (Object.hasOwn(values, name) ? values[name] : undefined) ?? whole,
        ) as T;
    }
    if (Array.isArray(value)) return value.map((item) => fillPlaceholders<unknown>(item, values)) as T;
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
        Object.entries(value).map((
            [key, item],
        ) => [fillPlaceholders(key, values), fillPlaceholders<unknown>(item, values)]),
    ) as T;
}

/** The one JSON text of equal policies: elements in IAM's order, sets sorted, nothing but what is needed. */
export function canonicalJson(document: PolicyDocument): string {
    return JSON.stringify(canonical({ ...document, Statement: [document.Statement].flat() }));
}

// The order of https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
const elements = [
    ...["Version", "Id", "Statement", "Sid", "Effect", "Principal", "NotPrincipal"],
    ...["Action", "NotAction", "Resource", "NotResource", "Condition"],
];

function canonical(value: unknown): unknown {
    if (Array.isArray(value)) {
        if (value.some((item) => typeof item === "object")) return value.map(canonical);
        // What is not a statement is a set: order and repetition mean nothing, and one value stands by itself.
        const set = [...new Set(value)].sort();
        return set.length === 1 ? set[0] : set;
    }
    if (typeof value !== "object" || value === null) return value;
    const rank = (key: string) => (elements.includes(key) ? elements.indexOf(key) : elements.length);
    const keys = Object.keys(value).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
    return Object.fromEntries(keys.map((key) => [key, canonical((value as { [key: string]: unknown })[key])]));
}
