import type { Shape } from "./contract";
import { isObject } from "./describeValue";

/** How a type is checked, named in messages and corrected. */
interface TypeFacts<Of extends Shape> {
    test(value: unknown): boolean;
    name: string;
    /** The fix for a value of another type. */
    hint(value: unknown, path: string, shape: Of): string;
}

const numbers = {
    test: (value: unknown) => typeof value === "number",
    name: "a number",
    hint: () => "write a number without quotes or unit, e.g. 30",
};

const keys = {
    test: isObject,
    name: "a map of keys and values",
    hint: () => "write keys and values, one on each line, e.g. key: value",
};

/** The types of values. */
export const types: { [type in Shape["type"]]: TypeFacts<Extract<Shape, { type: type }>> } = {
    text: { test: (value) => typeof value === "string", name: "a string", hint: stringHint },
    number: numbers,
    integer: numbers,
    boolean: {
        test: (value) => typeof value === "boolean",
        name: "true or false",
        hint: () => "write true or false without quotes",
    },
    list: { test: Array.isArray, name: "a list", hint: listHint },
    map: keys,
    object: keys,
};

/** The fix for a value of another type than its shape's. */
export function typeHint(shape: Shape, value: unknown, path: string): string {
    if (value === null) return "give it a value, or remove it";
    return (types[shape.type] as TypeFacts<Shape>).hint(value, path, shape);
}

function listHint(value: unknown, _path: string, { example }: { example: string }): string {
    const items = typeof value === "string" ? value.replaceAll(/[[\]]/g, "").split(/[,\s]+/).filter(Boolean) : [];
    return items.length > 0 ? `write it as a list: [${items.join(", ")}]` : `write it as a list, e.g. ${example}`;
}

function stringHint(value: unknown, path: string): string {
    if (isObject(value)) return entryHint(Object.entries(value), path);
    // YAML drops the zeros that an account's ID may begin with.
    if (typeof value === "number" && /accountIds\[/.test(path)) return `quote it: "${String(value).padStart(12, "0")}"`;
    if (typeof value === "number" || typeof value === "boolean") return `quote it: "${value}"`;
    return "write a string";
}

/** The fix for a map in place of a string, as YAML reads `- sqs:`, `- name: sqs` and options indented below an item. */
function entryHint([first, ...more]: [string, unknown][], path: string): string {
    if (first === undefined || more.length > 0) return "write a string";
    const [key, value] = first;
    if (typeof value === "string") return `write ${value}`;
    const options = isObject(value) && path.startsWith("services[");
    return options ? `write ${key}, and its options under endpoints: { ${key}: … }` : `write ${key}`;
}
