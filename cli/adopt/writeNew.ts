import * as fs from "node:fs";
import * as path from "node:path";

import type { Problem } from "../../components/plan/problem";
import { makeFolder } from "../makeFolder";

/** A file to write: its path from the working folder, and its text. */
export interface NewFile {
    file: string;
    text: string;
}

/** Writes new files, or none if one exists already and `force` is not set. */
export function writeNew(files: NewFile[], folder: string, force: boolean): Problem[] {
    const taken = files.filter(({ file }) => fs.existsSync(path.resolve(folder, file)));
    if (taken.length > 0 && !force) {
        const hint = "choose another folder: --out FOLDER, or overwrite it: --force";
        return taken.map(({ file }) => ({ code: "adopt.file-exists", path: file, message: "the file exists", hint }));
    }
    try {
        for (const { file, text } of files) {
            makeFolder(path.dirname(path.resolve(folder, file)));
            // Where a link or a pipe has the name, it is replaced, and what a link leads to is not written.
            if (force) fs.rmSync(path.resolve(folder, file), { force: true });
            fs.writeFileSync(path.resolve(folder, file), text, { flag: "wx" });
        }
        return [];
    } catch (error) {
        const hint = "choose a folder that can be written: --out FOLDER";
        return [{ code: "adopt.not-written", path: "--out", message: (error as Error).message, hint }];
    }
}
