import * as fs from "node:fs";
import * as path from "node:path";

import { guardrailsFiles } from "../../cli/guardrailsFiles";
import type { Workspace } from "../../emulator/engine/workspace";
import type { GuardrailOptions } from "../../guardrails/guardrails";
import { root } from "../run";

/** What the CLI starts a policy pack with, which it finds on PATH if it has no language host for the pack. */
const analyzer = `#!${process.execPath}
const { createRequire } = require("node:module");
require(createRequire(process.cwd() + "/package.json").resolve("@pulumi/pulumi/cmd/run-policy-pack"));
`;

/** Writes the policy pack of `private-vpc guardrails init` into a workspace; returns its folder. */
export function writePolicyPack(
    workspace: Workspace,
    options: GuardrailOptions = {},
    changed: { [file: string]: string } = {},
): string {
    const programs = path.join(workspace.folder, "bin");
    fs.mkdirSync(programs, { recursive: true });
    fs.writeFileSync(path.join(programs, "pulumi-analyzer-policy-nodejs"), analyzer, { mode: 0o755 });
    workspace.env.PATH = `${programs}${path.delimiter}${process.env.PATH}`;
    const folder = path.join(workspace.project, "guardrails");
    for (const [file, text] of Object.entries({ ...guardrailsFiles(), ...changed })) {
        workspace.writeFile(path.join("guardrails", file), file === "index.js" ? fromSources(text, options) : text);
    }
    return folder;
}

/** The main file with the guardrails of this checkout instead of the installed package's. */
function fromSources(text: string, options: GuardrailOptions): string {
    const register = JSON.stringify(path.join(root, "tools", "register"));
    const sources = JSON.stringify(path.join(root, "guardrails", "guardrails"));
    return `require(${register});\n${text}`
        .replace(`"private-vpc/guardrails"`, sources)
        .replace(/guardrails\(\{[^}]*\}\)/, `guardrails(${JSON.stringify(options)})`);
}
