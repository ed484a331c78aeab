import * as yaml from "js-yaml";

/** A value that the Pulumi CLI reads as another one than a reader of YAML 1.2. */
export class ReadOtherwise {
    constructor(readonly source: string) {}
}

/**
 * Unquoted values that the CLI, with Go's yaml.v3, reads by the rules of YAML 1.1: octal (`0777`) and binary numbers, numbers
 * with underscores, and dates; integers that JavaScript rounds; and numbers that JSON does not have.
 *
 * Source: https://github.com/go-yaml/yaml/blob/v3/resolve.go, and tests/engine/stackFile.test.ts, which asks the CLI
 */
const otherwise = [
    /^[-+]?0[0-7_]*[1-7][0-7_]*$/,
    /^[-+]?0b[01_]+$/,
    /^\d{4}-\d{1,2}-\d{1,2}($|[Tt ]\s*\d)/,
    /^[-+]?\.inf$|^\.nan$/i,
];

const number = /^[-+]?(0x[\da-f]+|0o[0-7]+|0b[01]+|(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?)$/i;
const hasUnderscores = (source: string) => /^[-+.\d].*_/.test(source) && number.test(source.replaceAll("_", ""));

const isRounded = (source: string) =>
    /^[-+]?(\d+|0x[\da-f]+|0o[0-7]+)$/i.test(source) && !Number.isSafeInteger(Number(source));

const readOtherwise = yaml.defineScalarTag("!read-otherwise", {
    implicit: true,
    resolve: (source) =>
        otherwise.some((form) => form.test(source)) || hasUnderscores(source) || isRounded(source)
            ? new ReadOtherwise(source)
            : yaml.NOT_RESOLVED,
    identify: () => false,
});

/** Maps without keys that the Pulumi CLI reads otherwise: `<nil>` for `null`, and those of the table above. */
const tags = yaml.CORE_SCHEMA.tags.map((tag) => {
    if (tag.nodeKind !== "mapping" || tag.tagName !== "tag:yaml.org,2002:map") return tag;
    const addPair: typeof tag.addPair = (carrier, key, value) =>
        key === null || key instanceof ReadOtherwise
            ? "without quotes, the key is another one to the Pulumi CLI"
            : tag.addPair(carrier, key, value);
    return { ...tag, addPair };
});

/** YAML 1.2, in which values that the Pulumi CLI reads otherwise are marked. */
export const schema = new yaml.Schema([readOtherwise, ...tags]);

/** The first marked value, and the keys that lead to it. */
export function readOtherwiseIn(value: unknown, path: string[] = []): { source: string; path: string[] } | undefined {
    if (value instanceof ReadOtherwise) return { source: value.source, path };
    if (typeof value !== "object" || value === null) return undefined;
    for (const [key, item] of Object.entries(value)) {
        const found = readOtherwiseIn(item, [...path, key]);
        if (found) return found;
    }
    return undefined;
}
