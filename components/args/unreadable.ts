import type { Problem } from "../plan/problem";

/**
 * Is in the place of a value that cannot be read, such as the text of a file that does not exist, so that its problem is
 * reported together with all others, wherever the value is used.
 */
export class Unreadable {
    public readonly problems: Problem[];

    constructor(...problems: Problem[]) {
        this.problems = problems;
    }
}
