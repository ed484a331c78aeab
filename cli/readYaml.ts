import * as path from "node:path";

import * as yaml from "js-yaml";

import { describeValue } from "../components/args/describeValue";
import { readGuarded } from "../components/config/guardedFile";
import type { Problem } from "../components/plan/problem";
import { aliasFault } from "./aliasFault";
import { readOtherwiseIn, schema } from "./yamlSchema";

/**
 * Reads a YAML file of a project, or returns why it cannot be read. An empty file has the value `undefined`. A symbolic link
 * must not leave the file's folder, because messages quote the file.
 */
export function readYaml(file: string, name: string): { value?: unknown; problems: Problem[] } {
    const read = readGuarded(file, { megabytes, inside: [path.dirname(file)] });
    if (!("text" in read)) {
        const hint = read.isOutside
            ? "replace the symbolic link with a copy of the file"
            : read.hint ?? "run the command in the folder of Pulumi.yaml";
        return { problems: [{ code: "file.not-read", path: name, message: `the file ${read.message}`, hint }] };
    }
    try {
        const [value] = yaml.loadAll(read.text, { schema });
        const fault = aliasFault(value);
        if (fault) return { problems: [{ code: "file.not-yaml", path: name, ...fault }] };
        const other = readOtherwiseIn(value);
        if (other) return { problems: [ambiguous(other, name)] };
        return { value: value ?? undefined, problems: [] };
    } catch (error) {
        if (!(error instanceof yaml.YAMLException)) throw error;
        return { problems: [{ code: "file.not-yaml", path: name, ...explain(error, read.text) }] };
    }
}

function ambiguous({ source, path: keys }: { source: string; path: string[] }, name: string): Problem {
    const message = `${
        describeValue(source)
    } without quotes is another value to the Pulumi CLI, e.g. an octal number or a date`;
    const hint = "put it in quotes, or write a plain decimal number";
    return { code: "file.not-yaml", path: [name, ...keys].join(": "), message, hint };
}

/** The largest YAML file, in MB. */
const megabytes = 5;

/** The mistake with its line, and how to fix it. */
function explain({ reason, mark }: yaml.YAMLException, text: string): { message: string; hint: string } {
    const lines = text.split("\n");
    const [line, column] = [mark?.line ?? 0, mark?.column ?? 0];
    const key = /^\s*(?:"([^"]*)"|'([^']*)'|(.*?)):(?:\s|$)/.exec(lines[line] ?? "")?.slice(1).find((name) => name);
    if (reason.includes("duplicated mapping key") && key !== undefined) {
        const first = lines.findIndex((one) =>
            one.slice(column).startsWith((lines[line] ?? "").slice(column, column + key.length + 1))
        );
        const message = `the key ${key} is in line ${first + 1} and again in line ${line + 1}`;
        return { message, hint: "keep one of them, with all its values" };
    }
    const open = unclosed(lines.slice(0, line + 1));
    if (open) {
        const message = `the ${open.bracket} in line ${open.line + 1}, column ${open.column + 1} is not closed: ${
            quoted(lines[open.line]!)
        }`;
        return { message, hint: `add ${open.bracket === "[" ? "]" : "}"} at the end of the list or map that it opens` };
    }
    const message = `line ${line + 1}, column ${column + 1}: ${reason}: ${quoted(lines[line] ?? "")}`;
    return {
        message,
        hint: reason.includes("tab") ? "indent with spaces" : "correct the YAML in that line, or in the line before it",
    };
}

function quoted(line: string): string {
    return describeValue(line.trim());
}

/** The last bracket that is opened and not closed, outside quotes and comments. */
function unclosed(lines: string[]): { bracket: string; line: number; column: number } | undefined {
    const open: { bracket: string; line: number; column: number }[] = [];
    for (const [line, text] of lines.entries()) {
        const code = text.replaceAll(/"[^"]*"|'[^']*'|(?:^|\s)#.*$/g, (skipped) => " ".repeat(skipped.length));
        for (const { 0: bracket, index: column } of code.matchAll(/[[\]{}]/g)) {
            if ("[{".includes(bracket)) open.push({ bracket, line, column });
            else open.pop();
        }
    }
    return open.at(-1);
}
