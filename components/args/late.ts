import { encrypted } from "./encrypted";

/**
 * Whether a value is known only during a deployment: an output, by Pulumi's own check, a promise, or an encrypted value
 * of a stack's config that is read without the stack's key.
 */
export function isLate(value: unknown): boolean {
    return value instanceof Promise || isOutput(value) || value === encrypted;
}

function isOutput(value: unknown): value is { promise(): Promise<unknown>; isSecret: Promise<boolean> } {
    return typeof value === "object" && value !== null
        && (value as { __pulumiOutput?: boolean }).__pulumiOutput === true;
}

/** How a late value is named in messages. */
export function lateName(value: unknown): string {
    if (value === encrypted) return "encrypted";
    return isOutput(value) ? "an Output" : "a Promise";
}

/** Ignores the result of a rejected late value: if its promise rejects too, the program would end with a second message. */
export function ignoreOutcome(value: unknown): void {
    const outcomes = isOutput(value) ? [value.promise(), value.isSecret] : [value];
    for (const outcome of outcomes) void Promise.resolve(outcome).catch(() => undefined);
}
