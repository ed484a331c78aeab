import * as fs from "node:fs";
import * as path from "node:path";

import * as pulumi from "@pulumi/pulumi";

import type { Shape } from "../args/contract";
import { Unreadable } from "../args/unreadable";
import type { Problem } from "../plan/problem";

/** The files that a stack's config names instead of strings. */
export class TextFiles {
    readonly #byPath = new Map<string, string>();

    /** The named file's content, or the value itself if it does not name a file. */
    public read(shape: Shape | undefined, value: unknown, at: string): unknown {
        if (shape?.file === undefined || typeof value !== "string" || value === shape.file.orWord) return value;
        this.#byPath.set(at, value);
        try {
            return fs.readFileSync(path.resolve(pulumi.runtime.getRootDirectory(), value), "utf8");
        } catch (error) {
            const reason = (error as NodeJS.ErrnoException).code === "ENOENT" ? "does not exist" : "cannot be read";
            const hint = `set a path relative to Pulumi.yaml${
                shape.file.orWord === undefined ? "" : `, or the word ${shape.file.orWord}`
            }`;
            return new Unreadable({ code: "file.not-read", path: at, message: `the file ${value} ${reason}`, hint });
        }
    }

    /** Adds the file's name to a problem in its content. */
    public name(problem: Problem): Problem {
        const { code, path: at, message } = problem;
        const found = [...this.#byPath].find(([key]) => at === key || at.startsWith(`${key}.`));
        if (!found || code === "file.not-read") return problem;
        return { ...problem, message: `${found[1]}: ${message}` };
    }
}
