import { closest, distance } from "fastest-levenshtein";

/** The cure for a name that is not in a list: the nearest one, where one is near, and all of them where they are few. */
export function suggest(unknown: string, known: string[], what: string): string {
    const listing = `${what}: ${[...known].sort().join(", ")}`;
    if (known.length === 0) return listing;
    const nearest = closest(unknown.toLowerCase(), known);
    const near = distance(unknown.toLowerCase(), nearest) <= Math.max(2, Math.floor(unknown.length / 3));
    return near ? `did you mean "${nearest}"?` : listing;
}
