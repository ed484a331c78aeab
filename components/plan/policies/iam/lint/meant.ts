import { nearest } from "../../../suggest";

/** The name that was probably meant, in its own spelling; `undefined` where none is near. */
export function meant(written: string, known: string[]): string | undefined {
    const name = nearest(written, known.map((one) => one.toLowerCase()));
    return known.find((one) => one.toLowerCase() === name);
}

/** The cure for a name that is not in a list: the one that was probably meant, else all of them. */
export function fix(written: string, known: string[], what: string): string {
    const name = meant(written, known);
    return name === undefined ? `${what}: ${[...known].sort().join(", ")}` : `did you mean "${name}"?`;
}

/** The cure where the list is too long to be told. */
export const reference = "see the service authorization reference of AWS";
