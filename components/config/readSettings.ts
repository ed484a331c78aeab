import * as pulumi from "@pulumi/pulumi";
import { distance } from "fastest-levenshtein";

import type { Shape } from "../args/contract";
import { isObject } from "../args/describeValue";
import { encrypted, inPlaceOfEncrypted } from "../args/encrypted";
import { endpointOptionsRows } from "../args/endpointOptions";
import { privateVpc, type PrivateVpcArgs, privateVpcRows } from "../args/privateVpcArgs";
import { readArgs } from "../args/readArgs";
import { Unreadable } from "../args/unreadable";
import { withExamplesOf } from "../plan/exampleRegion";
import { regions } from "../plan/facts/regions";
import { parseZone } from "../plan/network/zones";
import { type Problem, within } from "../plan/problem";
import { suggest } from "../plan/suggest";
import { withOrigin } from "./origin";
import { replaceWithin } from "./replaceWithin";
import { TextFiles } from "./textFiles";

/** A stack's config as arguments and options for a `PrivateVpc`. */
export interface Settings {
    /**
     * Arguments for a `PrivateVpc`. `new PrivateVpc` reports every mistake in them before it declares anything, each with
     * its path in the config.
     */
    args: PrivateVpcArgs;
    /** Resource options for the `PrivateVpc`: whether it is protected. */
    options: pulumi.ComponentResourceOptions;
}

const namespace = "private-vpc:";

const keys = Object.keys(privateVpcRows);

/** How `readSettings` reads a stack's config. */
export interface ReadSettingsOptions {
    /**
     * Folders outside of the project's folder that the config may name policy files in, relative to Pulumi.yaml, e.g.
     * `["../policies"]`. A file that is in none of them, also after its links are followed, is refused.
     *
     * @default []
     */
    policyFolders?: string[];
}

/** Reads `private-vpc:*` from the stack's config; `new PrivateVpc` checks it. */
export function readSettings({ policyFolders = [] }: ReadSettingsOptions = {}): Settings {
    const config = pulumi.runtime.allConfig();
    const files = new TextFiles(policyFolders);
    const read = Object.entries(config)
        .filter(([key, raw]) =>
            key.startsWith(namespace) && !(raw === "" && keys.includes(key.slice(namespace.length)))
        )
        .map(([key, raw]) => readKey(key.slice(namespace.length), raw, files));
    const { options, protect } = takeProtect(Object.fromEntries(read).options);
    const elsewhere = [...misspeltNamespaces(config), ...wrongRegion(config["aws:region"], Object.fromEntries(read))];
    const values: { [key: string]: unknown } = Object.fromEntries([
        ...read.filter(([key]) => key !== "options"),
        ...options === undefined ? [] : [["options", options]],
        ...elsewhere.map((problem) => [problem.path, new Unreadable(problem)]),
    ]);
    const region = config["aws:region"];
    const known = region !== undefined && Object.hasOwn(regions, region) ? region : undefined;
    const name = (problem: Problem) =>
        elsewhere.some(({ path }) => path === problem.path)
            ? problem
            : withExamplesOf(known, within(namespace, [files.name(inConfig(problem))]))[0]!;
    const where = `the config of stack ${pulumi.getStack()}`;
    return {
        args: withOrigin({ ...values }, {
            where,
            values,
            warnings: noRegion(region, values),
            name,
        }) as unknown as PrivateVpcArgs,
        options: { protect },
    };
}

function readKey(key: string, raw: string, files: TextFiles): [string, unknown] {
    const shape = Object.hasOwn(privateVpcRows, key) ? (privateVpc as RowsOf).rows[key]!.is : undefined;
    const isSecret = isConfigSecret(namespace + key);
    return [
        key,
        replaceWithin(shape, parse(shape, raw), key, (of, value, path) => {
            if (value === encrypted) return inPlaceOfEncrypted(of) ?? new Unreadable(notWithoutKey(path));
            // AWS tags are strings, but YAML reads `costCenter: 42` as a number.
            if (key === "tags" && (typeof value === "number" || typeof value === "boolean")) return String(value);
            const found = files.read(of, value, path);
            // Config secrets stay secret in the state, except values that determine what is created.
            const keeps = isSecret && of?.late === "secret" && readArgs(of, found).problems.length === 0;
            return keeps ? pulumi.secret(found) : found;
        }),
    ];
}

type RowsOf = Extract<Shape, { type: "object" }>;

// In every release of the SDK, but missing from its type declarations.
const { isConfigSecret } = pulumi.runtime as unknown as { isConfigSecret(key: string): boolean };

