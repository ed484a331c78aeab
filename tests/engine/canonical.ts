import type { AccountState, Made } from "../../emulator/aws/emulatedAws";

/**
 * An account, or a stack's state, as text with a name in place of each id, so that two histories with the same end are
 * the same. Two resources of one type and name are told apart by nothing else than being two.
 */
export function canonical(value: unknown, { made }: AccountState): string {
    const text = made.reduce((whole, one) => withoutIds(whole, one), JSON.stringify(sorted(value), undefined, 1));
    // When something was made, and the id the engine gives a provider, are of one run only.
    return text.replace(/"(created|modified)": "[^"]*"/g, "").replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "");
}

/** An account's resources in canonical form, each in the place of its type and name. */
export function canonicalAccount(account: AccountState): string {
    const named = account.made.map(({ type, name, attributes }) => ({ type, name, attributes }));
    return canonical(named.sort(by((one) => `${one.type} ${one.name}`)), account);
}

/** A stack's state in canonical form. */
export function canonicalState(deployment: Deployment, account: AccountState): string {
    return canonical([...deployment.resources].sort(by(({ urn }) => urn)), account);
}

/** What the engine knows of a stack. */
export interface Deployment {
    resources: KnownResource[];
    pending_operations?: { type: string; resource: KnownResource }[];
}

/** A resource as the engine knows it. */
export interface KnownResource {
    urn: string;
    type: string;
    id?: string;
    parent?: string;
    protect?: boolean;
}

// AWS forms other ids of a resource's own, all with its digits, and names of an endpoint with the last eight of them.
function withoutIds(text: string, { id, type, name, attributes }: Made): string {
    const label = `<${type} ${name}>`;
    const digits = id.split("-").at(-1)!;
    const known = text.replaceAll(String(attributes.name ?? id), label);
    return /^[0-9a-f]{17}$/.test(digits) ? known.replaceAll(digits, label).replaceAll(digits.slice(-8), label) : known;
}

function by<T>(key: (item: T) => string) {
    return (one: T, other: T) => (key(one) < key(other) ? -1 : 1);
}

function sorted(value: unknown): unknown {
    // Lists of texts are sets: of ids, or of URNs in the order in which they came to be known.
    if (Array.isArray(value)) {
        return value.every((item) => typeof item === "string")
            ? [...value].sort()
            : value.map(sorted);
    }
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
    return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
}
