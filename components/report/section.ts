/** A section of the report, the same on a terminal, in Markdown and in HTML. */
export interface Section {
    /** Its heading, e.g. `Endpoints`. */
    title: string;
    /** How many things it is about, shown after the title. @default - not shown */
    count?: number;
    /** @default - none */
    table?: Table;
    /** Sentences, after the table. @default - none */
    lines?: string[];
    /** Lines of equal importance that only a wide or scrolling display has room for, already aligned. */
    tree?: string[];
    /** Whether its lines depend on each other, so that a comparison keeps them together. */
    whole?: boolean;
    /** The entries that an earlier plan has as well; those in `table` and `lines` are new or changed. */
    unchanged?: Pick<Section, "table" | "lines">;
    /** Whether an earlier plan has exactly this section. */
    same?: boolean;
}

/** A table of text. */
export interface Table {
    /** From left to right. */
    columns: Column[];
    /** A text for each column. */
    rows: string[][];
}

/** A column of a table. */
export interface Column {
    /** Its heading, e.g. `USD/month`. */
    title: string;
    /** Whether it has numbers, which are aligned to the right. */
    numeric?: boolean;
    /** Whether a narrow display may list its values below the table. The last such column goes first. */
    foldable?: boolean;
}

/** The title with the count. */
export function titleOf({ title, count }: Section): string {
    return count === undefined ? title : `${title} (${count})`;
}

/** Whether there is anything to show. */
export function hasContent({ table, lines = [], tree = [] }: Section): boolean {
    return table !== undefined || lines.length > 0 || tree.length > 0;
}
