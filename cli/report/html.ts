import type { Plan } from "../../components";
import { type Section, titleOf } from "../../components/report/section";
import { heading, promise, type ReportContext, sections } from "../../components/report/sections";

/** A plan as a self-contained HTML page with its picture; it loads no external resources. */
export function htmlReport(plan: Plan, svg: string, context: ReportContext = {}): string {
    const all = sections(plan, context);
    const same = all.filter((section) => section.same);
    const parts = [
        ...all.filter((section) => !section.same).map(open),
        ...(same.length > 0
            ? [folded(`Unchanged: ${escaped(same.map(titleOf).join(", "))}`, same.map(open).join("\n"))]
            : []),
    ];
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(heading(plan))}</title>
<style>${style}</style>
</head>
<body>
<h1>${escaped(heading(plan))}</h1>
<p>${escaped(promise)}</p>
<figure role="img" aria-label="The network and what reaches what">${svg}</figure>
${parts.join("\n")}
</body>
</html>
`;
}

const style = `
body { font: 16px/1.5 system-ui, sans-serif; color: #16191f; background: #fff; max-width: 80rem; margin: 2rem auto; padding: 0 1rem; }
li { overflow-wrap: anywhere; }
h2 { font-size: 1.1rem; margin-top: 2rem; }
figure, .wide { margin: 1rem 0; overflow-x: auto; }
figure svg { max-width: 100%; height: auto; }
table { border-collapse: collapse; font-size: 0.9rem; }
th, td { text-align: left; padding: 0.3rem 1rem 0.3rem 0; border-bottom: 1px solid #d5dbdb; vertical-align: top; }
th { color: #545b64; font-weight: 600; }
pre { font-size: 0.85rem; overflow-x: auto; }
`;

function open({ tree, unchanged, ...section }: Section): string {
    const title = escaped(titleOf(section));
    const inner = content(section);
    if (tree && inner === "") return folded(title, pre(tree));
    const more = [
        ...(unchanged
            ? [folded(`${unchanged.table?.rows.length ?? unchanged.lines!.length} unchanged`, content(unchanged))]
            : []),
        ...(tree ? [folded("All resources", pre(tree))] : []),
    ];
    return `<section>\n<h2>${title}</h2>\n${inner}\n${more.join("\n")}</section>`;
}

function folded(title: string, inner: string): string {
    return `<details>\n<summary>${title}</summary>\n${inner}</details>`;
}

function pre(lines: string[]): string {
    return `<pre>${escaped(lines.join("\n"))}</pre>`;
}

function content({ table, lines = [] }: Pick<Section, "table" | "lines">): string {
    const list = lines.length > 0 ? `<ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join("")}</ul>` : "";
    if (!table) return list;
    const kinds = table.columns.map(({ numeric }) => (numeric ? ` class="number"` : ""));
    const cells = (tag: string, texts: string[]) =>
        texts.map((text, column) => `<${tag}${kinds[column]}>${escaped(text)}</${tag}>`).join("");
    const rows = table.rows.map((row) => `<tr>${cells("td", row)}</tr>`);
    return `<div class="wide"><table><thead><tr>${
        cells("th", table.columns.map(({ title }) => title))
    }</tr></thead><tbody>${rows.join("\n")}</tbody></table></div>${list}`;
}

const entities: { [character: string]: string } = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;" };

function escaped(text: string): string {
    return text.replace(/[&<>"]/g, (character) => entities[character]!);
}
