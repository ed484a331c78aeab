import type { EndpointInZones } from "../../components/plan/kinds/endpointKinds";
import { type Chip, chipsIn, chipWidth, quantile } from "./chips";
import { gap, sum } from "./pictureSizes";
import { type Box, widthOf } from "./svg";

/** Interface endpoints in the same zones: a band across these zones' columns. */
export interface Band {
    endpoints: EndpointInZones[];
    /** Whether it is in every zone. */
    everywhere: boolean;
    /** Its part in each run of neighbouring zones; the first one has the endpoints' names. */
    parts: Box[];
    chips: Chip[];
    /** Columns of zones that it is not in. */
    gaps: Box[];
}

const bandTitle = 24;
/** Rows of names after which a band gets wider. */
const mostRows = 22;

/** Widths of a zone's column by the number of zones, so that the picture of six still fits a page. */
const zoneWidths = [520, 300, 220, 184, 164, 158];

/** The columns' widths: wider where a band that is not in every zone has many or long names. */
export function columnWidths(names: string[], groups: EndpointInZones[][]): number[] {
    const usual = zoneWidths[names.length - 1] ?? zoneWidths.at(-1)!;
    const widths = names.map((name) => Math.max(usual, widthOf(name, true) + 2 * gap));
    for (const group of groups) {
        const [run = []] = runsOf(group[0]!.zones, names);
        const perRow = Math.ceil(group.length / mostRows);
        const needs = group.map(chipWidth);
        const needed = Math.max(quantile(needs, 0.8) * perRow, ...needs) + (perRow + 5) * gap;
        const have = sum(run.map((index) => widths[index]!));
        if (have < needed) { for (const index of run) widths[index] = Math.ceil(widths[index]! * needed / have); }
    }
    return widths;
}

/** The bands, one below the other, and where the last one ends. */
export function bandsBelow(
    groups: EndpointInZones[][],
    names: string[],
    inside: (index: number) => { x: number; width: number },
    top: number,
): { bands: Band[]; bottom: number } {
    let y = top;
    const bands = groups.map((endpoints) => {
        const runs = runsOf(endpoints[0]!.zones, names);
        const across = (run: number[]) => {
            const [first, last] = [inside(run[0]!), inside(run.at(-1)!)];
            // A band over several zones also covers the space between them.
            return { x: first.x + gap, width: last.x + last.width - first.x - 2 * gap };
        };
        const first = across(runs[0]!);
        const chips = chipsIn(endpoints, { x: first.x + gap, y: y + bandTitle, width: first.width - 2 * gap });
        const height = chips.bottom - y + gap;
        const band = {
            endpoints,
            everywhere: endpoints[0]!.zones.length === names.length,
            parts: runs.map((run) => ({ ...across(run), y, height })),
            chips: chips.list,
            gaps: [...names.keys()].filter((index) => !runs.flat().includes(index)).map((index) => ({
                ...across([index]),
                y,
                height,
            })),
        };
        y += height + gap;
        return band;
    });
    return { bands, bottom: y };
}

/** The zones of a band as runs of neighbouring columns. */
function runsOf(zones: string[], names: string[]): number[][] {
    const runs: number[][] = [];
    for (const [index, name] of names.entries()) {
        if (!zones.includes(name)) continue;
        const last = runs.at(-1);
        if (last?.at(-1) === index - 1) last.push(index);
        else runs.push([index]);
    }
    return runs;
}
