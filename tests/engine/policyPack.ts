import * as fs from "node:fs";
import * as path from "node:path";

import { guardrailsFiles } from "../../cli/guardrailsFiles";
import type { Workspace } from "../../emulator/engine/workspace";
import type { GuardrailOptions } from "../../guardrails/guardrails";
import { root } from "../run";

const inRoot = (...names: string[]) => JSON.stringify(path.join(root, ...names));

/**
 * What the CLI starts a policy pack with, which it finds on PATH if it has no language host for the pack. Pulumi first registers
 * ts-node with settings of its own, for .js files, too; ts-node reads where this project's settings are when it is loaded.
 */
const analyzer = `#!${process.execPath}
const { createRequire } = require("node:module");
process.env.TS_NODE_PROJECT = ${inRoot("tsconfig.json")};
globalThis.loadJavaScript = require.extensions[".js"];
require(createRequire(process.cwd() + "/package.json").resolve("@pulumi/pulumi/cmd/run-policy-pack"));
`;

/** The guardrails of this checkout, compiled with its settings when they are loaded. */
const sources = `(require.extensions[".js"] = globalThis.loadJavaScript, require(${
    inRoot("tools", "register")
}), require(${inRoot("guardrails", "guardrails")}))`;

/**
 * Writes the policy pack of `private-vpc guardrails init` into a workspace; returns its folder.
 *
 * @param loaded the expression that its main file loads the guardrails with, instead of from the installed package
 */
export function writePolicyPack(
    workspace: Workspace,
    options: GuardrailOptions = {},
    changed: { [file: string]: string } = {},
    loaded = sources,
): string {
    const programs = path.join(workspace.folder, "bin");
    fs.mkdirSync(programs, { recursive: true });
    fs.writeFileSync(path.join(programs, "pulumi-analyzer-policy-nodejs"), analyzer, { mode: 0o755 });
    workspace.env.PATH = `${programs}${path.delimiter}${process.env.PATH}`;
    const main = guardrailsFiles()["index.js"]!
        .replace(/load\("private-vpc\/guardrails", .*\)/, loaded)
        .replace(/guardrails\(\{[^}]*\}\)/, `guardrails(${JSON.stringify(options)})`);
    const files = { ...guardrailsFiles(), "index.js": main, ...changed };
    for (const [file, text] of Object.entries(files)) workspace.writeFile(path.join("guardrails", file), text);
    const folder = path.join(workspace.project, "guardrails");
    // Projects in other languages have no packages of Node.js.
    const packages = path.join(folder, "node_modules");
    if (!fs.existsSync(packages)) fs.symlinkSync(path.join(root, "node_modules"), packages);
    return folder;
}

/** The policies with their resources that a preview or an update reports, e.g. `no-nat-gateway shop-1`, sorted. */
export function policiesIn(text: string): string[] {
    const rows = [...text.matchAll(/^ +- \[(?:advisory|mandatory)\] +(\S+) +\((\S+): (.+)\)$/gm)];
    return rows.map(([, policy, type, name]) => (type === "pulumi:pulumi:Stack" ? policy! : `${policy} ${name}`))
        .sort();
}
