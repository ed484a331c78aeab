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
    // Every place of the pattern that what was read so far may have led to: no backtracking, so none can take for ever.
    let places = reach(pattern, new Set(), 0);
    for (const char of text) {
        const next = new Set<number>();
        for (const place of places) {
            const glyph = pattern[place];
            if (!glyph || !(glyph.wildcard ? char !== ":" || !staysInSegment(place) : glyph.char === char)) continue;
            reach(pattern, next, isStar(glyph) ? place : place + 1);
        }
        if (next.size === 0) return false;
        places = next;
    }
    return places.has(pattern.length);
}

/** Adds a place, and those behind it that stars let follow by taking nothing. */
function reach(pattern: Pattern, places: Set<number>, place: number): Set<number> {
    for (let at = place; !places.has(at); at++) {
        places.add(at);
        if (!isStar(pattern[at])) break;
    }
    return places;
}

function isStar(glyph: Glyph | undefined): boolean {
    return glyph !== undefined && glyph.wildcard && glyph.char === "*";
}
