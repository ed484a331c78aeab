import { closest, distance } from "fastest-levenshtein";

/** The name that was probably meant; `undefined` where none is near. */
export function nearest(unknown: string, known: string[]): string | undefined {
    if (known.length === 0) return undefined;
    const name = closest(unknown.toLowerCase(), known);
    return distance(unknown.toLowerCase(), name) <= Math.max(2, Math.floor(unknown.length / 3)) ? name : undefined;
}

/** The cure for a name that is not in a list: the one that was probably meant, else all of them. */
export function suggest(unknown: string, known: string[], what: string): string {
    const meant = nearest(unknown, known);
    return meant === undefined ? `${what}: ${[...known].sort().join(", ")}` : `did you mean "${meant}"?`;
}
