import type { Problem } from "../plan/problem";

/**
 * Replaces a value that cannot be read, such as the contents of a missing file. Its problem is reported together with
 * all others, wherever the value is used.
 */
export class Unreadable {
    public readonly problems: Problem[];

    constructor(...problems: Problem[]) {
        this.problems = problems;
    }
}
