import * as fs from "node:fs";
import * as path from "node:path";

import { root } from "../run";

const page = fs.readFileSync(path.join(root, "docs", "recovery.md"), "utf8");

/** The page's placeholder IDs and the like, with their values here. */
export interface Own {
    [example: string]: string;
}

/** The commands in a section of docs/recovery.md, each split into words. */
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

/** Splits a command into words, as a shell does. */
function words(line: string): string[] {
    return [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([, single, double, bare]) =>
        single ?? double ?? bare!
    );
}
