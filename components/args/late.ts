/** Whether a value is known only in a deployment: an output, as Pulumi itself recognizes it, or a promise. */
export function isLate(value: unknown): boolean {
    return value instanceof Promise || isOutput(value);
}

function isOutput(value: unknown): value is { promise(): Promise<unknown>; isSecret: Promise<boolean> } {
    return typeof value === "object" && value !== null
        && (value as { __pulumiOutput?: boolean }).__pulumiOutput === true;
}

/** What a late value is called. */
export function lateName(value: unknown): string {
    return isOutput(value) ? "an Output" : "a Promise";
}

/** Ignores what becomes of a late value that is refused: a rejection of it would end the program with a second message. */
export function ignoreOutcome(value: unknown): void {
    const outcomes = isOutput(value) ? [value.promise(), value.isSecret] : [value];
    for (const outcome of outcomes) void Promise.resolve(outcome).catch(() => undefined);
}
