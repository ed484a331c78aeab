import * as fs from "node:fs";
import * as path from "node:path";

import type { Plan } from "../components";
import { proofsOf } from "../components/plan/policies/proveEndpoints";
import type { Problem } from "../components/plan/problem";
import { compare } from "../components/report/changes";
import { markdownReport } from "../components/report/markdown";
import type { ReportContext } from "../components/report/sections";
import type { StackResource } from "../network/sources/stackResources";
import type { Invocation } from "./command";
import { jsonText } from "./guardedOutput";
import { planReachability, reachabilityJson, reachabilitySection } from "./reach/planReachability";
import { screenOf, terminalReport } from "./report/terminal";

/** The requested output formats of a plan: printed for machines or people, and written to files. */
export interface Wanted {
    json?: boolean;
    markdown?: boolean;
    /** The file for a diagram of the network. */
    svg?: string;
    /** The file for a page with the diagram and the report. */
    html?: string;
}

/** Writes the requested files, and returns the text to print and the problems of files that cannot be written. */
export function render(
    plan: Plan,
    { resources, ...context }: ReportContext & { resources?: StackResource[] },
    { json, markdown, svg, html }: Wanted,
    { stdout, env, folder }: Invocation,
): { text: string; problems: Problem[] } {
    const reachability = planReachability(plan, context.before, resources);
    const shown = { ...context, reachability: reachabilitySection(reachability) };
    const problems = [
        ...(svg === undefined ? [] : save("--svg", svg, folder, `${drawn(plan)}\n`)),
        ...(html === undefined ? [] : save("--html", html, folder, page(plan, shown))),
    ];
    if (json) {
        const { before, assumed = [] } = context;
        const changes = before && compare(before, plan);
        const more = { ...(changes && { changes }), ...(assumed.length > 0 && { assumed }) };
        const answers = { reachability: reachabilityJson(reachability) };
        return { text: jsonText({ ...plan, proofs: proofsOf(plan), ...answers, ...more }), problems };
    }
    const text = markdown ? markdownReport(plan, shown) : terminalReport(plan, screenOf(stdout, env), shown);
    return { text, problems };
}

// Most plans are only printed, and need not load what draws.
function drawn(plan: Plan): string {
    return (require("./report/picture") as typeof import("./report/picture")).picture(plan);
}

function page(plan: Plan, context: ReportContext): string {
    return (require("./report/html") as typeof import("./report/html")).htmlReport(plan, context);
}

function save(option: string, file: string, folder: string, text: string): Problem[] {
    try {
        fs.writeFileSync(path.resolve(folder, file), text);
        return [];
    } catch (error) {
        return [{
            code: "file.not-written",
            path: `${option} ${file}`,
            ...unwritable(error as NodeJS.ErrnoException, file),
        }];
    }
}

function unwritable({ code, message }: NodeJS.ErrnoException, file: string): { message: string; hint: string } {
    if (code === "ENOENT") {
        return {
            message: `the folder ${path.dirname(file)} does not exist`,
            hint: "create it, or name a file in an existing folder",
        };
    }
    if (code === "EISDIR") return { message: "it is a folder", hint: "name a file" };
    return {
        message: `the file cannot be written: ${message}`,
        hint: "check the permissions of the file and its folder",
    };
}
