import * as fs from "node:fs";
import * as path from "node:path";

import * as pulumi from "@pulumi/pulumi";
import { distance } from "fastest-levenshtein";

import { planVpc } from "./plan";
import { fullAccess } from "./plan/endpointPolicy";
import { describeProblems, type Problem, within } from "./plan/problem";
import { suggest } from "./plan/suggest";
import { parseZone } from "./plan/zones";
import { endpointPolicies } from "./policies";
import type { PrivateVpcArgs } from "./privateVpc";
import { checkTypes, type Key, keys, parse, type Values } from "./settingsShape";

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
    const problems = [...unknownKeys(config), ...misspeltNamespaces(config)];
    const values: Values = {};
    const unreadable = new Set<string>();
    for (const key of keys) {
        const read = readKey(key, config[namespace + key]);
        problems.push(...within(namespace, read.problems));
        if (read.value !== undefined) Object.assign(values, { [key]: read.value });
        else if (read.problems.length > 0) unreadable.add(key);
    }
    const policies = readPolicyFiles(values);
    const meaning = wrongMeaning(values, unreadable).map((problem) => policies.naming(problem));
    problems.push(
        ...within(namespace, [...policies.problems, ...meaning]),
        ...wrongRegion(config["aws:region"], values.availabilityZones ?? []),
    );
    if (problems.length > 0) {
        const where = `the config of stack ${pulumi.getStack()}`;
        throw Object.assign(new pulumi.RunError(describeProblems(problems, where)), { problems });
    }
    const { options, ...args } = values;
    return { args: withSecrets(args as PrivateVpcArgs), options: { protect: options?.protect } };
}

function unknownKeys(config: { [key: string]: string }): Problem[] {
    const ours = Object.keys(config).filter((key) => key.startsWith(namespace)).map((key) =>
        key.slice(namespace.length)
    );
    return ours.filter((key) => !keys.some((known) => known === key)).map((key) => ({
        path: namespace + key,
        message: `"${key}" is not a key of this project's config`,
        hint: suggest(key, keys, "its keys"),
    }));
}

/** The CLI hands over every key, and minds none that nobody reads. */
function misspeltNamespaces(config: { [key: string]: string }): Problem[] {
    const near = (name: string) => `${name}:` !== namespace && distance(`${name}:`, namespace) <= 2;
    return Object.keys(config).filter((key) => near(key.split(":")[0]!)).map((key) => ({
        path: key,
        message: "nothing reads this key",
        hint: `write ${namespace}${key.split(":")[1]}`,
    }));
}

const required: { [key: string]: string } = {
    cidrBlock: "pulumi config set private-vpc:cidrBlock 10.0.0.0/16",
    availabilityZones: "pulumi config set --path 'private-vpc:availabilityZones[0]' us-east-1a",
};

function readKey(key: Key, raw: string | undefined): { value?: unknown; problems: Problem[] } {
    if (raw === undefined || raw === "") {
        const missing = { path: key, message: "is not set", hint: `set it: ${required[key]}` };
        return { problems: required[key] ? [missing] : [] };
    }
    const value = parse(key, raw);
    const secrets = encryptedPaths(value, key).filter((place) => !mayBeEncrypted.test(place));
    if (secrets.length > 0) return { problems: secrets.map(notWithoutKey) };

    return checkTypes(key, value);
}

function encryptedPaths(value: unknown, place: string): string[] {
    if (value === encrypted) return [place];
    if (Array.isArray(value)) return value.flatMap((item, index) => encryptedPaths(item, `${place}[${index}]`));
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).flatMap(([key, item]) => encryptedPaths(item, `${place}.${key}`));
}

function notWithoutKey(place: string): Problem {
    const message = "is encrypted, and what is made depends on it, so it cannot be planned without the stack's key";
    return { path: place, message, hint: "set it in plain text (it is no secret in AWS), or use pulumi preview" };
}

/** Puts the text of each policy file in the place of its name; `naming` names the file in a problem of the policy. */
function readPolicyFiles(values: Values): { problems: Problem[]; naming(problem: Problem): Problem } {
    const root = pulumi.runtime.getRootDirectory();
    const problems: Problem[] = [];
    const files = new Map<string, string>();
    for (const [service, wish] of Object.entries(values.endpoints ?? {})) {
        const file = wish.policy;
        if (file === undefined || file === fullAccess) continue;
        const place = `endpoints.${service}.policy`;
        files.set(place, file);
        try {
            wish.policy = fs.readFileSync(path.resolve(root, file), "utf8");
        } catch (error) {
            delete wish.policy;
            const reason = (error as NodeJS.ErrnoException).code === "ENOENT" ? "is not there" : "cannot be read";
            const hint = `give a path relative to Pulumi.yaml, or the word ${fullAccess}`;
            problems.push({ path: place, message: `the file ${file} ${reason}`, hint });
        }
    }
    const naming = (problem: Problem) => {
        const file = files.get(problem.path);
        return file === undefined ? problem : { ...problem, message: `${file}: ${problem.message}` };
    };
    return { problems, naming };
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

// In every release of the SDK, and left out of its type declarations.
const { isConfigSecret } = pulumi.runtime as unknown as { isConfigSecret(key: string): boolean };

/** What the stack's config keeps secret stays secret in its state. What decides what is made cannot, and has no need to. */
function withSecrets(args: PrivateVpcArgs): PrivateVpcArgs {
    const kept = <T>(key: Key, value: T) => (isConfigSecret(namespace + key) ? pulumi.secret(value) as T : value);
    const endpoints = Object.entries(args.endpoints ?? {}).map(([service, { securityGroupIds, ...wish }]) => [
        service,
        { ...wish, ...(securityGroupIds && { securityGroupIds: securityGroupIds.map((id) => kept("endpoints", id)) }) },
    ]);
    return {
        ...args,
        ...(args.tags && { tags: kept("tags", args.tags) }),
        ...(args.flowLogs?.bucketArn && {
            flowLogs: { ...args.flowLogs, bucketArn: kept("flowLogs", args.flowLogs.bucketArn) },
        }),
        ...(args.endpoints && { endpoints: Object.fromEntries(endpoints) as PrivateVpcArgs["endpoints"] }),
    };
}
