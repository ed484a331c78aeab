import * as fs from "node:fs";
import * as path from "node:path";

import { readJson } from "../../catalogue/answerFiles";
import { isMap } from "../../components/plan/isMap";
import type { Problem } from "../../components/plan/problem";
import { type Call, commandOf, fileOf } from "../../inventory/calls";
import type { Ask } from "../../inventory/readInventory";
import { askFolder } from "../recover/sources";
import { shellLine } from "../recover/steps";

/** AWS's answers from a folder with a file for each call, or from one JSON file whose keys are the names of those files. */
export function askAnswers(given: string, folder: string): { ask?: (region: string) => Ask; problems: Problem[] } {
    const file = path.resolve(folder, given);
    if (fs.statSync(file, { throwIfNoEntry: false })?.isDirectory()) {
        return { ask: askFolder(given, folder), problems: [] };
    }
    const hint = "write it as the page docs/reachability.md describes, or name the folder with the answers";
    const { read, problems } = readJson(`--aws ${given}`, file);
    if (!read) return { problems: problems.map((problem) => ({ ...problem, hint })) };
    const { value } = read;
    if (isMap(value)) {
        return { ask: (region) => (call) => Promise.resolve(answerIn(value, given, call, region)), problems };
    }
    const message = "it is not a map of answers, e.g. {\"ec2-describe-vpcs\": {\"Vpcs\": []}}";
    return { problems: [{ code: "inventory.not-an-answer", path: `--aws ${given}`, message, hint }] };
}

function answerIn(all: { [name: string]: unknown }, given: string, call: Call, region: string) {
    const name = path.basename(fileOf(call), ".json");
    const where = `${given}: ${name}`;
    if (Object.hasOwn(all, name)) return { path: where, answer: all[name] };
    const hint = `add the output of: ${shellLine(commandOf(call, region))}`;
    return {
        problems: [{ code: "file.not-read" as const, path: where, message: "the file has no such answer", hint }],
    };
}
