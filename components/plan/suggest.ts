import { closest, distance } from "fastest-levenshtein";

/**
 * The name that was probably meant; `undefined` where none is near.
 *
 * @param letters for so many letters one may be wrong
 */
export function nearest(unknown: string, known: string[], letters = 3): string | undefined {
    if (known.length === 0) return undefined;
    const written = unknown.toLowerCase();
    const longer = known.find((name) => name.startsWith(`${written}.`));
    if (longer !== undefined && !known.includes(written)) return longer;
    const name = closest(written, known);
    // Of a short name every letter counts: "rds" is not a misspelt "ecs".
    return distance(written, name) <= Math.max(1, Math.floor(written.length / letters)) ? name : undefined;
}

/** The cure for a name that is not in a list: the one that was probably meant, else all of them. */
export function suggest(unknown: string, known: string[], what: string): string {
    const meant = nearest(unknown, known);
    return meant === undefined ? `${what}: ${[...known].sort().join(", ")}` : `did you mean "${meant}"?`;
}
