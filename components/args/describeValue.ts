/** Whether a value is a plain object with keys, not a list, a `Map`, a date or similar. */
export function isObject(value: unknown): value is { [key: string]: unknown } {
    return Object.prototype.toString.call(value) === "[object Object]";
}

const longest = 60;

/** A value for a problem's message: as JSON if possible, truncated if long. */
export function describeValue(value: unknown): string {
    const text = Array.isArray(value) || isObject(value) || isJson(value) ? json(value) : nameOf(value);
    return text.length > longest ? `${text.slice(0, longest - 3)}…` : text;
}

function isJson(value: unknown): boolean {
    return value === null || typeof value === "string" || typeof value === "boolean" || Number.isFinite(value);
}

function json(value: unknown): string {
    try {
        return JSON.stringify(value);
    } catch {
        // Circular structures, and numbers that JSON does not support.
        return Array.isArray(value) ? "a list" : "a map";
    }
}

function nameOf(value: unknown): string {
    if (typeof value === "function" || typeof value === "symbol") return `a ${typeof value}`;
    if (typeof value !== "object") return String(value);
    const { name } = (value as object).constructor as { name?: string };
    return name === undefined ? "an object" : `a ${name}`;
}
