import { stripVTControlCharacters } from "node:util";

import Table from "cli-table3";
import colours from "picocolors";

const gap = 2;
const indent = 2;
const narrowest = 8;

/** A table without lines: aligned, and wrapped to the terminal where there is one. */
export function table(titles: string[], rows: string[][]): string[] {
    const lines = [titles.map((title) => colours.dim(title)), ...rows];
    const widths = fit(
        titles.map((title, column) => Math.max(title.length, ...rows.map((row) => lengthOf(row[column]!)))),
    );
    const drawn = new Table({
        chars: noLines,
        colWidths: widths.map((width) => width + gap),
        style: { "padding-left": 0, "padding-right": gap },
        wordWrap: true,
    });
    drawn.push(...lines);
    return drawn.toString().split("\n").map((line) => line.trimEnd());
}

/** Narrows the widest columns until the table fits; away from a terminal nothing is narrowed. */
function fit(widths: number[]): number[] {
    const fitted = [...widths];
    const room = (process.stdout.columns ?? Infinity) - indent - gap * widths.length;
    while (fitted.reduce((sum, width) => sum + width, 0) > room) {
        const widest = fitted.indexOf(Math.max(...fitted));
        if (fitted[widest]! <= narrowest) break;
        fitted[widest]! -= 1;
    }
    return fitted;
}

function lengthOf(text: string): number {
    return stripVTControlCharacters(text).length;
}

const places = ["top", "top-mid", "top-left", "top-right", "bottom", "bottom-mid", "bottom-left", "bottom-right"];
const inner = ["left", "left-mid", "mid", "mid-mid", "right", "right-mid", "middle"];
const noLines = Object.fromEntries([...places, ...inner].map((place) => [place, ""]));
