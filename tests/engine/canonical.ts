import type { AccountState, Made } from "../../emulator/aws/emulatedAws";

/**
 * An account or a stack's state as a string with a name instead of each ID, so that two histories with the same result are
 * equal. Resources with the same type and name are not distinguished from each other.
 */
export function canonical(value: unknown, { made }: AccountState): string {
    // Some IDs contain others, e.g. an acceptance's the IDs of the service and the endpoint.
    const longestFirst = [...made].sort((one, other) => keyOf(other).length - keyOf(one).length);
    const text = longestFirst.reduce(withoutIds, JSON.stringify(sorted(value), undefined, 1));
    // Timestamps and the IDs that the engine gives to providers differ between runs.
    return text.replace(/"(created|modified)": "[^"]*"/g, "").replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "");
}

/** An account's resources in canonical form, sorted by type and name. */
export function canonicalAccount(account: AccountState): string {
    const named = account.made.map(({ type, name, attributes }) => ({ type, name, attributes }));
    return canonical(named.sort(by((one) => `${one.type} ${one.name}`)), account);
}

/** A stack's state in canonical form. */
export function canonicalState(deployment: Deployment, account: AccountState): string {
    const text = canonical([...deployment.resources ?? []].sort(by(({ urn }) => urn)), account);
    // AWS changes the status of connections and verifications afterwards, which only a refresh reads.
    return text.replace(/"state": "(pendingAcceptance|available|pendingVerification|verified)"/g, "");
}

/** The engine's state of a stack. */
export interface Deployment {
    /** @default - there are none */
    resources?: KnownResource[];
    pending_operations?: { type: string; resource: KnownResource }[];
}

/** A resource in the engine's state. */
export interface KnownResource {
    urn: string;
    type: string;
    id?: string;
    parent?: string;
    protect?: boolean;
}

// AWS derives other IDs from a resource's ID, all with the same digits. An endpoint's DNS names contain the last eight of them.
function withoutIds(text: string, made: Made): string {
    const label = `<${made.type} ${made.name}>`;
    const known = text.replaceAll(keyOf(made), label);
    const [, digits] = /^[a-z-]+-([0-9a-f]{17})$/.exec(made.id) ?? [];
    return digits ? known.replaceAll(digits, label).replaceAll(digits.slice(-8), label) : known;
}

function keyOf({ id, attributes }: Made): string {
    return String(attributes.name ?? id);
}

function by<T>(key: (item: T) => string) {
    return (one: T, other: T) => (key(one) < key(other) ? -1 : 1);
}

function sorted(value: unknown): unknown {
    // Lists of strings are sets: of IDs, or of URNs in the order in which they became known.
    if (Array.isArray(value)) {
        return value.every((item) => typeof item === "string")
            ? [...value].sort()
            : value.map(sorted);
    }
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
    return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
}
