import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";

import { headingsOf } from "../../../tools/docs/markdownText";
import { root } from "../../run";

const generated = ["node_modules", "dist", "api", ".git"];

/** Every Markdown file of the project. */
function markdownIn(folder: string): string[] {
    return fs.readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
        const file = path.posix.join(folder, entry.name);
        if (entry.isDirectory()) return generated.includes(entry.name) ? [] : markdownIn(file);
        return entry.name.endsWith(".md") ? [file] : [];
    });
}

const files = markdownIn("");
const read = (file: string) => fs.readFileSync(path.join(root, file), "utf8");

/** The targets of a page's links and pictures, without those in code. */
function linksOf(page: string): string[] {
    const text = read(page).replace(/^( *)(```|~~~)[^]*?^\1\2$/gm, "").replace(/`[^`\n]*`/g, "");
    const definitions = [...text.matchAll(/^\[[^\]]+\]: (\S+)$/gm)];
    return [...text.matchAll(/\]\(([^()\s]+(?:\([^()\s]*\))?[^()\s]*)\)/g), ...definitions].map(([, target]) =>
        target!
    );
}

/** What is wrong with a link. */
function fault(page: string, target: string): string | undefined {
    if (target.startsWith("https://")) return undefined;
    if (/^\w+:/.test(target)) return "is not https";
    const [name, anchor] = target.split("#");
    const file = name === "" ? page : path.posix.join(path.posix.dirname(page), name!);
    if (file.startsWith("..")) return "leaves the repository";
    if (!fs.existsSync(path.join(root, file))) return "leads to no file";
    if (anchor === undefined) return undefined;
    if (!file.endsWith(".md")) return "has an anchor in a file that is not Markdown";
    return headingsOf(read(file)).some((heading) => heading.anchor === anchor) ? undefined : "leads to no heading";
}

describe("links in the documentation", () => {
    for (const page of files) {
        it(`of ${page} lead to files and headings that exist`, () => {
            const wrong = linksOf(page).map((target) => `${target} ${fault(page, target) ?? ""}`);
            assert.deepEqual(wrong.filter((one) => !one.endsWith(" ")), []);
        });
    }

    it("are found and followed, and a broken one is reported", () => {
        assert.ok(files.flatMap(linksOf).length > 200);
        assert.ok(files.flatMap(linksOf).filter((target) => target.includes("#") && !target.includes(":")).length > 40);
        assert.equal(fault("README.md", "docs/nowhere.md"), "leads to no file");
        assert.equal(fault("docs/recovery.md", "#nowhere"), "leads to no heading");
        assert.equal(fault("docs/recovery.md", "../README.md#nowhere"), "leads to no heading");
        assert.equal(fault("docs/recovery.md", "../../elsewhere.md"), "leaves the repository");
        assert.equal(fault("docs/recovery.md", "#1-unlock-the-stack"), undefined);
    });

    it("lead from the README to every page in docs/", () => {
        const linked = linksOf("README.md").map((target) => target.split("#")[0]);
        assert.deepEqual(files.filter((file) => file.startsWith("docs/") && !linked.includes(file)), []);
    });
});
