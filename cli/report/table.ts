import { stripVTControlCharacters } from "node:util";

import Table from "cli-table3";

const gap = 2;

/**
 * A table without borders, wrapped between words to a width. If the longest words do not fit next to each other, each row
 * becomes a list of its columns.
 *
 * @param width maximum width in characters; without it nothing is wrapped
 * @param numeric the columns to align to the right, by index
 */
export function table(titles: string[], rows: string[][], width = Infinity, numeric: number[] = []): string[] {
    const columns = titles.map((title, column) => [title, ...rows.map((row) => row[column]!)]);
    const room = width - gap * (columns.length - 1);
    const widths = fit(
        columns.map((cells) => widest(cells)),
        columns.map((cells) => widest(cells.flatMap(words))),
        room,
    );
    return widths ? drawn([titles, ...rows], widths, numeric) : rows.flatMap((row) => asList(titles, row));
}

/** Narrows the widest columns, none below its longest word, until all fit; `undefined` if they cannot. */
function fit(natural: number[], least: number[], room: number): number[] | undefined {
    if (sum(least) > room) return undefined;
    const widths = [...natural];
    while (sum(widths) > room) {
        const spare = widths.map((width, column) => (width > least[column]! ? width : 0));
        widths[spare.indexOf(Math.max(...spare))]! -= 1;
    }
    return widths;
}

/** The width of a table whose cells are not wrapped. */
export function naturalWidth(titles: string[], rows: string[][]): number {
    const widths = titles.map((title, column) => widest([title, ...rows.map((row) => row[column]!)]));
    return sum(widths) + gap * (titles.length - 1);
}

function drawn(lines: string[][], widths: number[], numeric: number[]): string[] {
    const grid = new Table({
        chars: noLines,
        colAligns: widths.map((_, column) => (numeric.includes(column) ? "right" : "left")),
        colWidths: widths.map((width) => width + gap),
        style: { "padding-left": 0, "padding-right": gap },
        wordWrap: true,
    });
    grid.push(...lines);
    return grid.toString().split("\n").map((line) => line.trimEnd());
}

function asList(titles: string[], [first = "", ...rest]: string[]): string[] {
    const longest = widest(titles.slice(1));
    return [
        first,
        ...rest.map((cell, index) => {
            const title = titles[index + 1]!;
            return `  ${title}${" ".repeat(longest - lengthOf(title))}  ${cell}`;
        }),
    ];
}

function widest(texts: string[]): number {
    return Math.max(0, ...texts.map(lengthOf));
}

/** The printed width: colour codes do not count. */
function lengthOf(text: string): number {
    return stripVTControlCharacters(text).length;
}

function words(text: string): string[] {
    return text.split(" ");
}

function sum(numbers: number[]): number {
    return numbers.reduce((total, one) => total + one, 0);
}

const outer = ["top", "top-mid", "top-left", "top-right", "bottom", "bottom-mid", "bottom-left", "bottom-right"];
const inner = ["left", "left-mid", "mid", "mid-mid", "right", "right-mid", "middle"];
const noLines = Object.fromEntries([...outer, ...inner].map((place) => [place, ""]));
