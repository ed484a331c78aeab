import * as v from "valibot";

import type { Problem } from "./plan/problem";
import { suggest } from "./plan/suggest";
import { type Key, keysBelow, shape } from "./settingsShape";

/** The CLI hands over lists and objects as JSON, and anything else as it was written. */
export function parse(key: Key, raw: string): unknown {
    if (shape[key].type === "string") return raw;
    try {
        return JSON.parse(raw);
    } catch {
        return raw;
    }
}

type Issue = v.BaseIssue<unknown>;

/** A key's value without what is of a wrong type, so that the rest can be judged too; `undefined` where nothing is left. */
export function checkTypes(key: Key, value: unknown): { value?: unknown; problems: Problem[] } {
    const { issues, output, success } = v.safeParse(shape[key], value);
    if (success) return { value: output, problems: [] };
    return { value: withoutIssues(key, value, issues), problems: issues.map((issue) => describeIssue(key, issue)) };
}

function describeIssue(key: Key, issue: Issue): Problem {
    const last = issue.path?.at(-1);
    const place = [key, ...(issue.path ?? []).map((item) => item.key)];
    const at = place.reduce((text: string, item) => text + (typeof item === "number" ? `[${item}]` : `.${item}`), "")
        .slice(1);
    if (issue.type === "never") {
        const name = String(last?.key);
        const hint = suggest(name, keysBelow[key] ?? [], "its keys");
        return { path: at, message: `"${name}" is not a key of ${place.slice(0, -1).join(".")}`, hint };
    }
    if (issue.received === "undefined") return { path: at, message: "is not set", hint: "set it, or remove the entry" };
    const expected = { custom: "Object", union: "string" }[issue.type] ?? issue.expected ?? "";
    const found = JSON.stringify(issue.input);
    const message = `is ${found.length > 60 ? `${found.slice(0, 57)}…` : found}, not ${words[expected]}`;
    return { path: at, message, hint: examples[expected] ?? "correct its type" };
}

const words: { [expected: string]: string } = {
    string: "a text",
    number: "a number",
    boolean: "true or false",
    Array: "a list",
    Object: "a map of keys and values",
};

const examples: { [expected: string]: string } = {
    string: `put it in quotes if it is meant as a text`,
    number: "write it without quotes, e.g. 30",
    boolean: "write true or false without quotes",
    Array: "write it as a list, e.g. [a, b], also for one item",
    Object: "write it as keys and values, each on a line of its own",
};

function withoutIssues(key: Key, value: unknown, issues: Issue[]): unknown {
    const copy = structuredClone(value);
    for (const { path: steps = [], expected } of issues) {
        const places = steps.map((step) => step.key as string);
        const last = places.pop();
        if (last === undefined) return undefined;
        const parent = places.reduce(
            (item: { [key: string]: unknown } | undefined, step) => item?.[step] as never,
            copy as never,
        );
        // An item of a list leaves its place empty, so that the others keep their numbers.
        if (Array.isArray(parent) && expected === "string") parent[Number(last)] = "";
        else if (parent) delete parent[last];
    }
    const { success, output } = v.safeParse(shape[key], copy);
    return success ? output : undefined;
}
