import { stripVTControlCharacters } from "node:util";

import colours from "picocolors";

import type { Plan } from "../../components";
import { plainText } from "../../components/plan/plainText";
import { type Section, type Table, titleOf } from "../../components/report/section";
import { heading, promise, type ReportContext, sections } from "../../components/report/sections";
import { grouped } from "../../components/report/wording";
import { naturalWidth, table } from "./table";

/** The terminal that the report is written for. */
export interface Screen {
    /** Maximum width in characters. @default - unlimited */
    width?: number;
    /** Whether it shows colours. */
    colour: boolean;
}

type Painter = ReturnType<typeof colours.createColors>;

/** The screen of a stream. It has colours only on a terminal, and not if NO_COLOR is set. */
export function screenOf(stream: Pick<NodeJS.WriteStream, "isTTY" | "columns">, env: NodeJS.ProcessEnv): Screen {
    const colour = Boolean(stream.isTTY) && !env.NO_COLOR && env.TERM !== "dumb";
    return { colour, width: stream.isTTY ? stream.columns : undefined };
}

/** A plan as text for a terminal. */
export function terminalReport(plan: Plan, screen: Screen, context: ReportContext = {}): string {
    const paint = colours.createColors(screen.colour);
    const head = [paint.bold(plain(heading(plan))), ...wrapped(promise(plan), screen.width)].join("\n");
    const all = sections(plan, context);
    const same = all.filter((section) => section.same);
    const folded = {
        title: "Unchanged",
        lines: [`${same.map(titleOf).join(", ")}. Without --against, the report shows them in full.`],
    };
    const shown = [...all.filter((section) => !section.same), ...(same.length > 0 ? [folded] : [])];
    return `${[head, ...shown.map((section) => sectionText(section, screen, paint))].join("\n\n")}\n`;
}

/** Sections as text for a terminal. */
export function terminalSections(all: Section[], screen: Screen): string {
    const paint = colours.createColors(screen.colour);
    return `${all.map((section) => sectionText(section, screen, paint)).join("\n\n")}\n`;
}

const indent = "  ";

function sectionText(section: Section, { width }: Screen, paint: Painter): string {
    const { table: content, lines = [], tree = [], unchanged } = section;
    const room = width === undefined ? undefined : width - indent.length;
    const rows = content ? tableLines(content, room, paint) : [];
    const body = [
        ...rows,
        ...(rows.includes("") && (lines.length > 0 || unchanged) ? [""] : []),
        ...lines.flatMap((line) => wrapped(plain(line), room)).map(paintedBy(paint)),
        ...(unchanged ? wrapped(unchangedLine(unchanged), room).map(paint.dim) : []),
        ...(lines.length > 0 ? [] : tree.map(plain)),
    ].map((line) => (indent + line).trimEnd());
    return [paint.bold(paint.cyan(plain(titleOf(section)))), ...body].join("\n");
}

/** The table with one line for each row: columns that there is no room for are listed below it, by value. */
function tableLines({ columns, rows: cells }: Table, room: number | undefined, paint: Painter): string[] {
    const rows = cells.map((row) => row.map(plain));
    const shown = [...columns.keys()];
    const fits = () =>
        naturalWidth(shown.map((at) => columns[at]!.title), rows.map((row) => shown.map((at) => row[at]!)))
            <= (room ?? Infinity);
    while (!fits() && columns[shown.at(-1)!]!.foldable) shown.pop();
    const folded = columns.map((column, at) => ({ ...column, at })).filter(({ at }) => !shown.includes(at));
    const names = rows.map(([name = "", kind = ""]) =>
        rows.filter((row) => row[0] === name).length > 1 ? `${name} (${kind})` : name
    );
    return [
        ...table(
            shown.map((at) => paint.dim(columns[at]!.title)),
            rows.map((row) => shown.map((at) => paintedBy(paint)(row[at]!))),
            room,
            shown.filter((at) => columns[at]!.numeric),
        ),
        ...folded.flatMap(({ title, at }) => [
            "",
            paint.dim(title),
            ...grouped([...rows.keys()], (index) => rows[index]![at]!).flatMap(([value, same]) =>
                wrapped(`${value}: ${same.map((index) => names[index]!).join(", ")}`, room)
            ),
        ]),
    ];
}

function unchangedLine({ table: content, lines = [] }: Pick<Section, "table" | "lines">): string {
    if (!content) return `${lines.length} unchanged`;
    return `${content.rows.length} unchanged: ${content.rows.map(([name]) => name).join(", ")}`;
}

/** Without control characters, which would reach the terminal. */
export function plain(text: string): string {
    return plainText(stripVTControlCharacters(text));
}

/** A sentence wrapped between words to a width, with continuation lines indented. */
export function wrapped(text: string, width = Infinity): string[] {
    const lines: string[] = [];
    for (const word of text.split(" ")) {
        const last = lines.at(-1);
        if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
        else lines.push(lines.length === 0 ? word : indent + word);
    }
    return lines;
}

/** Free is green; additions, removals and changes have the colour of their sign. */
function paintedBy(paint: Painter): (cell: string) => string {
    return (cell) => {
        if (cell === "Gateway" || cell.startsWith("+ ")) return paint.green(cell);
        if (cell.startsWith("- ")) return paint.red(cell);
        return cell.startsWith("~ ") ? paint.yellow(cell) : cell;
    };
}
