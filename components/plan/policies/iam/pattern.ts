/** A character of a pattern: a literal or a wildcard. */
interface Glyph {
    char: string;
    wildcard: boolean;
}

/** A string in which `*` matches any number of characters and `?` matches one, unless they were written as literals. */
export type Pattern = Glyph[];

/** The pattern of a string with wildcards. */
export function patternOf(text: string): Pattern {
    return [...text].map((char) => ({ char, wildcard: char === "*" || char === "?" }));
}

/** The pattern that matches only this string. */
export function literally(text: string): Pattern {
    return [...text].map((char) => ({ char, wildcard: false }));
}

/** A pattern as a plain string. */
export function textOf(pattern: Pattern): string {
    return pattern.map(({ char }) => char).join("");
}

/** Whether a pattern matches a whole string. Some of its wildcards may be prevented from matching a colon. */
export function matches(
    pattern: Pattern,
    text: string,
    staysInSegment: (index: number) => boolean = () => false,
): boolean {
    // All pattern positions reachable with the input so far: no backtracking, so the time is bounded.
    const reached = new Uint32Array(pattern.length + 1);
    let step = 1;
    /** Adds a position, and those after it that are reachable if stars match nothing. */
    const reach = (places: number[], place: number): number[] => {
        for (let at = place; reached[at] !== step; at++) {
            reached[at] = step;
            places.push(at);
            if (!isStar(pattern[at])) break;
        }
        return places;
    };
    let places = reach([], 0);
    for (const char of text) {
        step += 1;
        const next: number[] = [];
        for (const place of places) {
            const glyph = pattern[place];
            if (!glyph || !(glyph.wildcard ? char !== ":" || !staysInSegment(place) : glyph.char === char)) continue;
            reach(next, isStar(glyph) ? place : place + 1);
        }
        if (next.length === 0) return false;
        places = next;
    }
    return reached[pattern.length] === step;
}

function isStar(glyph: Glyph | undefined): boolean {
    return glyph !== undefined && glyph.wildcard && glyph.char === "*";
}
