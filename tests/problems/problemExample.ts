import type { ProblemCode, Warning } from "../../components/plan/problem";

/** What is printed of a problem or a warning: only problems have a path and a fix. */
export interface Caused extends Warning {
    hint?: string;
}

/** A piece of input, as the page shows it. */
export interface Shown {
    language: "yaml" | "ts" | "json" | "sh";
    text: string;
}

/** Input that is wrong in one way, and how to find out what is said of it. */
export interface ProblemExample {
    /** The code of all that it causes. */
    code: ProblemCode;
    /** What else must be so, in a sentence. @default - nothing */
    given?: string;
    shown: Shown;
    /** Gives the input to what reads it, and returns what is printed. */
    run(): Promise<Caused[]>;
}
