import type { ReportedPlan } from "./reportedPlan";
import { heading, promise, type ReportContext, type Section, sections } from "./sections";

/** A plan as Markdown for a pull request comment: tables, with the details collapsed. */
export function markdownReport(plan: ReportedPlan, context: ReportContext = {}): string {
    const parts = sections(plan, context).map((section) => (section.detail ? folded(section) : open(section)));
    return `${[`## ${heading(plan)}`, promise, ...parts].join("\n\n")}\n`;
}

function open({ title, table, lines = [] }: Section): string {
    const rows = table ? [row(table.titles), row(table.titles.map(() => "---")), ...table.rows.map(row)] : [];
    return [`### ${title}`, ...(rows.length > 0 ? [rows.join("\n")] : []), ...listed(lines)].join("\n\n");
}

function listed(lines: string[]): string[] {
    return lines.length > 0 ? [lines.map((line) => `- ${escaped(line)}`).join("\n")] : [];
}

function folded({ title, lines = [] }: Section): string {
    return ["<details>", `<summary>${title}</summary>`, "", "```", ...lines, "```", "", "</details>"].join("\n");
}

function row(cells: string[]): string {
    return `| ${cells.map(escaped).join(" | ")} |`;
}

/** Escapes characters with a meaning in Markdown or its tables. */
function escaped(text: string): string {
    return text.replace(/[\\|*_`<>~]/g, "\\$&");
}
