import { describeInvalidJson } from "../invalidJson";
import { isMap } from "../isMap";
import type { Problem } from "../problem";

/** The placeholder for the stack's own account, until it is known during a deployment. */
export const ownAccount = "<accountId>";

/** A policy document as parsed JSON. */
export interface PolicyDocument {
    Statement: unknown;
    [element: string]: unknown;
}

/** The values of the placeholders of an endpoint policy, e.g. `<accountId>`. */
export type PlaceholderValues = {
    /** The account the stack is deployed to, e.g. `123456789012`; the placeholder is kept if it is unknown. */
    accountId?: string;
    /** The partition of the Region, e.g. `aws`. */
    partition: string;
    /** The Region, e.g. `us-east-1`. */
    region: string;
};

const knownPlaceholders = ["accountId", "partition", "region"];
const placeholder = /<([A-Za-z][\w-]*)>/g;

/** A policy parsed from a JSON string, or the problems in it. */
export function parsePolicy(path: string, text: string): { document?: PolicyDocument; problems: Problem[] } {
    let document: unknown;
    try {
        document = JSON.parse(text);
    } catch {
        const hint = "write a JSON policy document, or the word full-access";
        const message = `the policy is not JSON: ${describeInvalidJson(text)}`;
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
    // A statement cannot be a list, which might be nested too deep to walk.
    return statements.length > 0 && statements.every(isMap);
}

function unknownPlaceholders(path: string, document: PolicyDocument): Problem[] {
    // Serialized again, because JSON can write a character in two ways.
    const found = JSON.stringify(document).matchAll(placeholder);
    const names = [...new Set([...found].map((match) => match[1]!))];
    return names.filter((name) => !knownPlaceholders.includes(name)).map((name) => ({
        code: "pol.unknown-placeholder",
        path,
        message: `unknown placeholder <${name}>`,
        hint: `use one of ${knownPlaceholders.map((known) => `<${known}>`).join(", ")}`,
    }));
}

/** The length of a document as sent, with the longest values for its placeholders. */
export function sentLength(document: PolicyDocument): number {
    return canonicalJson(fillPlaceholders(document, longestValues)).length;
}

const longestValues: Required<PlaceholderValues> = {
    accountId: "123456789012",
    partition: "aws-us-gov",
    region: "ap-northeast-1",
};

/** The document with its placeholders replaced. It replaces within parsed JSON strings, so no value can break the syntax. */
export function fillPlaceholders<T>(value: T, values: { [name: string]: string | undefined }): T {
    if (typeof value === "string") {
        if (!value.includes("<")) return value;
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

/** The canonical JSON of equivalent policies: elements in IAM's order, sets sorted, minified. */
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
        // Lists other than statements are sets: order and duplicates do not matter, and a single value is not in a
        // list.
        const set = [...new Set(value)].sort();
        return set.length === 1 ? set[0] : set;
    }
    if (typeof value !== "object" || value === null) return value;
    const rank = (key: string) => (elements.includes(key) ? elements.indexOf(key) : elements.length);
    const keys = Object.keys(value).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
    return Object.fromEntries(keys.map((key) => [key, canonical((value as { [key: string]: unknown })[key])]));
}
