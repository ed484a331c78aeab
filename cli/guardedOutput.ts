import type { Output } from "./command";

/**
 * A stream on which no line is a workflow command of GitHub Actions, e.g. `::error::…` or `##[error]…`, that a value in a
 * report could form.
 *
 * Source: https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
 */
export function guarded(stream: Output): Output {
    return {
        write: ((text: string) => stream.write(withoutCommands(text))) as Output["write"],
        get isTTY() {
            return stream.isTTY;
        },
        get columns() {
            return stream.columns;
        },
    };
}

/** In JSON, neither pattern occurs: see `jsonText`. */
function withoutCommands(text: string): string {
    return text.replace(/^([^\S\n]*):(?=:)/gm, "$1: ").replaceAll("##[", "## [");
}

/** A value as JSON. Characters that a terminal or a log would execute are escaped, which does not change the value. */
export function jsonText(value: unknown): string {
    return `${escapedUnsafe(JSON.stringify(value, undefined, 2))}\n`;
}

/** JSON, in which these characters can only be in strings, with their escape sequences. */
export function escapedUnsafe(json: string): string {
    return json.replace(unsafe, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

const unsafe = /(?<=##)\[|[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
