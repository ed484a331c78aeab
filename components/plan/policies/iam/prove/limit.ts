/** What a question needs more of than the prover spends on it. */
export class TooLarge extends Error {}

/** The error for a question that would take too long. */
export function tooLarge(what: string): TooLarge {
    return new TooLarge(what);
}

/** The most steps for all questions about some documents: between one and two seconds of processor time. */
const mostSteps = 6_000_000;

/** The most statements that are evaluated to make the answers easier to read: about half a second. */
const mostEvaluated = 10_000;

/**
 * Counts what the questions about some documents cost. A step takes about as long wherever it is counted: comparing a
 * character with a step of a language, two characters of a statement with a request, or a dimension of two boxes.
 */
export class Effort {
    private steps = 0;
    private evaluated = 0;

    spend(steps: number, what: string): void {
        this.steps += steps;
        if (this.steps > mostSteps) throw tooLarge(what);
    }

    /** Whether this many more statements may be evaluated for what an answer is correct without. */
    affords(statements: number): boolean {
        this.evaluated += statements;
        return this.evaluated <= mostEvaluated;
    }
}
