import * as fs from "node:fs";
import * as path from "node:path";

import type { AccountState } from "../../aws/emulatedAws";

/** The version of the file's format, increased by every change that an earlier release cannot read. */
const version = 1;

/**
 * Reads the state of an emulated account from a file; `undefined` if the file does not exist yet.
 *
 * @throws an Error that says what is wrong with the file and how to go on
 */
export function readState(file: string): AccountState | undefined {
    if (!fs.existsSync(file)) return undefined;
    const state = parsed(fs.readFileSync(file, "utf8"));
    const written = state?.version ?? version;
    if (written > version) {
        throw new Error(
            `${file} was written by a newer release (version ${written} of the format; this one reads ${version}). Use that release`,
        );
    }
    if (Array.isArray(state?.made) && typeof state.counts === "object") {
        return { made: state.made, counts: state.counts };
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

function parsed(text: string): (AccountState & { version?: number }) | undefined {
    try {
        return JSON.parse(text) as AccountState;
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
