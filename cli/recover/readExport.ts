import * as path from "node:path";

import { readJson } from "../../catalogue/answerFiles";
import type { Problem } from "../../components/plan/problem";
import type { Invocation } from "../command";
import { shellLine } from "./steps";

/** The stack's exported state from a file, or from `pulumi stack export`. */
export async function readExport(
    { stack, state }: { stack?: string; state?: string },
    { folder, execute }: Invocation,
): Promise<{ exported?: unknown; path: string; problems: Problem[] }> {
    if (state !== undefined) {
        const { read, problems } = readJson(`--state ${state}`, path.resolve(folder, state));
        return { exported: read?.value, path: `--state ${state}`, problems };
    }
    const command = ["pulumi", "stack", "export", ...(stack === undefined ? [] : ["--stack", stack])];
    const line = shellLine(command);
    const { code, stdout, stderr } = await execute(command);
    const problem = (message: string, fix = "run it in the project's folder") => {
        const hint = `${fix}, or pass its output: --state state.json`;
        return { path: line, problems: [{ code: "recover.no-answer" as const, path: line, message, hint }] };
    };
    if (code === null) return problem(`cannot be run: ${stderr}`, "install the Pulumi CLI");
    if (code !== 0) return problem(`failed: ${stderr.trim()}`);
    try {
        return { exported: JSON.parse(stdout), path: line, problems: [] };
    } catch (error) {
        return problem(`did not print JSON: ${(error as Error).message}`);
    }
}
