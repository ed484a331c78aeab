import type { ProblemCode, Warning } from "../../components/plan/problem";

/** The printed parts of a problem or a warning. Only problems have a path and a fix. */
export interface Caused extends Warning {
    hint?: string;
}

/** An input, as the page shows it. */
export interface Shown {
    language: "yaml" | "ts" | "json" | "sh";
    text: string;
}

/** An input with one mistake, and a function that returns the problems it causes. */
export interface ProblemExample {
    /** The code of every problem that it causes. */
    code: ProblemCode;
    /** Additional preconditions, in a sentence. @default - nothing */
    given?: string;
    shown: Shown;
    /** Processes the input and returns what is printed. */
    run(): Promise<Caused[]>;
}
