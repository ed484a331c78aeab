import * as fs from "node:fs";
import * as path from "node:path";

import * as pulumi from "@pulumi/pulumi";
import * as v from "valibot";

import { planVpc } from "./plan";
import { fullAccess } from "./plan/endpointPolicy";
import { describeProblems, type Problem, within } from "./plan/problem";
import { suggest } from "./plan/suggest";
import { parseZone } from "./plan/zones";
import { endpointPolicies } from "./policyTemplates";
import type { PrivateVpcArgs } from "./privateVpc";
import { type Key, keys, keysBelow, shape, type Values } from "./settingsShape";

/** What a stack's config says, ready for a `PrivateVpc`. */
export interface Settings {
    args: PrivateVpcArgs;
    options: pulumi.ComponentResourceOptions;
}

const namespace = "private-vpc:";

/** Stands for a value that is encrypted in the stack's file, where the program runs without the stack's key. */
export const encrypted = "[encrypted]";
/** What only fills in a resource and decides nothing may stay encrypted. */
const mayBeEncrypted = /^(tags\.|flowLogs\.bucketArn$|endpoints\.[^ ]+\.securityGroupIds)/;

/**
 * Reads `private-vpc:*` from the stack's config.
 *
 * @throws pulumi.RunError with every mistake in it, each with its place and its cure.
 */
export function readSettings(): Settings {
    const config = pulumi.runtime.allConfig();
    const problems = unknownKeys(config);
    const values: Values = {};
    const unreadable = new Set<string>();
    for (const key of keys) {
        const read = readKey(key, config[namespace + key]);
        problems.push(...within(namespace, read.problems));
        if (read.value === undefined && read.problems.length > 0) unreadable.add(key);
        else Object.assign(values, { [key]: read.value });
    }
    const policies = readPolicyFiles(values);
    problems.push(
        ...within(namespace, policies),
        ...within(namespace, wrongMeaning(values, unreadable)),
        ...wrongRegion(config["aws:region"], values.availabilityZones ?? []),
    );
    if (problems.length > 0) {
        const where = `the config of stack ${pulumi.getStack()}`;
        throw Object.assign(new pulumi.RunError(describeProblems(problems, where)), { problems });
    }
    const { options, ...args } = values;
    return { args: args as PrivateVpcArgs, options: { protect: options?.protect } };
}

function unknownKeys(config: { [key: string]: string }): Problem[] {
    const ours = Object.keys(config).filter((key) => key.startsWith(namespace)).map((key) => key.slice(namespace.length));
    return ours.filter((key) => !keys.some((known) => known === key)).map((key) => ({
        path: namespace + key,
        message: `"${key}" is not a key of this project's config`,
        hint: suggest(key, keys, "its keys"),
    }));
}

const required: { [key: string]: string } = {
    cidrBlock: "pulumi config set private-vpc:cidrBlock 10.0.0.0/16",
    availabilityZones: "pulumi config set --path 'private-vpc:availabilityZones[0]' us-east-1a",
};

/** A key's value without what is wrong in it, so that the rest can be judged too; `undefined` where nothing is left. */
function readKey(key: Key, raw: string | undefined): { value?: unknown; problems: Problem[] } {
    if (raw === undefined || raw === "") {
        const missing = { path: key, message: "is not set", hint: `set it: ${required[key]}` };
        return { problems: required[key] ? [missing] : [] };
    }
    const value = parse(key, raw);
    const secrets = encryptedPaths(value, key).filter((place) => !mayBeEncrypted.test(place));
    if (secrets.length > 0) return { problems: secrets.map(notWithoutKey) };

    const { issues, output, success } = v.safeParse(shape[key], value);
    if (success) return { value: output, problems: [] };
    return { value: withoutIssues(key, value, issues), problems: issues.map((issue) => describeIssue(key, issue)) };
}

/** The CLI hands over lists and objects as JSON, and anything else as it was written. */
function parse(key: Key, raw: string): unknown {
    if (shape[key].type === "string") return raw;
    try {
        return JSON.parse(raw);
    } catch {
        return raw;
    }
}