/** The CLI passes lists and objects as JSON, and everything else as written. */
function parse(shape: Shape | undefined, raw: string): unknown {
    if (shape?.type === "text") return raw;
    try {
        return JSON.parse(raw);
    } catch {
        return raw;
    }
}

function notWithoutKey(path: string): Problem {
    const message = "is encrypted, but it determines what is created, so it cannot be planned offline";
    const hint = "store it in plain text (it is not secret in AWS), or run pulumi preview";
    return { code: "config.encrypted", path, message, hint };
}

/** Separates `protect`, which is a Pulumi resource option, from the component's arguments. */
function takeProtect(options: unknown): { options?: unknown; protect?: boolean } {
    if (!isObject(options) || options instanceof Unreadable) return { options };
    const { protect, ...others } = options;
    const known = [...Object.keys(endpointOptionsRows), "protect"];
    for (const key of Object.keys(others).filter((name) => !known.includes(name))) {
        const hint = suggest(key, known, "its keys");
        const message = `"${key}" is not a key of options`;
        others[key] = new Unreadable({ code: "args.unknown-key", path: `options.${key}`, message, hint });
    }
    const { problems } = readArgs({ type: "object", name: "", rows: { protect: { is: { type: "boolean" } } } }, {
        protect,
    });
    if (protect instanceof Unreadable) others.protect = protect;
    else if (problems.length > 0) others.protect = new Unreadable(...within("options.", problems));
    return {
        options: Object.keys(others).length > 0 ? others : undefined,
        protect: typeof protect === "boolean" ? protect : undefined,
    };
}

/** The CLI passes every key to the program and does not complain about unused ones. */
function misspeltNamespaces(config: { [key: string]: string }): Problem[] {
    const near = (name: string) => `${name}:` !== namespace && distance(`${name}:`, namespace) <= 2;
    return Object.keys(config).filter((key) => near(key.split(":")[0]!)).map((key) => ({
        code: "config.wrong-namespace",
        path: key,
        message: `is not read: the namespace is misspelt`,
        hint: `write ${namespace}${key.split(":")[1]}`,
    }));
}

function wrongRegion(region: string | undefined, { availabilityZones }: { availabilityZones?: unknown }): Problem[] {
    const zones = [availabilityZones].flat().filter((zone) => typeof zone === "string");
    const named = [...new Set(zones.flatMap((zone) => parseZone(zone)?.region ?? []))];
    if (region === undefined || named.length !== 1 || named[0] === region || !Object.hasOwn(regions, named[0]!)) {
        return [];
    }
    if (region === "") {
        const hint = `pulumi config set aws:region ${named[0]}`;
        return [{ code: "args.not-set", path: "aws:region", message: "is empty", hint }];
    }
    const hint = `pulumi config set aws:region ${named[0]}, or list zones of ${region}`;
    const message = `is ${region}, but availabilityZones are in ${named[0]}`;
    return [{ code: "regions.mismatch", path: "aws:region", message, hint }];
}

/** The warning if the deployment takes its Region from elsewhere. */
function noRegion(region: string | undefined, { availabilityZones }: { availabilityZones?: unknown }): Problem[] {
    const [zone] = [availabilityZones].flat();
    const planned = typeof zone === "string" ? parseZone(zone)?.region : undefined;
    if (region !== undefined || planned === undefined) return [];
    const message = "is not set: the deployment uses AWS_REGION or the Region of the AWS profile";
    const hint = `pulumi config set aws:region ${planned}`;
    return [{ code: "regions.not-set", path: "aws:region", message, hint }];
}

const commands: { [path: string]: string } = {
    cidrBlock: "pulumi config set private-vpc:cidrBlock 10.0.0.0/16",
    availabilityZones: "pulumi config set --path 'private-vpc:availabilityZones[0]' us-east-1a",
};

/** Rewords problems of missing and unknown arguments for the config. */
function inConfig(problem: Problem): Problem {
    const { code, path } = problem;
    if (code === "args.not-set" && Object.hasOwn(commands, path)) {
        return { ...problem, hint: `set it: ${commands[path]}` };
    }
    const isTopLevel = problem.message.startsWith(`"${path}"`);
    if (code !== "args.unknown-key" || !isTopLevel) return problem;
    const message = `"${path}" is not a configuration key of private-vpc`;
    const [key, ...inside] = path.split(".");
    if (inside.length === 0 || !keys.includes(key!)) return { ...problem, message };
    // What `pulumi config set` writes without --path.
    const value = inside.reduceRight((nested, part) => `{ ${part}: ${nested} }`, "…");
    return { ...problem, message, hint: `nest it: private-vpc:${key}: ${value}` };
}
