import colours from "picocolors";

import type { Plan } from "../../components";
import { heading, promise, type ReportContext, type Section, sections } from "../../components/report/sections";
import { table } from "./table";

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
    const head = [paint.bold(heading(plan)), ...wrapped(promise, screen.width)].join("\n");
    return `${[head, ...sections(plan, context).map((section) => sectionText(section, screen, paint))].join("\n\n")}\n`;
}

const indent = "  ";

function sectionText(
    { title, table: content, lines = [], detail }: Section,
    { width }: Screen,
    paint: Painter,
): string {
    const room = width === undefined ? undefined : width - indent.length;
    const rows = content
        ? table(
            content.titles.map((text) => paint.dim(text)),
            content.rows.map((row) => row.map(paintedBy(paint))),
            room,
        )
        : [];
    const sentences = detail ? lines : lines.flatMap((line) => wrapped(line, room));
    const body = [...rows, ...sentences].map((line) => (indent + line).trimEnd());
    return [paint.bold(paint.cyan(title)), ...body].join("\n");
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
