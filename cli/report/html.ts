import type { Plan } from "../../components";
import { heading, promise, type ReportContext, type Section, sections } from "../../components/report/sections";

/** A plan as a self-contained HTML page with its picture; it loads no external resources. */
export function htmlReport(plan: Plan, svg: string, context: ReportContext = {}): string {
    const parts = sections(plan, context).map((section) => (section.detail ? folded(section) : open(section)));
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

function open(section: Section): string {
    return `<section>\n<h2>${escaped(section.title)}</h2>\n${content(section)}\n</section>`;
}

function folded({ title, lines = [] }: Section): string {
    return `<details>\n<summary>${escaped(title)}</summary>\n<pre>${escaped(lines.join("\n"))}</pre>\n</details>`;
}

function content({ table, lines = [] }: Section): string {
    const list = lines.length > 0 ? `<ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join("")}</ul>` : "";
    if (!table) return list;
    const rows = table.rows.map((cells) => `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`);
    const head = table.titles.map((title) => `<th>${escaped(title)}</th>`).join("");
    return `<div class="wide"><table><thead><tr>${head}</tr></thead><tbody>${
        rows.join("\n")
    }</tbody></table></div>${list}`;
}

const entities: { [character: string]: string } = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;" };

function escaped(text: string): string {
    return text.replace(/[&<>"]/g, (character) => entities[character]!);
}
