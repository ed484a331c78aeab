import * as fs from "node:fs";
import * as path from "node:path";

import * as yaml from "js-yaml";

import { encrypted } from "../components/config/encrypted";
import type { Problem } from "../components/plan/problem";
import { suggest } from "../components/plan/suggest";

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
    const problems = [...project.problems, ...stack.problems, ...keysWithoutNamespace(file, stack.value)];
    if (problems.length > 0) return { problems };
    const projectName = project.value?.name ?? "";
    return {
        stack: {
            project: projectName,
            program: path.resolve(folder, project.value?.main ?? "."),
            config: { ...defaults(projectName, project.value?.config ?? {}), ...texts(stack.value?.config ?? {}) },
            environments: [stack.value?.environment ?? []].flat().map((item) =>
                typeof item === "string" ? item : "(written in the stack's file)"
            ),
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

function readYaml<T>(folder: string, file: string): { value?: T; problems: Problem[] } {
    try {
        // A file without a YAML document, as `pulumi stack init` may leave it, counts as empty.
        const [document] = yaml.loadAll(fs.readFileSync(path.join(folder, file), "utf8"));
        return { value: (document ?? {}) as T, problems: [] };
    } catch (error) {
        const message = (error as Error).message.split("\n")[0]!;
        const code = error instanceof yaml.YAMLException ? "file.not-yaml" : "file.not-read";
        return { problems: [{ code, path: file, message, hint: "mend the YAML" }] };
    }
}

function keysWithoutNamespace(file: string, stack: StackFile | undefined): Problem[] {
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
