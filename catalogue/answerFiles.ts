import * as fs from "node:fs";

import { readGuarded, reduce } from "../components/config/guardedFile";
import { describeInvalidJson } from "../components/plan/invalidJson";
import type { Problem, ProblemCode } from "../components/plan/problem";

/** A JSON file: its content and the date it was saved, e.g. `2026-11-21`. */
export interface JsonFile {
    value: unknown;
    savedOn: string;
}

/** The largest file, in MB. Node.js reads at most 536 MB into one string. */
const megabytes = 500;

/** Reads a JSON file, or returns why it is not JSON. */
export function readJson(path: string, file: string): { read?: JsonFile; problems: Problem[] } {
    const problem = (message: string, hint: string, code: ProblemCode = "file.not-read") => ({
        problems: [{ code, path, message, hint }],
    });
    const read = readGuarded(file, { megabytes });
    if (!("text" in read)) {
        const hint = read.hint === reduce ? "reduce it as described in CONTRIBUTING.md" : read.hint;
        return problem(`the file ${read.message}`, hint ?? "use the file that you saved the output in");
    }
    const { text, savedOn } = read;
    // The date decides which of two answers is newer: one in the future would reject every answer until then.
    if (!/^\d{4}-/.test(savedOn) || Date.parse(savedOn) > Date.now()) {
        return problem(`the file's date, ${savedOn}, is in the future`, "correct the date with: touch FILE");
    }
    if (text.trim() === "") {
        return problem("it is empty", "run the command again, and check its error messages");
    }
    try {
        return { read: { value: JSON.parse(text), savedOn }, problems: [] };
    } catch {
        const end = openEnd(text);
        return end === undefined
            ? problem(
                `it is not JSON: ${describeInvalidJson(text)}`,
                "save it again; with the AWS CLI, use --output json",
                "file.not-json",
            )
            : problem(
                `it is truncated: it ends in line ${end.line}, after ${end.last}`,
                "save it again, completely",
                "file.not-json",
            );
    }
}

/** Where truncated JSON ends; `undefined` if it is invalid for another reason. */
function openEnd(text: string): { line: number; last: string } | undefined {
    if (!/^\s*[{[]/.test(text)) return undefined;
    const outside = text.replace(/"(?:[^"\\]|\\.)*"/gs, "");
    const count = (pattern: RegExp) => outside.match(pattern)?.length ?? 0;
    const open = outside.includes("\"") || count(/[{[]/g) > count(/[}\]]/g);
    const lines = text.trimEnd().split("\n");
    return open ? { line: lines.length, last: lines.at(-1)!.trim().slice(-40) } : undefined;
}

/**
 * Replaces each file atomically: a concurrent reader sees either the old file or the new one. If one cannot be replaced, none
 * is.
 */
export function replaceFiles(files: { file: string; text: string }[]): void {
    const prepared = files.map(({ file, text }) => ({ file, text, temporary: `${file}.${process.pid}.tmp` }));
    const replaced: { file: string; before: Buffer }[] = [];
    try {
        for (const { temporary, text } of prepared) {
            fs.writeFileSync(temporary, text);
            if (fs.readFileSync(temporary, "utf8") !== text) throw new Error(`${temporary} was not written completely`);
        }
        for (const { temporary, file } of prepared) {
            const before = fs.readFileSync(file);
            fs.renameSync(temporary, file);
            replaced.push({ file, before });
        }
    } catch (error) {
        for (const { file, before } of replaced) fs.writeFileSync(file, before);
        throw error;
    } finally {
        for (const { temporary } of prepared) fs.rmSync(temporary, { force: true });
    }
}
