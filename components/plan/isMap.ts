/** Whether a value is a JSON object. */
export function isMap(value: unknown): value is { [key: string]: unknown } {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
