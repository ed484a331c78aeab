import type { Problem } from "../plan/problem";

/** How the problems of arguments are named where they were read from: there they have other paths, and some another fix. */
export interface Origin {
    /** What has the problems, e.g. `the config of stack dev`. */
    where: string;
    /** The values as they were read, by their keys. */
    values: { [key: string]: unknown };
    name(problem: Problem): Problem;
}

/** A key, so that it survives when a program adds to what it read: `{ ...args, services }`. */
const origin = Symbol("origin");

/** The same arguments, with where they were read from. */
export function withOrigin<T extends object>(args: T, from: Origin): T {
    return Object.assign(args, { [origin]: from });
}

/** The problems of arguments as their origin names them, and what has them. */
export function inOrigin(args: unknown, problems: Problem[], name: string): { where: string; problems: Problem[] } {
    const given = Object(args) as { [key: string]: unknown; [origin]?: Origin };
    const from = given[origin];
    if (!from) return { where: name, problems };
    // What the program put in the place of what was read is its own.
    const isRead = ({ path }: Problem) => {
        const key = path.split(/[.[]/)[0]!;
        return given[key] === from.values[key];
    };
    return {
        where: problems.every(isRead) ? from.where : name,
        problems: problems.map((problem) => (isRead(problem) ? from.name(problem) : problem)),
    };
}
