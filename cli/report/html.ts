import type { Plan } from "../../components";
import { isInZones } from "../../components/plan/kinds/endpointKinds";
import { totalUsd } from "../../components/report/costLines";
import { costPlot } from "../../components/report/costPlot";
import { type Section, type Table, titleOf } from "../../components/report/section";
import { heading, promise, type ReportContext, sections } from "../../components/report/sections";
import { costChart } from "./costChart";
import { pageStyle } from "./pageStyle";
import { picture } from "./picture";
import { escaped } from "./svg";

/** A plan as a self-contained HTML page with its picture and the plot of its costs; it loads no external resources. */
export function htmlReport(plan: Plan, context: ReportContext = {}): string {
    const all = sections(plan, context);
    const same = all.filter((section) => section.same);
    const parts = [
        ...all.filter((section) => !section.same).map((section) => open(section, plan)),
        ...(same.length > 0
            ? [folded(`Unchanged: ${same.map(titleOf).join(", ")}`, same.map((one) => open(one, plan)).join("\n"))]
            : []),
    ];
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(heading(plan))}</title>
<style>${pageStyle}</style>
</head>
<body>
<header>
<h1>${escaped(heading(plan))}</h1>
<p>${escaped(promise(plan))}</p>
<dl>${summary(plan).map(([what, value]) => `<div><dt>${what}</dt><dd>${escaped(value)}</dd></div>`).join("")}</dl>
</header>
<figure>${picture(plan)}</figure>
${parts.join("\n")}
</body>
</html>
`;
}

/** The numbers to know first. */
function summary(plan: Plan): [string, string][] {
    const { endpoints, network: { subnets }, cost } = plan;
    const interfaces = endpoints.filter(isInZones).length;
    return [
        [
            "Endpoints a month",
            `USD ${totalUsd(plan).toFixed(2)}${cost.dataUsd === null && interfaces > 0 ? " plus data" : ""}`,
        ],
        [
            "NAT gateways instead",
            `USD ${(cost.natUsd + (cost.natDataUsd ?? 0)).toFixed(2)}${cost.natDataUsd === null ? " plus data" : ""}`,
        ],
        ["Endpoints", `${interfaces} interface, ${endpoints.length - interfaces} gateway`],
        ["Availability Zones", String(subnets.length)],
    ];
}

function open({ tree, unchanged, ...section }: Section, plan: Plan): string {
    const inner = content(section);
    if (tree && inner === "") return folded(titleOf(section), pre(tree));
    const more = [
        ...(section.title === "Cost" ? [chart(plan)] : []),
        ...(unchanged
            ? [folded(`${unchanged.table?.rows.length ?? unchanged.lines!.length} unchanged`, content(unchanged))]
            : []),
        ...(tree ? [folded("All resources", pre(tree))] : []),
    ];
    return `<section>\n<h2>${escaped(titleOf(section))}</h2>\n${inner}\n${more.join("\n")}</section>`;
}

function chart(plan: Plan): string {
    const plot = costPlot(plan);
    if (!plot) return "";
    const drawn = plot.ways.length > 0 ? costChart(plot) : "";
    return `<h3>Endpoints or NAT gateways, by traffic</h3>\n<figure class="chart">${drawn}<figcaption>${
        list(plot.lines)
    }</figcaption></figure>`;
}

function folded(title: string, inner: string): string {
    return `<details>\n<summary>${escaped(title)}</summary>\n${inner}</details>`;
}

function pre(lines: string[]): string {
    return `<pre>${escaped(lines.join("\n"))}</pre>`;
}

function content({ table, lines = [] }: Pick<Section, "table" | "lines">): string {
    return `${table ? tableOf(table) : ""}${lines.length > 0 ? list(lines) : ""}`;
}

function list(lines: string[]): string {
    return `<ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join("")}</ul>`;
}

function tableOf({ columns, rows }: Table): string {
    const kinds = columns.map(({ numeric }) => (numeric ? ` class="number"` : ""));
    const head = columns.map(({ title }, column) => `<th scope="col"${kinds[column]}>${escaped(title)}</th>`);
    const body = rows.map((row) =>
        `<tr>${row.map((cell, column) => `<td${kinds[column]}>${cellOf(cell)}</td>`).join("")}</tr>`
    );
    return `<div class="wide"><table><thead><tr>${head.join("")}</tr></thead><tbody>${
        body.join("\n")
    }</tbody></table></div>`;
}

function cellOf(cell: string): string {
    const isKind = cell === "Gateway" || cell === "Interface";
    return isKind ? `<span class="${cell.toLowerCase()}">${cell}</span>` : escaped(cell);
}
