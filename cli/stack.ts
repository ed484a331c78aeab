import * as fs from "node:fs";
import * as path from "node:path";

import { encrypted } from "../components/config/encrypted";
import type { Problem } from "../components/plan/problem";
import { suggest } from "../components/plan/suggest";
import { readYaml } from "./yamlFile";

/** A stack as described by its files. */
export interface Stack {
    project: string;
    /** The program's file. */
    program: string;
    /** Its config by full key, as the CLI would pass it. */
    config: { [key: string]: string };
    /** ESC environments, whose values are not in any file. */
    environments: string[];
}

interface ProjectFile {
    name?: string;
    main?: string;
    config?: { [key: string]: unknown };
}

interface StackFile {
    config?: { [key: string]: unknown };
    environment?: unknown;
}

/** Reads a stack from Pulumi.yaml and Pulumi.<stack>.yaml in a folder, or returns their problems. */
export function readStack(folder: string, name: string): { stack?: Stack; problems: Problem[] } {
    const file = `Pulumi.${name}.yaml`;
    if (!fs.existsSync(path.join(folder, file))) return { problems: [noSuchStack(folder, name)] };
    const project = readYaml<ProjectFile>(folder, "Pulumi.yaml");
    const stack = readYaml<StackFile>(folder, file);
    const problems = [
        ...project.problems,
        ...stack.problems,
        ...outsideConfig(file, stack.value ?? {}),
        ...keysWithoutNamespace(file, stack.value),
    ];
    if (problems.length > 0) return { problems };
    const projectName = project.value?.name ?? "";
    return {
        stack: {
            project: projectName,
            program: path.resolve(folder, project.value?.main ?? "."),
            config: { ...defaults(projectName, project.value?.config ?? {}), ...texts(stack.value?.config ?? {}) },
            environments: environmentsIn(stack.value?.environment),
        },
        problems,
    };
}

/** Names of the stacks that have a file in a folder. */
export function stacksIn(folder: string): string[] {
    return fs.readdirSync(folder).flatMap((file) => /^Pulumi\.(.+)\.yaml$/.exec(file)?.[1] ?? []).sort();
}

function noSuchStack(folder: string, name: string): Problem {
    const hint = suggest(name, stacksIn(folder), "the stacks are");
    return { code: "stack.not-found", path: "--stack", message: `there is no Pulumi.${name}.yaml`, hint };
}

/** The keys of a stack's file: https://www.pulumi.com/docs/iac/concepts/projects/stack-settings-file/ */
const stackKeys = ["config", "environment", "secretsprovider", "encryptedkey", "encryptionsalt"];

/** Problems with keys that belong under `config:`. */
function outsideConfig(file: string, stack: StackFile): Problem[] {
    const code = "stack.not-config";
    const { config } = stack;
    if (config !== undefined && config !== null && (typeof config !== "object" || Array.isArray(config))) {
        const what = Array.isArray(config) ? "a list" : `"${String(config)}"`;
        const hint = "write one key and its value on each line, e.g. private-vpc:services: [sqs]";
        return [{ code, path: `${file}: config`, message: `is ${what}, not a map`, hint }];
    }
    const others = Object.keys(stack).filter((key) => !stackKeys.includes(key));
    return others.map((key) => {
        const path = `${file}: ${key}`;
        if (!key.includes(":")) {
            const message = "is not a key of a stack's file";
            return { code, path, message, hint: suggest(key, stackKeys, "its keys") };
        }
        const hint = config ? "move it under config:" : "add the line config: above it, and indent it by two spaces";
        return { code, path, message: "is not under config:, so it is not read", hint };
    });
}

/** The names of the ESC environments that a stack imports: https://www.pulumi.com/docs/esc/environments/ */
function environmentsIn(environment: unknown): string[] {
    const names = (item: unknown): string[] => {
        if (typeof item === "string") return [item];
        if (Array.isArray(item)) return item.flatMap(names);
        if (typeof item !== "object" || item === null) return [];
        const { imports, values, ...others } = item as { [key: string]: unknown };
        return [...names(imports), ...(values === undefined ? [] : ["(inline)"]), ...Object.keys(others)];
    };
    return names(environment);
}

function keysWithoutNamespace(file: string, stack: StackFile | undefined): Problem[] {
    if (Array.isArray(stack?.config)) return [];
    return Object.keys(stack?.config ?? {}).filter((key) => !key.includes(":")).map((key) => ({
        code: "stack.no-namespace",
        path: `${file}: ${key}`,
        message: "the key has no namespace",
        hint: `write private-vpc:${key}`,
    }));
}

/** The config that Pulumi.yaml sets for every stack: defaults and values. */
function defaults(project: string, declared: { [key: string]: unknown }): { [key: string]: string } {
    const given = Object.entries(declared).flatMap(([key, declaration]) => {
        const { default: standard, value } = Object(declaration) as { default?: unknown; value?: unknown };
        const own = typeof declaration === "object" ? standard ?? value : declaration;
        return own === undefined || own === null ? [] : [[key.includes(":") ? key : `${project}:${key}`, own]];
    });
    return texts(Object.fromEntries(given) as { [key: string]: unknown });
}

function texts(config: { [key: string]: unknown }): { [key: string]: string } {
    return Object.fromEntries(
        Object.entries(config).map(([key, value]) => {
            const known = withoutSecrets(value);
            // The CLI passes a key without a value as an empty string.
            if (known === null) return [key, ""];
            return [key, typeof known === "object" ? JSON.stringify(known) : String(known)];
        }),
    );
}

/** Replaces encrypted values with a marker. */
function withoutSecrets(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(withoutSecrets);
    if (typeof value !== "object" || value === null) return value;
    if (Object.keys(value).length === 1 && "secure" in value) return encrypted;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutSecrets(item)]));
}
