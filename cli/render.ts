import * as fs from "node:fs";

import type { Plan } from "../components";
import type { Problem } from "../components/plan/problem";
import { markdownReport } from "../components/report/markdown";
import type { ReportContext } from "../components/report/sections";
import type { Invocation } from "./command";
import { htmlReport } from "./report/html";
import { picture } from "./report/picture";
import { screenOf, terminalReport } from "./report/terminal";

/** The requested output formats of a plan: printed for machines or people, and written to files. */
export interface Wanted {
    json: boolean;
    markdown: boolean;
    /** The file for a picture of the network. */
    svg?: string;
    /** The file for a page with the picture and the report. */
    html?: string;
}

/** Writes the requested files, and returns the text to print. */
export async function render(
    plan: Plan,
    context: ReportContext,
    { json, markdown, svg, html }: Wanted,
    { stdout, env }: Invocation,
): Promise<string> {
    if (svg !== undefined || html !== undefined) {
        const drawn = await picture(plan);
        if (svg !== undefined) save("--svg", svg, `${drawn}\n`);
        if (html !== undefined) save("--html", html, htmlReport(plan, drawn, context));
    }
    if (json) {
        return `${JSON.stringify({ ...plan, ...(context.changes && { changes: context.changes }) }, undefined, 2)}\n`;
    }
    return markdown ? markdownReport(plan, context) : terminalReport(plan, screenOf(stdout, env), context);
}

function save(option: string, file: string, text: string): void {
    try {
        fs.writeFileSync(file, text);
    } catch (error) {
        const problem: Problem = {
            code: "file.not-written",
            path: `${option} ${file}`,
            message: (error as Error).message,
            hint: "name a file in a folder that is there",
        };
        throw Object.assign(error as Error, { problems: [problem] });
    }
}
