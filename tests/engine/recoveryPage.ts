import * as fs from "node:fs";
import * as path from "node:path";

import { root } from "../run";

const page = fs.readFileSync(path.join(root, "docs", "recovery.md"), "utf8");

/** IDs and the like that stand for a reader's own on the page, and what they are here. */
export interface Own {
    [example: string]: string;
}

/** The commands in a section of docs/recovery.md, each as its words. */
export function commandsUnder(heading: string, own: Own): string[][] {
    const lines = blocks(heading, "bash", own).flatMap((block) => block.replace(/\\\n/g, " ").trim().split("\n"));
    return lines.map(words);
}

/** The file in a section of docs/recovery.md. */
export function fileUnder(heading: string, own: Own): string {
    return blocks(heading, "json", own)[0]!;
}

function blocks(heading: string, language: string, own: Own): string[] {
    const section = page.split(/^## /m).find((text) => text.startsWith(`${heading}\n`));
    if (section === undefined) throw new Error(`docs/recovery.md has no section ${heading}`);
    const found = [...section.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, "gms"))];
    return found.map(([, block]) =>
        Object.entries(own).reduce((text, [from, to]) => text.replaceAll(from, to), block!)
    );
}

/** A command's words, as a shell takes them. */
function words(line: string): string[] {
    return [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([, single, double, bare]) =>
        single ?? double ?? bare!
    );
}
