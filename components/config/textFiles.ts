import * as path from "node:path";

import * as pulumi from "@pulumi/pulumi";

import type { Shape } from "../args/contract";
import { Unreadable } from "../args/unreadable";
import type { Problem } from "../plan/problem";
import { policyMegabytes, readGuarded } from "./guardedFile";

/** The files that a stack's config names instead of strings. */
export class TextFiles {
    readonly #byPath = new Map<string, string>();
    readonly #folders: string[];

    /** @param folders other folders that files may be in, relative to the project's folder */
    constructor(folders: string[]) {
        this.#folders = folders;
    }

    /** The named file's content, or the value itself if it does not name a file. */
    public read(shape: Shape | undefined, value: unknown, at: string): unknown {
        if (shape?.file === undefined || typeof value !== "string" || value === shape.file.orWord) return value;
        this.#byPath.set(at, value);
        const root = pulumi.runtime.getRootDirectory();
        const inside = [root, ...this.#folders.map((folder) => path.resolve(root, folder))];
        const read = readGuarded(path.resolve(root, value), { megabytes: policyMegabytes, inside });
        if ("text" in read) return read.text;
        const word = shape.file.orWord === undefined ? "" : `, or the word ${shape.file.orWord}`;
        const hint = read.hint ?? `set a path relative to Pulumi.yaml${word}`;
        return new Unreadable({ code: "file.not-read", path: at, message: `the file ${value} ${read.message}`, hint });
    }

    /** Adds the file's name to a problem in its content. */
    public name(problem: Problem): Problem {
        const { code, path: at, message } = problem;
        const found = [...this.#byPath].find(([key]) => at === key || at.startsWith(`${key}.`));
        if (!found || code === "file.not-read") return problem;
        return { ...problem, message: `${found[1]}: ${message}` };
    }
}
