import {
    type EndpointInZones,
    isInZones,
    outsidersOf,
    type PlannedEndpoint,
} from "../../components/plan/kinds/endpointKinds";
import { isForOutsiders } from "../../components/report/endpointSection";
import type { ReportedPlan } from "../../components/report/reportedPlan";
import { grouped } from "../../components/report/wording";
import { type Box, widthOf } from "./svg";

/** A zone's column, and the subnet in it. */
export interface ZoneColumn {
    zone: string;
    cidrBlock: string;
    usableAddresses: number;
    box: Box;
    subnet: Box;
    workloads: Box;
}

/** An endpoint's name in the picture. */
export interface Chip {
    endpoint: EndpointInZones;
    box: Box;
}

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

/** A range outside the VPC, and the services that it reaches. */
export interface Caller {
    range: string;
    services: string[];
}

/** Where everything in the picture is. Nothing overlaps except what contains it. */
export interface PictureGrid {
    width: number;
    height: number;
    vpc: Box;
    zones: ZoneColumn[];
    bands: Band[];
    routeTables: Box;
    /** Gateway endpoints, on the edge of the VPC next to the route tables. */
    gateways: { endpoint: PlannedEndpoint; box: Box }[];
    internet: Box;
    /** The services that interface endpoints lead to. */
    services?: Box;
    /** Callers outside the VPC. */
    callers?: { box: Box; list: Caller[] };
    /** The endpoints for these callers only. */
    forOutsiders?: { box: Box; chips: Chip[] };
}

export const margin = 16;
const gap = 10;
const header = 30;
/** Ranges outside the VPC that are listed; more are counted. */
export const shownCallers = 6;
/** A line of text. */
export const lineHeight = 17;
const chipHeight = 22;
const leastChip = 84;
/** Rows of names after which a band gets wider. */
const mostRows = 22;
const subnetText = 3 * lineHeight + 8;
const workloadsHeight = 30;
const arrowRoom = 26;
const bandTitle = 24;
/** Where a way into or out of a band is, from its top. */
export const wayTop = 13;
const gatewayHeight = 26;
const sideWidth = 184;
const rightWidth = 200;
const between = 46;

/** Widths of a zone's column by the number of zones, so that the picture of six still fits a page. */
const zoneWidths = [520, 300, 220, 184, 164, 158];

/** Lays out a plan's network: zones side by side, and what several zones have in common as a band across them. */
export function pictureGrid({ network: { subnets }, endpoints }: ReportedPlan): PictureGrid {
    const interfaces = endpoints.filter(isInZones);
    const outside = interfaces.filter(isForOutsiders);
    const own = interfaces.filter((endpoint) => !isForOutsiders(endpoint));
    const callers = callersOf(interfaces);
    const names = subnets.map(({ zone }) => zone);
    const groups = grouped(own, ({ zones }) => zones.join()).map(([, group]) => group)
        .sort((a, b) => b[0]!.zones.length - a[0]!.zones.length);
    const widths = columnWidths(names, groups);

    const vpcX = margin + (callers.length > 0 ? sideWidth + between : 0);
    const zonesX = vpcX + margin + (outside.length > 0 ? sideWidth + margin : 0);
    const top = margin + header;
    const subnetTop = top + header;
    const workloadsTop = subnetTop + subnetText;
    const forOutsiders = outside.length > 0
        ? sideBox(outside, { x: vpcX + margin, y: top, width: sideWidth, height: 0 })
        : undefined;
    const natural = workloadsTop + workloadsHeight + arrowRoom;
    const bandsTop = forOutsiders ? Math.max(natural, forOutsiders.box.y + forOutsiders.box.height + gap) : natural;

    const xs = widths.map((_, index) => zonesX + sum(widths.slice(0, index)) + index * gap);
    const inside = (index: number) => ({ x: xs[index]! + gap, width: widths[index]! - 2 * gap });
    const { bands, bottom } = stack(groups, names, inside, bandsTop);
    const subnetBottom = bands.length > 0 ? bottom : workloadsTop + workloadsHeight + gap;
    const zones = subnets.map(({ zone, cidrBlock, usableAddresses }, index) => ({
        zone,
        cidrBlock,
        usableAddresses,
        box: { x: xs[index]!, y: top, width: widths[index]!, height: subnetBottom + gap - top },
        subnet: { ...inside(index), y: subnetTop, height: subnetBottom - subnetTop },
        workloads: {
            x: inside(index).x + gap,
            width: inside(index).width - 2 * gap,
            y: workloadsTop,
            height: workloadsHeight,
        },
    }));
    const right = xs.at(-1)! + widths.at(-1)!;
    const gateways = endpoints.filter((endpoint) => !isInZones(endpoint));
    const tablesTop = subnetBottom + 2 * gap + 4;
    const tablesHeight = Math.max(2 * lineHeight + 16, gateways.length * (gatewayHeight + 6) - 6);
    const routeTables = { x: zonesX, y: tablesTop, width: right - zonesX, height: tablesHeight };
    const vpc = {
        x: vpcX,
        y: margin,
        width: right + margin - vpcX,
        height: tablesTop + tablesHeight,
    };
    const rightX = vpc.x + vpc.width + between;
    const list = { x: rightX, width: rightWidth };
    return {
        width: rightX + rightWidth + margin,
        height: vpc.y + vpc.height + margin,
        vpc,
        zones,
        bands,
        routeTables,
        gateways: gateways.map((endpoint, index) => ({
            endpoint,
            box: { ...list, y: tablesTop + index * (gatewayHeight + 6), height: gatewayHeight },
        })),
        internet: { ...list, y: subnetTop, height: 4 * lineHeight + 12 },
        ...(bands.length > 0 && {
            services: {
                ...list,
                y: bandsTop,
                height: Math.max(4 * lineHeight + 12, bands.at(-1)!.parts[0]!.y + 2 * wayTop - bandsTop),
            },
        }),
        ...(callers.length > 0 && {
            callers: {
                box: { x: margin, y: top, width: sideWidth, height: callersBottom(callers, bands, top) - top },
                list: callers,
            },
        }),
        ...(forOutsiders && { forOutsiders }),
    };
}

