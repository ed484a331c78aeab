import * as fs from "node:fs";
import * as path from "node:path";

import type { AccountState } from "../../aws/emulatedAws";

/** Reads the state of an emulated account from a file; `undefined` if the file does not exist yet. */
export function readState(file: string): AccountState | undefined {
    if (!fs.existsSync(file)) return undefined;
    const state = parsed(fs.readFileSync(file, "utf8"));
    if (Array.isArray(state?.made) && typeof state.counts === "object") return state;
    throw new Error(
        `${file} is damaged: it does not hold an emulated account. Delete it, and the stack's state with it, to start anew`,
    );
}

function parsed(text: string): AccountState | undefined {
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
    fs.writeFileSync(draft, JSON.stringify(state, undefined, 1));
    fs.renameSync(draft, file);
}
