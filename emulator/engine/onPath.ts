import * as fs from "node:fs";
import * as path from "node:path";

/** The path of the first of these commands that is on PATH; `undefined` if none is. */
export function findOnPath(commands: string[], { PATH = "" }: NodeJS.ProcessEnv = process.env): string | undefined {
    const folders = PATH.split(path.delimiter).filter((folder) => folder !== "");
    return commands.flatMap((command) => folders.map((folder) => path.join(folder, command))).find(isExecutable);
}

function isExecutable(file: string): boolean {
    try {
        fs.accessSync(file, fs.constants.X_OK);
        return fs.statSync(file).isFile();
    } catch {
        return false;
    }
}
