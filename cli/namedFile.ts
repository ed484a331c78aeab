import * as path from "node:path";

import { foldersFor, readGuarded } from "../components/config/guardedFile";
import type { Problem } from "../components/plan/problem";
import type { Invocation } from "./command";

/** A file that the command line names. */
export interface NamedFile {
    /** The name, relative to the working folder; `-` is standard input where the command reads that. */
    file: string;
    /** The path to report, e.g. `--against plan.json`. */
    as: string;
    /** The largest size, in MB. */
    megabytes: number;
    /** The fix if the file does not exist. */
    missing: string;
}

/** Reads a file, or returns why it is not read. */
export function readNamed(
    { file, as, megabytes, missing }: NamedFile,
    { folder, stdin }: Pick<Invocation, "folder"> & Partial<Pick<Invocation, "stdin">>,
): { text: string } | { problem: Problem } {
    const problem = (message: string, hint: string) => ({
        problem: { code: "file.not-read", path: as, message, hint } as const,
    });
    if (file === "-" && stdin) {
        try {
            const input = stdin(megabytes);
            return "text" in input ? input : problem(`standard input ${input.message}`, input.hint ?? missing);
        } catch (error) {
            return problem(`standard input cannot be read: ${(error as Error).message}`, "name a file instead");
        }
    }
    const read = readGuarded(path.resolve(folder, file), { megabytes, inside: foldersFor(file, folder) });
    if ("text" in read) return read;
    const hint = read.isOutside ? "name the file that the link leads to" : read.hint ?? missing;
    return problem(`the file ${read.message}`, hint);
}
