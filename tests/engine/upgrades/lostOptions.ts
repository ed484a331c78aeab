import * as fs from "node:fs";
import * as path from "node:path";

import { docComments, type Documented } from "../../../tools/schema/docComments";
import { root } from "../../run";
import type { FormerRelease } from "./formerRelease";

const components = ["PrivateVpc", "VpcEndpoints", "EndpointService"];

/** The options, and the properties of components, that a former release had and this one lacks, e.g. `EndpointArgs.kind`. */
export function lostOptions(former: FormerRelease): string[] {
    const now = new Set(optionsIn(root));
    return optionsIn(former.folder).filter((option) => !now.has(option));
}

function optionsIn(folder: string): string[] {
    const declared = docComments(path.join(folder, "components"));
    const exported = fs.readFileSync(path.join(folder, "components", "index.ts"), "utf8").match(/\w+/g) ?? [];
    const names = exported.filter((name) => /(Args|Options)$/.test(name) || components.includes(name));
    return [...new Set(names)].flatMap((name) => membersOf(name, declared).map((member) => `${name}.${member}`));
}

function membersOf(name: string, declared: Map<string, Documented>): string[] {
    const { members = {}, bases = [] } = declared.get(name) ?? {};
    return [...Object.keys(members), ...bases.flatMap((base) => membersOf(base, declared))];
}