function encryptedPaths(value: unknown, place: string): string[] {
    if (value === encrypted) return [place];
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).flatMap(([key, item]) => encryptedPaths(item, `${place}.${key}`));
}

function notWithoutKey(place: string): Problem {
    const message = "is encrypted, and what is made depends on it, so it cannot be planned without the stack's key";
    return { path: place, message, hint: "set it in plain text (it is no secret in AWS), or use pulumi preview" };
}

type Issue = v.BaseIssue<unknown>;

function describeIssue(key: Key, issue: Issue): Problem {
    const last = issue.path?.at(-1);
    const place = [key, ...(issue.path ?? []).map((item) => item.key)];
    const at = place.reduce((text: string, item) => text + (typeof item === "number" ? `[${item}]` : `.${item}`), "").slice(1);
    if (issue.type === "never") {
        const name = String(last?.key);
        const hint = suggest(name, keysBelow[key] ?? [], "its keys");
        return { path: at, message: `"${name}" is not a key of ${place.slice(0, -1).join(".")}`, hint };
    }
    if (issue.received === "undefined") return { path: at, message: "is not set", hint: "set it, or remove the entry" };
    const found = JSON.stringify(issue.input);
    const message = `is ${found.length > 60 ? `${found.slice(0, 57)}…` : found}, not ${words[issue.expected ?? ""]}`;
    return { path: at, message, hint: examples[issue.expected ?? ""] ?? "correct its type" };
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
    for (const { path: steps = [] } of issues) {
        // A list is dropped whole, so that the places of its items keep their numbers.
        const list = steps.findIndex((step) => step.type === "array");
        const upTo = (list < 0 ? steps : steps.slice(0, list)).map((step) => step.key as string);
        const last = upTo.pop();
        if (last === undefined) return undefined;
        const parent = upTo.reduce((item: { [key: string]: never } | undefined, step) => item?.[step], copy as never);
        if (parent) delete parent[last];
    }
    const { success, output } = v.safeParse(shape[key], copy);
    return success ? output : undefined;
}

function readPolicyFiles(values: Values): Problem[] {
    const root = pulumi.runtime.getRootDirectory() || process.cwd();
    return Object.entries(values.endpoints ?? {}).flatMap(([service, wish]) => {
        const file = wish.policy;
        if (file === undefined || file === fullAccess) return [];
        try {
            wish.policy = fs.readFileSync(path.resolve(root, file), "utf8");
            return [];
        } catch (error) {
            delete wish.policy;
            const reason = (error as NodeJS.ErrnoException).code === "ENOENT" ? "is not there" : "cannot be read";
            const hint = `give a path relative to Pulumi.yaml, or the word ${fullAccess}`;
            return [{ path: `endpoints.${service}.policy`, message: `the file ${file} ${reason}`, hint }];
        }
    });
}

function wrongMeaning(values: Values, unreadable: Set<string>): Problem[] {
    const addresses = values.cidrBlock !== undefined;
    const asked = !unreadable.has("services") && !unreadable.has("workloads");
    const { problems } = planVpc({
        ...values,
        cidrBlock: values.cidrBlock ?? "10.0.0.0/16",
        subnetCidrBlocks: addresses ? values.subnetCidrBlocks : undefined,
        availabilityZones: values.availabilityZones ?? [],
        // Without what is asked for, it cannot be said which entries nobody asked for.
        endpoints: asked ? values.endpoints : undefined,
    }, endpointPolicies());
    const judged = (problem: Problem) => values[problem.path.split(/[.[]/)[0] as Key] !== undefined;
    return problems.filter(judged);
}

function wrongRegion(region: string | undefined, zones: string[]): Problem[] {
    const named = [...new Set(zones.flatMap((zone) => parseZone(zone)?.region ?? []))];
    if (region === undefined || region === "" || named.length !== 1 || named[0] === region) return [];
    const hint = `pulumi config set aws:region ${named[0]}, or name zones of ${region}`;
    return [{ path: "aws:region", message: `is ${region}, and availabilityZones are of ${named[0]}`, hint }];
}
