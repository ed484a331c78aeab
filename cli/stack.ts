import * as fs from "node:fs";
import * as path from "node:path";

import { encrypted } from "../components/args/encrypted";
import { isMap } from "../components/plan/isMap";
import type { Problem } from "../components/plan/problem";
import { suggest } from "../components/plan/suggest";
import { readYaml } from "./readYaml";
import { misplaced } from "./stackFileProblems";

/** A stack as described by its files. */
export interface Stack {
    /** Its name, without organization and project. */
    name: string;
    project: string;
    /** The folder of Pulumi.yaml. */
    folder: string;
    /** The program: a file, or a folder whose package.json names the file. */
    program: string;
    /** The name of the language runtime, e.g. `nodejs`. */
    runtime: string;
    /** Whether Pulumi compiles TypeScript when it loads the program. */
    typescript: boolean;
    /** Its config by full key, as the CLI would pass it. */
    config: { [key: string]: string };
    /** Whether its own file has settings, in addition to those of Pulumi.yaml. */
    hasSettings: boolean;
    /** ESC environments, whose values are not in any file. */
    environments: string[];
}

interface ProjectFile {
    name?: string;
    main?: string;
    runtime?: string | { name?: string; options?: { typescript?: boolean } };
    config?: { [key: string]: unknown };
}

interface StackFile {
    config?: { [key: string]: unknown };
    environment?: unknown;
}

/** A stack's name, which may have its organization and project before it, as in Pulumi's commands. */
const stackName = /^(?:[\w.-]*[\w-][\w.-]*\/){0,2}([\w.-]*[\w-][\w.-]*)$/;

/**
 * The stack's own part of a name such as `acme/network/dev`.
 *
 * @throws Error if it is not the name of a stack.
 */
export function stackNameOf(name: string): string {
    const [, own] = stackName.exec(name) ?? [];
    if (own !== undefined) return own;
    throw new Error("The name of a stack has letters, digits, hyphens, underscores and periods.");
}

/** Reads a stack from Pulumi.yaml and Pulumi.<stack>.yaml in a folder, or returns their problems. */
export function readStack(folder: string, name: string): { stack?: Stack; problems: Problem[] } {
    const file = `Pulumi.${name}.yaml`;
    const project = readYaml(path.join(folder, "Pulumi.yaml"), "Pulumi.yaml");
    if (project.problems.length > 0) return { problems: project.problems };
    if (!fs.existsSync(path.join(folder, file))) return { problems: [noSuchStack(folder, name)] };
    const stack = readYaml(path.join(folder, file), file);
    const problems = [...stack.problems, ...misplaced(file, stack.value)];
    if (problems.length > 0) return { problems };
    return {
        stack: stackOf(folder, name, Object(project.value) as ProjectFile, (stack.value ?? {}) as StackFile),
        problems,
    };
}

function stackOf(folder: string, name: string, project: ProjectFile, { config, environment }: StackFile): Stack {
    const { name: projectName = "", main = ".", runtime } = project;
    const { name: runtimeName = "", options } = typeof runtime === "string" ? { name: runtime } : runtime ?? {};
    return {
        name,
        project: projectName,
        folder,
        program: path.resolve(folder, main),
        runtime: runtimeName,
        typescript: options?.typescript !== false,
        config: { ...defaults(projectName, project.config ?? {}), ...texts(config ?? {}) },
        hasSettings: Object.keys(config ?? {}).length > 0,
        environments: environmentsIn(environment),
    };
}

/** The names of the ESC environments that a stack imports: https://www.pulumi.com/docs/esc/environments/ */
function environmentsIn(environment: unknown): string[] {
    if (typeof environment === "string") return [environment];
    if (Array.isArray(environment)) return environment.flatMap(environmentsIn);
    if (!isMap(environment)) return [];
    const { imports, values, ...others } = environment;
    return [...environmentsIn(imports), ...(values === undefined ? [] : ["(inline)"]), ...Object.keys(others)];
}

/** Names of the stacks that have a file in a folder. */
export function stacksIn(folder: string): string[] {
    return fs.readdirSync(folder).flatMap((file) => /^Pulumi\.(.+)\.yaml$/.exec(file)?.[1] ?? []).sort();
}

/** The stack that a command uses if none is named: the only one with a file, or `dev`. */
export function defaultStack(folder: string): string {
    const [only, ...more] = stacksIn(folder);
    return only === undefined || more.length > 0 ? "dev" : only;
}

function noSuchStack(folder: string, name: string): Problem {
    const known = stacksIn(folder);
    const hint = known.length === 0
        ? `create the file, e.g. with: pulumi stack init ${name}`
        : suggest(name, known, "the stacks are");
    return { code: "stack.not-found", path: "--stack", message: `there is no Pulumi.${name}.yaml`, hint };
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
