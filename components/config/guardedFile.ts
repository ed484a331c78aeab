import * as fs from "node:fs";
import * as path from "node:path";

/** The largest policy file, in MB: AWS accepts at most 20,480 characters, and 6,144 in a policy of IAM. */
export const policyMegabytes = 1;

/** The fix for a file that is too large. */
export const reduce = "reduce it";

/** What may be read. */
export interface FileLimits {
    /** The largest size, in MB of 1,000,000 bytes. */
    megabytes: number;
    /** The folders that the file must be in, after every link in its path is followed. @default - any folder */
    inside?: string[];
}

/** The content of a file and the date it was saved, e.g. `2026-11-21`, or why it is not read. */
export type GuardedFile = { text: string; savedOn: string } | Refusal;

/** Why a file is not read. */
export interface Refusal {
    /** What is wrong with it, after its name, e.g. `is larger than 1 MB`. */
    message: string;
    /** The fix; `undefined` if the file does not exist, where it depends on the file's purpose. */
    hint?: string;
    /** Set if it is not in the folders that may be read. */
    isOutside?: true;
}

/**
 * Reads a regular file of UTF-8 text. Pipes and devices, which may never end, and files that are too large are refused
 * without reading them.
 */
export function readGuarded(file: string, limits: FileLimits): GuardedFile {
    try {
        const real = fs.realpathSync(file);
        const refusal = outside(real, limits.inside) ?? unreadable(fs.statSync(real), limits.megabytes);
        if (refusal) return refusal;
        return opened(real, limits.megabytes);
    } catch (error) {
        const { code, message } = error as NodeJS.ErrnoException;
        if (code === "ENOENT") return { message: "does not exist" };
        return { message: `cannot be read: ${code ?? message}`, hint: "check its name and permissions" };
    }
}

function opened(real: string, megabytes: number): GuardedFile {
    const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = fs.constants;
    // Something else may have taken the file's place: without O_NONBLOCK, opening a pipe waits for its writer.
    const descriptor = fs.openSync(real, O_RDONLY | O_NONBLOCK | O_NOFOLLOW);
    try {
        const stats = fs.fstatSync(descriptor);
        const refusal = unreadable(stats, megabytes);
        if (refusal) return refusal;
        const read = readText(descriptor, megabytes);
        return "text" in read ? { ...read, savedOn: stats.mtime.toISOString().slice(0, 10) } : read;
    } finally {
        fs.closeSync(descriptor);
    }
}

/** Reads an open file or standard input up to a size, which a file in /proc does not announce. */
export function readText(descriptor: number, megabytes: number): { text: string } | Refusal {
    const chunks: Buffer[] = [];
    let size = 0;
    for (;;) {
        const chunk = Buffer.allocUnsafe(65_536);
        const length = fs.readSync(descriptor, chunk);
        if (length === 0) break;
        chunks.push(chunk.subarray(0, length));
        size += length;
        if (size > megabytes * 1_000_000) return tooLarge(megabytes);
    }
    try {
        return { text: new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks)) };
    } catch {
        return { message: "is not UTF-8 text", hint: "save it as UTF-8" };
    }
}

function unreadable(stats: fs.Stats, megabytes: number): Refusal | undefined {
    if (stats.isDirectory()) return { message: "is a folder", hint: "name a file" };
    if (!stats.isFile()) {
        return { message: "is not a regular file", hint: "name a regular file, not a pipe or a device" };
    }
    return stats.size > megabytes * 1_000_000 ? tooLarge(megabytes) : undefined;
}

function tooLarge(megabytes: number): Refusal {
    return { message: `is larger than ${megabytes} MB`, hint: reduce };
}

function outside(real: string, folders: string[] | undefined): Refusal | undefined {
    if (folders === undefined || folders.some((folder) => isWithin(fs.realpathSync(folder), real))) return undefined;
    return {
        message: "is outside of the folders that may be read",
        hint: "move it into the folder of Pulumi.yaml, or name its folder: readSettings({ policyFolders: […] })",
        isOutside: true,
    };
}

function isWithin(folder: string, file: string): boolean {
    const relative = path.relative(folder, file);
    return relative.split(path.sep)[0] !== ".." && !path.isAbsolute(relative);
}

/**
 * The folders that a file named on the command line must be in: a relative path cannot leave the working folder through a
 * link, because its name may come from a pattern such as policies/*.json. Any other path names its folder itself.
 */
export function foldersFor(file: string, folder: string): string[] | undefined {
    return isWithin(folder, path.resolve(folder, file)) ? [folder] : undefined;
}
