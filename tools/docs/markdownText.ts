/** A value as code in a table's cell. */
export function codeOf(value: string): string {
    return `\`${value.replaceAll("|", "\\|")}\``;
}

/** A doc comment's text in a table's cell: on one line, and without characters that Markdown would read as HTML. */
export function inTable(text: string): string {
    const parts = text.replace(/\s+/g, " ").trim().split(/(`[^`]*`)/);
    return parts.map((part) => (part.startsWith("`") ? part : part.replaceAll("<", "&lt;"))).join("")
        .replaceAll("|", "\\|");
}

/** The anchor that GitHub gives a heading. */
export function anchorOf(heading: string): string {
    const text = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1");
    return text.trim().toLowerCase().replace(/[^\p{L}\p{N}_ -]/gu, "").replaceAll(" ", "-");
}

/** The headings of a page with their anchors, in order; code is skipped. */
export function headingsOf(page: string): { line: number; anchor: string }[] {
    const seen = new Map<string, number>();
    let inCode = false;
    return page.split("\n").flatMap((text, line) => {
        if (/^(```|~~~)/.test(text)) inCode = !inCode;
        const heading = inCode ? null : /^#{1,6} (.+)$/.exec(text);
        if (!heading) return [];
        const anchor = anchorOf(heading[1]!);
        const count = seen.get(anchor) ?? 0;
        seen.set(anchor, count + 1);
        return [{ line, anchor: count === 0 ? anchor : `${anchor}-${count}` }];
    });
}
