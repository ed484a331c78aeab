/** Whether a value is an object with keys, as JSON has them. */
export function isMap(value: unknown): value is { [key: string]: unknown } {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
