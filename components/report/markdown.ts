import { plainText } from "../plan/plainText";
import type { ReportedPlan } from "./reportedPlan";
import { type Section, type Table, titleOf } from "./section";
import { heading, promise, type ReportContext, sections } from "./sections";

/** A plan as Markdown for a pull request comment: tables, with the details and what did not change collapsed. */
export function markdownReport(plan: ReportedPlan, context: ReportContext = {}): string {
    const all = sections(plan, context);
    const same = all.filter((section) => section.same);
    const parts = [
        ...all.filter((section) => !section.same).map((section) => open(section)),
        ...(same.length > 0
            ? [folded(`Unchanged: ${same.map(titleOf).join(", ")}`, same.map((section) => open(section, "####")))]
            : []),
    ];
    return `${[`## ${escaped(heading(plan))}`, promise(plan), ...parts].join("\n\n")}\n`;
}

/** Sections as Markdown. */
export function markdownSections(all: Section[]): string {
    return `${all.map((section) => open(section)).join("\n\n")}\n`;
}

function open({ tree, unchanged, ...section }: Section, level = "###"): string {
    const title = titleOf(section);
    const inner = content(section);
    // Resources are a detail: on their own they are no more than a title to unfold.
    if (tree && inner.length === 0) return folded(title, [fenced(tree)]);
    return [
        `${level} ${escaped(title)}`,
        ...inner,
        ...(unchanged ? [folded(`${countOf(unchanged)} unchanged`, content(unchanged))] : []),
        ...(tree ? [folded("All resources", [fenced(tree)])] : []),
    ].join("\n\n");
}

function content({ table, lines = [] }: Pick<Section, "table" | "lines">): string[] {
    return [
        ...(table ? [tableOf(table)] : []),
        ...(lines.length > 0 ? [lines.map((line) => `- ${escaped(line).replace(/^[+#-]/, "\\$&")}`).join("\n")] : []),
    ];
}

function tableOf({ columns, rows }: Table): string {
    const rule = columns.map(({ numeric }) => (numeric ? "---:" : "---"));
    return [columns.map(({ title }) => title), rule, ...rows.map((cells) => cells.map(escaped))]
        .map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function countOf({ table, lines = [] }: Pick<Section, "table" | "lines">): number {
    return (table?.rows.length ?? 0) || lines.length;
}

function folded(title: string, inner: string[]): string {
    return ["<details>", `<summary>${title}</summary>`, "", inner.join("\n\n"), "", "</details>"].join("\n");
}

function fenced(lines: string[]): string {
    return ["```", ...lines.map(plainText), "```"].join("\n");
}

/** Escapes characters with a meaning in Markdown or its tables. */
function escaped(text: string): string {
    return plainText(text).replace(/[\\|*_`<>~[\]&]/g, "\\$&")
        // An invisible character ends what would be a mention or a reference to an issue; no other escape does.
        .replace(/@(?=\w)|(?<=#|\bGH-)(?=\d)/gi, "$&&#8203;")
        .replace(/(https?|ftp):(?=\/\/)(?!\/\/(?:docs\.)?aws\.amazon\.com\/)|\bwww(?=\.)/gi, autolink);
}

/** Only AWS's own pages, which reports name, become links. */
function autolink(start: string): string {
    return start.endsWith(":") ? `${start.slice(0, -1)}\\:` : `${start}&#8203;`;
}
