import type { Problem, ProblemCode } from "../plan/problem";
import { suggest } from "../plan/suggest";
import type { AnyRow, Known, Schema, Shape } from "./contract";
import { describeValue } from "./describeValue";
import { ignoreOutcome, isLate, lateName } from "./late";
import { typeHint, types } from "./types";
import { Unreadable } from "./unreadable";

/** Arguments that could be read, and the problems of the others. */
export interface ReadArgs<T> {
    /**
     * The valid values, so that the plan can find all other problems. An unreadable value is omitted, or replaced by an
     * empty one if it is required or if other items of its list must keep their index.
     */
    known: Known<T>;
    /** Wrong types, unknown keys, missing values, and late values where the value decides what is created. */
    problems: Problem[];
}

/** The path to report if the arguments are not an object with keys. */
export const argumentsPath = "args";

/** Reads arguments from typed or untyped callers, other languages and the stack config. */
export function readArgs<T>(schema: Schema<T>, args: unknown): ReadArgs<T> {
    const problems: Problem[] = [];
    const known = read(schema, args ?? {}, "", problems);
    return { known: (known ?? blank(schema)) as Known<T>, problems };
}

/** The value, or `undefined` if it cannot be read. */
function read(shape: Shape, value: unknown, path: string, problems: Problem[]): unknown {
    const wrong = (code: ProblemCode, message: string, hint: string) =>
        void problems.push({ code, path: path || argumentsPath, message, hint });
    if (value instanceof Unreadable) return void problems.push(...value.problems);
    if (value === undefined) return wrong("args.not-set", "is not set", "set it, or remove the entry");
    if (isLate(value)) {
        if (shape.late !== undefined) return value;
        ignoreOutcome(value);
        const hint =
            "use a plain value, e.g. from the stack's config; only values that are passed on to resources may be Outputs";
        return wrong(
            "args.output",
            `is ${lateName(value)}, but it determines what is created, so it must be known before the deployment`,
            hint,
        );
    }
    if (shape.or && types[shape.or.type].test(value)) return read(shape.or, value, path, problems);
    const { name, test } = types[shape.type];
    if (!test(value)) {
        return wrong("args.wrong-type", `is ${describeValue(value)}, not ${name}`, typeHint(shape, value, path));
    }
    if (shape.type === "list") {
        return Array.from(
            value as unknown[],
            (item, index) => read(shape.of, item, `${path}[${index}]`, problems) ?? blank(shape.of),
        );
    }
    if (shape.type === "map") {
        const entries = Object.entries(value as object).flatMap(([key, item]) => {
            const known = read(shape.of, item, within(path, key), problems) ?? blank(shape.of);
            return Number.isNaN(known) && !Number.isNaN(item) ? [] : [[key, known]];
        });
        return Object.fromEntries(entries) as object;
    }
    return shape.type === "object" ? readObject(shape.rows, value as object, path, problems) : value;
}

function readObject(rows: { [key: string]: AnyRow }, value: object, path: string, problems: Problem[]) {
    for (const [key, item] of Object.entries(value)) {
        if (!Object.hasOwn(rows, key) && item !== undefined) {
            problems.push(...unknownKey(key, item, path, Object.keys(rows)));
        }
    }
    const given = value as { [key: string]: unknown };
    const entries = Object.entries(rows).flatMap(([key, { is, required, requiredUnless }]) => {
        const item = given[key];
        const instead = requiredUnless && given[requiredUnless.key] === undefined ? requiredUnless.example : undefined;
        const example = required ?? instead;
        if (item === undefined && example === undefined) return [];
        if (item === undefined) {
            const hint = `set it, e.g. ${example}`;
            problems.push({ code: "args.not-set", path: within(path, key), message: "is not set", hint });
        }
        const known = item === undefined ? undefined : read(is, item, within(path, key), problems);
        return known === undefined && required === undefined ? [] : [[key, known ?? blank(is)]];
    });
    return Object.fromEntries(entries) as object;
}

function unknownKey(key: string, value: unknown, path: string, known: string[]): Problem[] {
    if (value instanceof Unreadable) return value.problems;
    const message = `"${key}" is not a key of ${path || argumentsPath}`;
    const hint = suggest(key, known, "its keys");
    return [{ code: "args.unknown-key", path: within(path, key) || argumentsPath, message, hint }];
}

function within(path: string, key: string): string {
    return path === "" ? key : `${path}.${key}`;
}

/**
 * A placeholder for a value that cannot be read. Problems that the plan finds in it are dropped: the value is already
 * reported.
 */
function blank(shape: Shape): unknown {
    if (shape.type === "object") {
        const required = Object.entries(shape.rows).filter(([, row]) => row.required !== undefined);
        return Object.fromEntries(required.map(([key, { is }]) => [key, blank(is)]));
    }
    return { text: "", number: NaN, integer: NaN, boolean: false, list: [], map: {} }[shape.type];
}

/** Warnings about options of the arguments that another option replaced. */
export function deprecations(rows: { [key: string]: AnyRow }, args: { [key: string]: unknown }): Problem[] {
    return Object.entries(rows).flatMap(([path, { replacedBy }]): Problem[] => {
        if (replacedBy === undefined || args[path] === undefined) return [];
        const message = `${replacedBy.key} replaces the option ${path}, which the next minor version removes`;
        return [{ code: "args.deprecated", path, message, hint: replacedBy.hint }];
    });
}

/** Drops a plan's problems about values that could not be read: those are already reported. */
export function notAbout(unread: Problem[], problems: Problem[]): Problem[] {
    const known = unread.map(({ path }) => path);
    return problems.filter(({ path }) =>
        !known.some((one) => path === one || path.startsWith(`${one}.`) || path.startsWith(`${one}[`))
    );
}
