import * as fc from "fast-check";

import type { AnyRow, Shape } from "../../components/args/contract";

/** Strings that do harm where they are not treated as text. */
export const hostile = fc.oneof(
    fc.constantFrom(
        ...[
            "__proto__",
            "constructor",
            "prototype",
            "toString",
            "",
            " ",
            "\u0000",
            "\u001b[2J",
            "\u009b",
            "a\n::error::b",
        ],
        ...[
            "##[error]",
            "<script>",
            "[a](b)",
            "@a",
            "../../etc/passwd",
            "${aws:username}",
            "<accountId>",
            "*",
            "\u202e",
            "\ud800",
        ],
        ...["0x10", "1e400", "NaN", "10.0.0.0/33", "us-east-1z", "[encrypted]", "-".repeat(300)],
    ),
    fc.string({ unit: "binary", maxLength: 12 }),
);

const key = fc.oneof(hostile, fc.constantFrom("s3", "sqs", "orders"));

/** Any JSON value, and those that only programs have. */
export const untyped: fc.Arbitrary<unknown> = fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 1e308, [], {}, [null], [[]]),
    hostile,
    fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 3 }),
    fc.dictionary(key, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 }),
);

/** Words that the contract's strings have, so that more than the first check is reached. */
const known = fc.constantFrom(
    ...[
        "s3",
        "sqs",
        "dynamodb",
        "ecr.api",
        "logs",
        "ecs-fargate",
        "us-east-1a",
        "us-east-1b",
        "10.0.0.0/16",
        "10.8.0.0/16",
    ],
    ...[
        "Gateway",
        "Interface",
        "cloud-watch-logs",
        "arn:aws:s3:::a/*",
        "s3:GetObject",
        "111122223333",
        "o-exampleorgid",
    ],
    ...["com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0", "full-access"],
);

/** Values of a shape of the contract. */
export function typed(shape: Shape): fc.Arbitrary<unknown> {
    if (shape.type === "text") {
        const own = shape.oneOf ? [fc.constantFrom(...Object.values(shape.oneOf.words))] : [];
        return fc.oneof(known, ...own, hostile);
    }
    if (shape.type === "boolean") return fc.boolean();
    if (shape.type === "object") return typedObject(shape.rows);
    if (shape.type === "map") return fc.dictionary(key, typed(shape.of), { maxKeys: 3 });
    if (shape.type === "list") return fc.array(typed(shape.of), { maxLength: 4 });
    if (shape.type === "number") return fc.oneof(fc.double(), fc.constantFrom(0, 100));
    return fc.oneof(fc.integer(), fc.constantFrom(0, 30, 443), fc.double());
}

function typedObject(shapes: { [key: string]: AnyRow }): fc.Arbitrary<unknown> {
    const rows = Object.entries(shapes);
    const required = rows.filter(([, row]) => row.required !== undefined).map(([name]) => name);
    return fc.record(Object.fromEntries(rows.map(([name, { is }]) => [name, typed(is)])), { requiredKeys: required });
}

/** The paths of all parts of a JSON value. */
function pathsIn(value: unknown, path: string[] = []): string[][] {
    if (typeof value !== "object" || value === null) return [path];
    return [path, ...Object.entries(value).flatMap(([name, item]) => pathsIn(item, [...path, name]))];
}

/** JSON values in which one to three parts are replaced, removed or added. */
export function mutated(values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
    const change = fc.tuple(fc.nat(), fc.constantFrom("replace", "remove", "add"), untyped, key);
    return fc.tuple(values, fc.array(change, { minLength: 1, maxLength: 3 })).map(([value, changes]) =>
        changes.reduce((before, [at, how, part, name]) => {
            const paths = pathsIn(before);
            return changed(before, paths[at % paths.length]!, how, part, name);
        }, value)
    );
}

function changed(value: unknown, [first, ...rest]: string[], how: string, part: unknown, name: string): unknown {
    if (first === undefined) {
        if (how !== "add" || typeof value !== "object" || value === null) return part;
        return Array.isArray(value)
            ? [...value as unknown[], part]
            : Object.fromEntries([...Object.entries(value), [name, part]]);
    }
    const entries = Object.entries(value as object).flatMap(([own, item]): [string, unknown][] => {
        if (own !== first) return [[own, item]];
        return how === "remove" && rest.length === 0 ? [] : [[own, changed(item, rest, how, part, name)]];
    });
    return Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}

/** A JSON value in which a word is another one, wherever it is. */
export function renamed(value: unknown, from: string, to: string): unknown {
    return JSON.parse((JSON.stringify(value) ?? "null").replaceAll(from, () => JSON.stringify(to).slice(1, -1)));
}
