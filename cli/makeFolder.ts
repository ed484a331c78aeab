import * as fs from "node:fs";
import * as path from "node:path";

/**
 * Makes a folder and those above it. `fs.mkdirSync` with `recursive` never returns where the folder above exists and can hold
 * nothing: in /proc, or after a link that leads nowhere.
 *
 * @throws the file system's error
 */
export function makeFolder(folder: string): void {
    if (fs.existsSync(folder)) return;
    makeFolder(path.dirname(folder));
    fs.mkdirSync(folder);
}
