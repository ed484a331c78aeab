import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";

import { root } from "../../run";
import { AdoptingProject } from "./adopting";
import { preparedVpcs } from "./preparedVpcs";

const page = fs.readFileSync(path.join(root, "docs", "adopting.md"), "utf8");

describe("docs/adopting.md", () => {
    it("lists what adopting each prepared VPC imports, updates, creates and replaces", async () => {
        const rows: string[] = [];
        for (const [index, [title, prepare]] of Object.entries(preparedVpcs).entries()) {
            const project = new AdoptingProject();
            const { vpc } = prepare(project.aws, "theirs", index);
            const { component, adopted, changes, kept } = await project.json(vpc.id);
            const times = (operation: string) => changes.filter((one) => one.operation === operation).length;
            const others = changes.length - times("update") - times("create");
            const cells = [
                title,
                component.type,
                adopted.length,
                times("update"),
                times("create"),
                others,
                kept.length,
            ];
            rows.push(`| ${cells.join(" | ")} |`);
            project.remove();
        }
        const [, table] = page.split("## Measured");
        assert.deepEqual(table!.split("\n").filter((line) => / \d+ \|$/.test(line)), rows);
    });

    it("has a script that saves every answer the command asks for, and no other", async () => {
        const project = new AdoptingProject();
        const { vpc } = Object.values(preparedVpcs)[0]!(project.aws, "theirs", 0);
        await project.json(vpc.id);
        const [, script] = page.split("## What it reads");
        const [, lists] = /for list in ([^;]+);/.exec(script!)!;
        const [, attributes] = /for name in ([^;]+);/.exec(script!)!;
        const asked = project.asked.map(([, operation, ...options]) =>
            operation === "describe-vpc-attribute" ? options[options.indexOf("--attribute") + 1]! : operation!
        );
        const words = (text: string) => text.split(/[\s\\]+/).filter((word) => word !== "");
        const saved = [...words(lists!).map((list) => `describe-${list}`), ...words(attributes!)];
        assert.deepEqual(asked.sort(), saved.sort());
        project.remove();
    });
});
