import * as path from "node:path";

import { isMap } from "../components/plan/isMap";
import type { Problem } from "../components/plan/problem";
import { readYaml } from "./readYaml";

/** The outputs of other stacks, by the name that a `StackReference` has. */
export interface StackOutputs {
    [stack: string]: { [output: string]: unknown };
}

/** Reads the outputs of other stacks from a YAML or JSON file. */
export function readStackReferences(
    file: string | undefined,
    folder: string,
): { outputs: StackOutputs; problems: Problem[] } {
    if (file === undefined) return { outputs: {}, problems: [] };
    const option = `--stack-references ${file}`;
    const { value = {}, problems } = readYaml(path.resolve(folder, file), option);
    if (problems.length > 0) return { outputs: {}, problems };
    if (isMap(value) && Object.values(value).every(isMap)) return { outputs: value as StackOutputs, problems: [] };
    const message = "the file is not a map of stacks, each with a map of its outputs";
    const hint =
        "write {organization/project/stack: {output: value}}; pulumi stack output --json prints a stack's outputs";
    return { outputs: {}, problems: [{ code: "stack.misplaced", path: option, message, hint }] };
}
