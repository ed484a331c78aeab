import type { Problem } from "../plan/problem";

/** How to report problems of arguments that were read from a source, where paths and some fixes differ. */
export interface Origin {
    /** The source, e.g. `the config of stack dev`. */
    where: string;
    /** The values as read, by key. */
    values: { [key: string]: unknown };
    /** Warnings about the source, e.g. about a missing `aws:region`. */
    warnings: Problem[];
    /** A problem in the terms of the source. */
    name(problem: Problem): Problem;
}

/** A property key, so that the origin survives when a program spreads what it read: `{ ...args, services }`. */
const origin = Symbol("origin");

/** Attaches to arguments the source they were read from. */
export function withOrigin<T extends object>(args: T, from: Origin): T {
    return Object.assign(args, { [origin]: from });
}

/** The warnings about the source of arguments. */
export function warningsOf(args: unknown): Problem[] {
    const { [origin]: from } = Object(args) as { [origin]?: Origin };
    return from?.warnings ?? [];
}

/** The problems of arguments in the terms of their source, and the source. */
export function inOrigin(args: unknown, problems: Problem[], name: string): { where: string; problems: Problem[] } {
    const given = Object(args) as { [key: string]: unknown; [origin]?: Origin };
    const from = given[origin];
    if (!from) return { where: name, problems };
    // A value that the program has replaced was not read from the source.
    const isRead = ({ path }: Problem) => {
        const key = path.split(/[.[]/)[0]!;
        return given[key] === from.values[key];
    };
    return {
        where: problems.every(isRead) ? from.where : name,
        problems: problems.map((problem) => (isRead(problem) ? from.name(problem) : problem)),
    };
}
