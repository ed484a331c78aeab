import * as fs from "node:fs";
import * as path from "node:path";

import { root } from "../run";
import { allExamples } from "./allExamples";
import { problemsPage, type RunExample } from "./problemsPage";

async function write(): Promise<void> {
    const examples: RunExample[] = [];
    for (const example of allExamples) examples.push({ ...example, caused: await example.run() });
    fs.mkdirSync(path.join(root, "docs"), { recursive: true });
    fs.writeFileSync(path.join(root, "docs", "problems.md"), problemsPage(examples));
}

void write();
