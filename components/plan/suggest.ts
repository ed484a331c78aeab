import { closest, distance } from "fastest-levenshtein";

/** Longer than every name: comparing takes time for each letter of both. */
export const longestName = 250;

/**
 * The closest known name; `undefined` if none is close.
 *
 * @param letters one wrong letter is allowed for this number of letters
 */
export function nearest(unknown: string, known: string[], letters = 3): string | undefined {
    if (known.length === 0 || unknown.length > longestName) return undefined;
    const written = unknown.toLowerCase();
    const longer = known.find((name) => name.startsWith(`${written}.`));
    if (longer !== undefined && !known.includes(written)) return longer;
    // In a short name every letter counts: "rds" is not a misspelt "ecs".
    const wrong = Math.max(1, Math.floor(written.length / letters));
    // A name that is longer or shorter by more letters needs no comparison, which takes most of the time.
    const similar = known.filter((name) => Math.abs(name.length - written.length) <= wrong);
    if (similar.length === 0) return undefined;
    const name = closest(written, similar);
    return distance(written, name) <= wrong ? name : undefined;
}

/** The fix for a name that is not in a list: the closest one, otherwise the whole list. */
export function suggest(unknown: string, known: string[], what: string): string {
    const meant = nearest(unknown, known);
    return meant === undefined ? `${what}: ${[...known].sort().join(", ")}` : `did you mean "${meant}"?`;
}