/** Down to the text's end, and to the last band that a caller reaches. */
function callersBottom({ length }: Caller[], bands: Band[], top: number): number {
    const reached = bands.filter(({ endpoints }) => endpoints.some((endpoint) => outsidersOf(endpoint).length > 0));
    const rows = 2 * Math.min(length, shownCallers) + (length > shownCallers ? 1 : 0);
    return Math.max(top + 36 + rows * lineHeight, ...reached.map(({ parts: [first] }) => first!.y + 2 * wayTop));
}

/** The ranges outside the VPC that reach endpoints, each with the services. */
function callersOf(interfaces: EndpointInZones[]): Caller[] {
    const pairs = interfaces.flatMap((endpoint) =>
        outsidersOf(endpoint).map((range) => ({ range, service: endpoint.service }))
    );
    return grouped(pairs, ({ range }) => range).sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([range, found]) => ({ range, services: found.map(({ service }) => service) }));
}

/** The columns' widths: wider where a band that is not in every zone has many or long names. */
function columnWidths(names: string[], groups: EndpointInZones[][]): number[] {
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

function stack(
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

/** Names in rows of equal cells; a long name takes several. */
function chipsIn(
    endpoints: EndpointInZones[],
    { x, y, width }: { x: number; y: number; width: number },
): { list: Chip[]; bottom: number } {
    const usual = Math.min(width, Math.max(leastChip, quantile(endpoints.map(chipWidth), 0.5)));
    const perRow = Math.max(1, Math.floor((width + 6) / (usual + 6)));
    const cell = (width + 6) / perRow;
    let [row, column] = [0, 0];
    const list = endpoints.map((endpoint) => {
        const span = Math.min(perRow, Math.ceil((chipWidth(endpoint) + 6) / cell));
        if (column + span > perRow) [row, column] = [row + 1, 0];
        const box = {
            x: Math.round(x + column * cell),
            y: y + row * (chipHeight + 5),
            width: Math.round(span * cell - 6),
            height: chipHeight,
        };
        column += span;
        return { endpoint, box };
    });
    return { list, bottom: y + (row + 1) * (chipHeight + 5) - 5 };
}

/** E.g. the median at 0.5. */
function quantile(numbers: number[], part: number): number {
    return [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) * part)]!;
}

function chipWidth({ service }: EndpointInZones): number {
    return widthOf(service) + 18;
}

function sideBox(endpoints: EndpointInZones[], box: Box): { box: Box; chips: Chip[] } {
    const inner = { x: box.x + gap, y: box.y + 6 * lineHeight, width: box.width - 2 * gap };
    const { list, bottom } = chipsIn(endpoints, inner);
    return { box: { ...box, height: bottom + gap - box.y }, chips: list };
}

function sum(numbers: number[]): number {
    return numbers.reduce((total, one) => total + one, 0);
}
