import * as fs from "node:fs";
import * as path from "node:path";

import * as yaml from "js-yaml";

import type { Problem } from "../components/plan/problem";

/** Reads a YAML file whose document is a map, or reports what is wrong in it with its line, column and key. */
export function readYaml<T extends object>(folder: string, file: string): { value?: T; problems: Problem[] } {
    let text: string;
    try {
        text = fs.readFileSync(path.join(folder, file), "utf8");
    } catch (error) {
        const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
        const message = missing ? "does not exist" : `cannot be read: ${(error as Error).message}`;
        return {
            problems: [{ code: "file.not-read", path: file, message, hint: "run the command in the project's folder" }],
        };
    }
    try {
        // A file without a YAML document, as `pulumi stack init` may leave it, counts as empty.
        const [document] = yaml.loadAll(text);
        const value = document ?? {};
        if (typeof value === "object" && !Array.isArray(value)) return { value: value as T, problems: [] };
        const message = `is ${Array.isArray(value) ? "a list" : "one value"}, not a map`;
        const hint = Array.isArray(value)
            ? "remove the hyphens at the beginning of its lines"
            : "write key: value lines";
        return { problems: [{ code: "stack.not-config", path: file, message, hint }] };
    } catch (error) {
        if (!(error instanceof yaml.YAMLException)) throw error;
        return { problems: [notYaml(file, text, error)] };
    }
}

function notYaml(file: string, text: string, { reason, mark }: yaml.YAMLException): Problem {
    const code = "file.not-yaml";
    const lines = text.split(/\r?\n/);
    const at = { line: mark?.line ?? 0, column: mark?.column ?? 0 };
    const repeated = /duplicated? (?:mapping )?key/i.test(reason) ? repeatedKey(lines, at.line) : undefined;
    if (repeated) {
        const message = `line ${at.line + 1}: ${repeated.key} is set again; line ${repeated.first + 1} sets it first`;
        return { code, path: file, message, hint: "keep one of the two lines" };
    }
    const open = openBracket(lines);
    if (open) {
        const message = `line ${open.line + 1}, column ${open.column + 1}: ${open.bracket} is not closed${
            inKey(lines, open.line)
        }`;
        return { code, path: file, message, hint: `add ${open.bracket === "[" ? "]" : "}"}` };
    }
    const message = `line ${at.line + 1}, column ${at.column + 1}: ${reason}${inKey(lines, at.line)}`;
    return { code, path: file, message, hint: fixFor(lines[at.line] ?? "") };
}

function fixFor(line: string): string {
    return /^\s*\t/.test(line)
        ? "indent with spaces, not tabs"
        : "check the indentation, the quotes and the colons there";
}

/** The key of a line or of the nearest line above that sets one, for a message. */
function inKey(lines: string[], line: number): string {
    const [key] = lines.slice(0, line + 1).reverse().flatMap((one) => keyIn(one) ?? []);
    return key === undefined ? "" : `, in ${key}`;
}

/** The key that a line sets, which may contain colons: one that a space or the line's end follows ends it. */
function keyIn(line: string): string | undefined {
    return /^\s*(?:- )?["']?([^\s"'#[\]{}][^"'#[\]{}]*?)["']?:(?=\s|$)/.exec(line)?.[1];
}

function repeatedKey(lines: string[], line: number): { key: string; first: number } | undefined {
    const key = keyIn(lines[line] ?? "");
    if (key === undefined) return undefined;
    const indentOf = (text: string) => text.search(/\S/);
    const indent = indentOf(lines[line]!);
    for (let first = line - 1; first >= 0; first--) {
        const other = indentOf(lines[first]!);
        if (other >= 0 && other < indent) return undefined;
        if (other === indent && keyIn(lines[first]!) === key) return { key, first };
    }
    return undefined;
}

/** The bracket that is not closed, or closed by one of another form, outside strings and comments. */
function openBracket(lines: string[]): { bracket: string; line: number; column: number } | undefined {
    const open: { bracket: string; line: number; column: number }[] = [];
    for (const [line, text] of lines.entries()) {
        const tokens = text.matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|(?:^|\s)#.*$|[[\]{}]/g);
        for (const { 0: token, index: column } of tokens) {
            if (token === "[" || token === "{") open.push({ bracket: token, line, column });
            else if (token === "]" || token === "}") {
                const last = open.pop();
                if (last && last.bracket !== (token === "]" ? "[" : "{")) return last;
            }
        }
    }
    return open.at(-1);
}
