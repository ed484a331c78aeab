import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";

import { endpointRows } from "../../../components/args/endpointArgs";
import { fillParts, pages, picture } from "../../../tools/docs/generatedParts";
import { objects } from "../../../tools/docs/optionTable";
import { root } from "../../run";

const read = (file: string) => fs.readFileSync(path.join(root, file), "utf8");
const fix = "write the generated parts again: npm run docs:parts";
const markers = pages.flatMap((page) =>
    [...read(page).matchAll(/^<!-- ([\w ]+?)(?:: (.*))? -->$/gm)].map(([, kind, names]) => ({ page, kind, names }))
);

describe("the generated parts of the documentation", function() {
    this.timeout(60_000);

    for (const page of new Set(markers.map((marker) => marker.page))) {
        it(`are up to date in ${page}`, () => {
            assert.equal(read(page), fillParts(page), fix);
        });
    }

    it("are up to date in the diagram", () => {
        assert.equal(read("docs/dev.svg"), picture(), fix);
    });

    it("each have an end marker, and are of every kind", () => {
        const kinds = markers.filter(({ kind }) => kind !== "end").map(({ kind }) => kind!);
        assert.equal(markers.length, 2 * kinds.length);
        const all = [
            "describe calls",
            "file",
            "guardrails",
            "options",
            "outputs",
            "owned resources",
            "plan",
            "workloads",
        ];
        assert.deepEqual([...new Set(kinds)].sort(), all);
    });

    it("have one table for every args interface, and for those that it extends", () => {
        const shown = markers.filter(({ kind }) => kind === "options").flatMap(({ names }) => names!.split(", "));
        assert.equal(new Set(shown).size, shown.length);
        const bases = ["EndpointsArgs", "RequestedEndpointsArgs", "SharedEndpointArgs"];
        assert.deepEqual(shown.sort(), [...new Set([...objects.map(({ name }) => name), ...bases])].sort());
    });

    it("have the options of a service as declared in the args interfaces, each once", () => {
        const section = read("docs/configuration.md").split("## Options of a service")[1]!.split("\n## ")[0]!;
        const keys = [...section.matchAll(/^\| `(\w+)` \|/gm)].map(([, key]) => key!);
        assert.deepEqual(keys.sort(), Object.keys(endpointRows).sort());
    });
});
