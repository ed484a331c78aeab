/** A character of a pattern, which is itself or a wildcard. */
interface Glyph {
    char: string;
    wildcard: boolean;
}

/** Text in which `*` is any number of characters and `?` is one, except where they were written as literal ones. */
export type Pattern = Glyph[];

/** The pattern that a text is. */
export function patternOf(text: string): Pattern {
    return [...text].map((char) => ({ char, wildcard: char === "*" || char === "?" }));
}

/** The pattern that matches a text and no other. */
export function literally(text: string): Pattern {
    return [...text].map((char) => ({ char, wildcard: false }));
}

/** A pattern read as mere text. */
export function textOf(pattern: Pattern): string {
    return pattern.map(({ char }) => char).join("");
}

/** Whether a pattern matches a text from end to end, where some of its wildcards may be kept from taking a colon. */
export function matches(
    pattern: Pattern,
    text: string,
    staysInSegment: (index: number) => boolean = () => false,
): boolean {
    const takes = ({ char: own, wildcard }: Glyph, index: number, char: string) =>
        wildcard ? char !== ":" || !staysInSegment(index) : own === char;
    const isStar = ({ char, wildcard }: Glyph) => wildcard && char === "*";
    // Whether the first n glyphs match what was read so far. No backtracking, so no pattern can take for ever.
    let reached = [true];
    pattern.forEach((glyph, index) => reached.push(reached[index]! && isStar(glyph)));
    for (const char of text) {
        const next = [false];
        pattern.forEach((glyph, index) => {
            const taken = takes(glyph, index, char);
            next.push(isStar(glyph) ? next[index]! || (reached[index + 1]! && taken) : reached[index]! && taken);
        });
        reached = next;
    }
    return reached[pattern.length]!;
}
