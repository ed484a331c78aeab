import * as fs from "node:fs";
import * as path from "node:path";

import { root } from "../run";

/** The page's placeholder IDs and the like, with their values here. */
export interface Own {
    [example: string]: string;
}

/** A block of code on a page. */
export interface Block {
    language: string;
    text: string;
}

/** A page of docs/ whose commands are run. */
export class DocsPage {
    readonly #sections: string[];

    constructor(private readonly file: string) {
        this.#sections = fs.readFileSync(path.join(root, "docs", file), "utf8").split(/^## /m).slice(1);
    }

    get headings(): string[] {
        return this.#sections.map((section) => section.split("\n")[0]!);
    }

    /** The commands in a section, each split into words. */
    commandsUnder(heading: string, own: Own): string[][] {
        return this.blocksUnder(heading, own).filter(({ language }) => language === "bash").flatMap(commandsIn);
    }

    /** The file in a section. */
    fileUnder(heading: string, own: Own): string {
        return this.blocksUnder(heading, own).find(({ language }) => language === "json")!.text;
    }

    /** All blocks of a section, in order. */
    blocksUnder(heading: string, own: Own = {}): Block[] {
        const section = this.#sections.find((text) => text.startsWith(`${heading}\n`));
        if (section === undefined) throw new Error(`docs/${this.file} has no section ${heading}`);
        return [...section.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language, block]) => ({
            language: language!,
            text: Object.entries(own).reduce((text, [from, to]) => text.replaceAll(from, to), block!),
        }));
    }
}

/** The commands in a block, each split into words. */
export function commandsIn({ text }: Block): string[][] {
    return text.replace(/\\\n/g, " ").trim().split("\n").map(words);
}

/** Splits a command into words, as a shell does. */
function words(line: string): string[] {
    return [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([, single, double, bare]) =>
        single ?? double ?? bare!
    );
}
