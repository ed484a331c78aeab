import * as pulumi from "@pulumi/pulumi";
import { distance } from "fastest-levenshtein";

import { planVpc } from "./plan";
import { regions } from "./plan/facts/regions";
import { parseZone } from "./plan/network/zones";
import { describeProblems, type Problem, within } from "./plan/problem";
import { suggest } from "./plan/suggest";
import { endpointPolicies } from "./policies";
import { readPolicyFiles } from "./policyFiles";
import type { PrivateVpcArgs } from "./privateVpcArgs";
import { notWithoutKey, withSecrets } from "./secrets";
import { type Key, keys, namespace, type Values } from "./settingsShape";
import { checkTypes, parse } from "./settingsTypes";

/** What a stack's config says, ready for a `PrivateVpc`. */
export interface Settings {
    /** What to make a `PrivateVpc` from. */
    args: PrivateVpcArgs;
    /** What to make it with: whether it is protected. */
    options: pulumi.ComponentResourceOptions;
}

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
    const known = new Set(problems.map(({ path }) => path));
    const meaning = wrongMeaning(values, unreadable)
        .filter(({ path }) => !known.has(namespace + path))
        .map((problem) => policies.naming(problem));
    problems.push(
        ...within(namespace, [...policies.problems, ...meaning]),
        ...wrongRegion(config["aws:region"], values.availabilityZones ?? []),
    );
    if (problems.length > 0) {
        const where = `the config of stack ${pulumi.getStack()}`;
        throw Object.assign(new pulumi.RunError(describeProblems(problems, where)), { problems });
    }
    const { options: { protect, ...options } = {}, ...rest } = values;
    const args = Object.keys(options).length > 0 ? { ...rest, options } : rest;
    return { args: withSecrets(args as PrivateVpcArgs), options: { protect } };
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
    const secrets = notWithoutKey(key, value);
    return secrets.length > 0 ? { problems: secrets } : checkTypes(key, value);
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
    if (region === undefined || named.length !== 1 || named[0] === region || !Object.hasOwn(regions, named[0]!)) {
        return [];
    }
    if (region === "") {
        return [{ path: "aws:region", message: "is empty", hint: `pulumi config set aws:region ${named[0]}` }];
    }
    const hint = `pulumi config set aws:region ${named[0]}, or name zones of ${region}`;
    return [{ path: "aws:region", message: `is ${region}, and availabilityZones are of ${named[0]}`, hint }];
}
