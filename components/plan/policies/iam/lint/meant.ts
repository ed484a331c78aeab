import { nearest } from "../../../suggest";

/** The closest known name, in its own spelling; `undefined` if none is close. */
export function meant(written: string, known: string[]): string | undefined {
    const name = nearest(written, known.map((one) => one.toLowerCase()));
    return known.find((one) => one.toLowerCase() === name);
}

/** The fix for a name that is not in a list: the closest one, otherwise the whole list. */
export function fix(written: string, known: string[], what: string): string {
    const name = meant(written, known);
    return name === undefined ? `${what}: ${[...known].sort().join(", ")}` : `did you mean "${name}"?`;
}

/** The fix if the list is too long to print. */
export const reference = "see the AWS Service Authorization Reference";
