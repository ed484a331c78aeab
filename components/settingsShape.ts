import * as v from "valibot";

import { isMap } from "./plan/isMap";
import type { Problem } from "./plan/problem";
import { suggest } from "./plan/suggest";

/** What our keys in a stack's config begin with. */
export const namespace = "private-vpc:";

const text = v.string();
const texts = v.array(text);
const textByKey = mapOf(text);
/** What a person writes as a number or a switch is a text to AWS: `costCenter: 42`. */
const tags = mapOf(v.pipe(v.union([text, v.number(), v.boolean()]), v.transform(String)));

/** Values of one type by any key; unlike valibot's record alone it refuses a list. */
function mapOf<Value extends v.GenericSchema>(value: Value) {
    return v.pipe(v.custom<{ [key: string]: unknown }>(isMap), v.record(text, value));
}

/** An object with these keys and no others; unlike valibot's strictObject it reports every key that is too much. */
function exactly<Entries extends v.ObjectEntries>(entries: Entries) {
    return v.objectWithRest(entries, v.never());
}

const access = exactly({ principals: v.optional(texts), actions: texts, resources: texts });

const endpoint = exactly({
    kind: v.optional(text),
    reachableFrom: v.optional(texts),
    zones: v.optional(texts),
    privateDns: v.optional(v.boolean()),
    policy: v.optional(text),
    additionalPolicy: v.optional(text),
    access: v.optional(v.array(access)),
    fromPolicies: v.optional(texts),
    allowedCidrBlocks: v.optional(texts),
    securityGroupIds: v.optional(texts),
    ports: v.optional(v.array(v.number())),
    expectedGigabytes: v.optional(v.number()),
});

const connection = exactly({
    serviceName: text,
    ports: v.optional(v.array(v.number())),
    privateDns: v.optional(v.boolean()),
    zones: v.optional(texts),
    reachableFrom: v.optional(texts),
    allowedCidrBlocks: v.optional(texts),
    expectedGigabytes: v.optional(v.number()),
    securityGroupIds: v.optional(texts),
});

const flowLogs = exactly({
    destination: text,
    retentionInDays: v.optional(v.number()),
    bucketArn: v.optional(text),
});

const perimeter = exactly({
    organizationId: v.optional(text),
    organizationPaths: v.optional(texts),
    accountIds: v.optional(texts),
    awsOwnedResources: v.optional(texts),
    exceptions: v.optional(v.array(exactly({ service: text, actions: texts, resources: texts, reason: text }))),
});

const options = exactly({
    fips: v.optional(v.boolean()),
    lookUp: v.optional(v.boolean()),
    maxMonthlyUsd: v.optional(v.number()),
    protect: v.optional(v.boolean()),
});

/** The types of a stack's keys; what the values mean is for the plan to judge. */
const shape = {
    cidrBlock: text,
    availabilityZones: texts,
    workloads: texts,
    services: texts,
    endpointZones: texts,
    endpoints: mapOf(endpoint),
    endpointServices: mapOf(connection),
    subnetCidrBlocks: textByKey,
    flowLogs,
    perimeter,
    options,
    quotas: mapOf(v.number()),
    tags,
};

/** A key of a stack's config in our namespace. */
export type Key = keyof typeof shape;

/** Every key of a stack's config in our namespace. */
export const keys = Object.keys(shape) as Key[];

/** The keys that an entry below a key may have, where they are fixed. */
const keysBelow: { [key: string]: string[] } = {
    endpoints: Object.keys(endpoint.entries),
    endpointServices: Object.keys(connection.entries),
    flowLogs: Object.keys(flowLogs.entries),
    perimeter: Object.keys(perimeter.entries),
    options: Object.keys(options.entries),
};

/** What a stack says of each key that it has. */
export type Values = { [key in Key]?: v.InferOutput<typeof shape[key]> };

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
