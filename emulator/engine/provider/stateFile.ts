import * as fs from "node:fs";
import * as path from "node:path";

import * as v from "valibot";

import type { AccountState } from "../../aws/emulatedAws";

/** The version of the file's format, increased by every change that an earlier release cannot read. */
const version = 1;

const map = v.custom<object>((value) => typeof value === "object" && value !== null && !Array.isArray(value));
const made = v.looseObject({ id: v.string(), type: v.string(), name: v.string(), attributes: map });
const account = v.looseObject({
    version: v.optional(v.literal(version)),
    made: v.array(made),
    counts: v.pipe(map, v.check((counts) => Object.values(counts).every((count) => typeof count === "number"))),
});

/**
 * Reads the state of an emulated account from a file; `undefined` if the file does not exist yet.
 *
 * @throws an Error that says what is wrong with the file and how to go on
 */
export function readState(file: string): AccountState | undefined {
    if (!fs.existsSync(file)) return undefined;
    const state = parsed(file);
    const written = (state as { version?: unknown } | null | undefined)?.version;
    if (typeof written === "number" && written > version) {
        throw new Error(
            `${file} was written by a newer release (version ${written} of the format; this one reads ${version}). Use that release`,
        );
    }
    if (v.is(account, state)) {
        const { made, counts } = state as unknown as AccountState;
        return { made, counts };
    }
    throw new Error(
        `${file} is damaged: it does not hold an emulated account. Delete it, and the stack's state with it, to start anew`,
    );
}

/**
 * Checks the files of an emulated account in a folder before a deployment needs them.
 *
 * @throws as `readState`
 */
export function checkStates(folder: string): void {
    for (const file of fs.readdirSync(folder).filter((name) => name.endsWith(".json"))) {
        readState(path.join(folder, file));
    }
}

/** The value of a JSON file; `undefined` if it is not JSON in UTF-8. */
function parsed(file: string): unknown {
    const bytes = fs.readFileSync(file);
    try {
        return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
    } catch {
        return undefined;
    }
}

/** Writes the state of an emulated account to a file atomically: readers see either the old state or the new one. */
export function writeState(file: string, state: AccountState): void {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    const draft = `${file}.${process.pid}`;
    fs.writeFileSync(draft, JSON.stringify({ version, ...state }, undefined, 1));
    fs.renameSync(draft, file);
}
