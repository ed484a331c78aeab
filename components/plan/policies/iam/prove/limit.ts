/** What a question needs more of than the prover spends on it. */
export class TooLarge extends Error {}

/** The error for a question that would take too long. */
export function tooLarge(what: string): TooLarge {
    return new TooLarge(what);
}
