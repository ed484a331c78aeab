import { interfaceDataTiers } from "../../components/plan/facts/prices";
import { type CostedWay, type CostPlot, inGigabytes } from "../../components/report/costPlot";
import { line, svg, text, widthOf } from "./svg";

const width = 860;
const height = 380;
const plot = { left: 64, top: 34, right: 650, bottom: 330 };
const looks: { [Id in CostedWay["id"]]: string } = {
    "every-zone": "interface",
    "one-zone": "subnet",
    "nat": "outside",
};

/** The costs by traffic as an SVG: a line for each way, the break-even points, and the stack's expected traffic. */
export function costChart({ ways, expected }: CostPlot): string {
    const breakEvens = ways.flatMap((
        way,
    ) => (way.cheaperThanNatFrom ? [{ way, gigabytes: way.cheaperThanNatFrom }] : []));
    const furthest = Math.max(...breakEvens.map(({ gigabytes }) => gigabytes), expected?.gigabytes ?? 0);
    const gigabytes = axis(furthest > 0 ? furthest * 1.25 : 1000);
    const usd = axis(Math.max(1, expected?.usd ?? 0, ...ways.map((way) => way.usd(gigabytes.end))));
    const x = (value: number) => rounded(plot.left + value / gigabytes.end * (plot.right - plot.left));
    const y = (value: number) => rounded(plot.bottom - value / usd.end * (plot.bottom - plot.top));
    // The labels of two break-even points may need a line each.
    const isNear = (index: number) =>
        index > 0 && Math.abs(x(breakEvens[index]!.gigabytes) - x(breakEvens[index - 1]!.gigabytes)) < 130;
    return svg({ width, height }, "USD a month by gigabytes a month", [
        text(plot.left, 18, "USD a month", "soft"),
        text(plot.right, height - 8, "gigabytes a month through interface endpoints", "soft end"),
        ...usd.ticks.flatMap((tick) => [
            line([[plot.left, y(tick)], [plot.right, y(tick)]], "faint"),
            text(plot.left - 8, y(tick) + 4, tick.toLocaleString("en-US"), "soft end"),
        ]),
        ...gigabytes.ticks.map((tick) => text(x(tick), plot.bottom + 18, tick.toLocaleString("en-US"), "soft middle")),
        line([[plot.left, plot.bottom], [plot.right, plot.bottom]], ""),
        ...ways.map((way) =>
            line(bends(way, gigabytes.end).map((at) => [x(at), y(way.usd(at))]), `${looks[way.id]} thick`)
        ),
        ...names(ways.map((way) => ({ way, y: y(way.usd(gigabytes.end)) }))),
        ...breakEvens.flatMap(({ way, gigabytes: at }, index) => [
            line([[x(at), y(way.usd(at))], [x(at), plot.bottom]], `${looks[way.id]} dashed`),
            dot(x(at), y(way.usd(at)), looks[way.id]),
            mark(x(at), plot.bottom - 8 - (isNear(index) ? 17 : 0), inGigabytes(at), looks[way.id]),
        ]),
        ...(expected
            ? [
                line([[x(expected.gigabytes), plot.top], [x(expected.gigabytes), plot.bottom]], "dashed"),
                `<circle cx="${x(expected.gigabytes)}" cy="${y(expected.usd)}" r="6" class="ring"/>`,
                mark(
                    x(expected.gigabytes),
                    plot.top + 4,
                    `this stack: ${inGigabytes(expected.gigabytes)}, USD ${expected.usd.toFixed(2)}`,
                    "",
                ),
            ]
            : []),
    ]);
}

/** Where a line bends: the price of a gigabyte changes with the amount. */
function bends({ id }: CostedWay, end: number): number[] {
    const tiers = id === "nat" ? [] : interfaceDataTiers.map(({ upToGigabytes }) => upToGigabytes);
    return [0, ...tiers.filter((tier) => tier < end), end];
}

/** Round ticks from 0 to an end that is a tick too. */
function axis(atLeast: number): { ticks: number[]; end: number } {
    const rough = atLeast / 5;
    const power = 10 ** Math.floor(Math.log10(rough));
    const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((one) => one >= rough)!;
    const count = Math.ceil(atLeast / step - 1e-9);
    const ticks = Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
    return { ticks, end: ticks.at(-1)! };
}

/** The lines' names at their ends, kept apart. */
function names(ends: { way: CostedWay; y: number }[]): string[] {
    let free = -Infinity;
    return [...ends].sort((a, b) => a.y - b.y).map(({ way, y }) => {
        const at = Math.max(y + 4, free);
        free = at + 18;
        return text(plot.right + 10, at, way.title, `${looks[way.id]} bold`);
    });
}

function dot(x: number, y: number, look: string): string {
    return `<circle cx="${x}" cy="${y}" r="5" class="${look} dot"/>`;
}

/** A text next to a vertical line, on its left if there is room. */
function mark(x: number, y: number, words: string, look: string): string {
    const left = x - 8 - widthOf(words, true) > plot.left;
    return text(left ? x - 8 : x + 8, y, words, `${look} bold halo${left ? " end" : ""}`.trim());
}

function rounded(pixels: number): number {
    return Math.round(pixels * 10) / 10;
}
