import type { Language, Step } from "./language";
import { Effort } from "./limit";

/** Preferred for a character that no language names, because it is valid in most places. */
const readable = "abcdefghijklmnopqrstuvwxyz0123456789-_ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/**
 * One string for each combination of languages that a string can be in, the shortest one, in the order of their
 * lengths: every other string behaves like one of them. Only strings in one of `within` count.
 *
 * All languages are one automaton, whose states are the sets of steps that a string can have reached.
 */
export function samplesOf(within: Language[], languages: Language[], effort = new Effort()): string[] {
    const distinct = [...new Map([...within, ...languages].map((one) => [JSON.stringify(one), one])).values()];
    const steps: (Step | undefined)[] = [];
    const starts: number[] = [];
    const limits = new Set<number>();
    for (const [index, language] of distinct.entries()) {
        const first = steps.length;
        starts.push(first);
        steps.push(...language, undefined);
        // The distinct ones begin with those of `within`.
        if (index < within.length) { for (let at = first; at < steps.length; at++) limits.add(at); }
    }
    const samples = new Map<string, string>();
    const first = reached(starts, steps);
    const seen = new Set([first.join()]);
    let texts: [number[], string][] = [[first, ""]];
    while (texts.length > 0) {
        const next: [number[], string][] = [];
        for (const [positions, text] of texts) {
            const ends = positions.filter((at) => steps[at] === undefined);
            const kind = ends.join();
            if (ends.some((at) => limits.has(at)) && !samples.has(kind)) samples.set(kind, text);
            const chars = distinguished(positions, steps);
            effort.spend(chars.size * positions.length, "its patterns overlap in more ways than are tried");
            for (const [after, char] of nextAfter(positions, steps, chars)) {
                const key = after.join();
                if (seen.has(key) || !after.some((at) => limits.has(at))) continue;
                seen.add(key);
                next.push([after, text + char]);
            }
        }
        texts = next;
    }
    return [...samples.values()];
}

/** The positions after each further character, and a character that leads there. */
function nextAfter(positions: number[], steps: (Step | undefined)[], chars: Set<string>): [number[], string][] {
    const found = new Map<string, [number[], string]>();
    for (const char of chars) {
        const after: number[] = [];
        for (const at of positions) {
            const known = steps[at];
            if (known && known.chars.includes(char) !== known.not) after.push(known.star ? at : at + 1);
        }
        const key = after.join();
        if (after.length > 0 && !found.has(key)) found.set(key, [after, char]);
    }
    return [...found.values()].map(([after, char]) => [reached(after, steps), char]);
}

/** Positions in ascending order, with those after a run of characters that may be empty. */
function reached(positions: number[], steps: (Step | undefined)[]): number[] {
    const all = new Set<number>();
    for (const position of positions) {
        for (let at = position; !all.has(at); at++) {
            all.add(at);
            if (!steps[at]?.star) break;
        }
    }
    return [...all].sort((a, b) => a - b);
}

/** The characters that steps at these positions name, and one for all others. */
function distinguished(positions: number[], steps: (Step | undefined)[]): Set<string> {
    const named = new Set(positions.flatMap((at) => [...steps[at]?.chars ?? ""]));
    const other = [...readable].find((char) => !named.has(char)) ?? unnamed(named);
    return named.add(other);
}

function unnamed(named: Set<string>): string {
    let code = 0x100;
    while (named.has(String.fromCodePoint(code))) code++;
    return String.fromCodePoint(code);
}
