import * as fs from "node:fs";
import * as path from "node:path";

import type { Command } from "commander";

import { plainText } from "../components/plan/plainText";
import { describeProblems, type Problem } from "../components/plan/problem";
import { exitCodes, type Invocation, type Subcommand } from "./command";
import { jsonText } from "./guardedOutput";
import { guardrailsFiles } from "./guardrailsFiles";
import { makeFolder } from "./makeFolder";
import { shellLine } from "./recover/steps";

interface Options {
    json?: boolean;
}

const details = `
The folder is a policy pack for Pulumi, in JavaScript. It runs the guardrails of the private-vpc package that is installed
in the project, on programs in any language.

Exit codes: 0 the files are written, 1 the folder exists or cannot be written, 2 the command line is wrong.`;

function define(command: Command): Command {
    return command
        .argument("[folder]", "the new folder", "guardrails")
        .option("--json", "print the files as JSON, or {\"problems\": [...]}")
        .addHelpText("after", details);
}

function run(args: string[], options: Options, { folder, stdout, stderr }: Invocation): number {
    const [name = "guardrails"] = args;
    const problem = write(name, path.resolve(folder, name));
    if (problem) {
        if (options.json) stdout.write(jsonText({ problems: [problem] }));
        else stderr.write(`${describeProblems([problem], "the command", "nothing was written")}\n`);
        return exitCodes.failure;
    }
    const files = Object.keys(guardrailsFiles()).map((file) => path.join(name, file));
    stdout.write(options.json ? jsonText({ files }) : `${written(name, files)}\n`);
    return exitCodes.success;
}

/** Writes the files into a new folder, or returns why it cannot. */
function write(name: string, folder: string): Problem | undefined {
    const hint = "name another folder: npx private-vpc guardrails init FOLDER";
    if (fs.existsSync(folder)) {
        return { code: "guardrails.exists", path: name, message: "it exists, and nothing is overwritten", hint };
    }
    try {
        makeFolder(folder);
        for (const [file, text] of Object.entries(guardrailsFiles())) fs.writeFileSync(path.join(folder, file), text);
        return undefined;
    } catch (error) {
        return { code: "file.not-written", path: name, message: (error as Error).message, hint };
    }
}

function written(name: string, files: string[]): string {
    return [
        ...files.map((file) => `wrote ${file}`),
        "",
        "Install what the policies need, then preview with them:",
        `  ${shellLine(["npm", "install", "--prefix", name])}`,
        `  ${shellLine(["pulumi", "preview", "--policy-pack", name])}`,
        "",
        `Name the VPCs that must be private in ${path.join(name, "index.js")}.`,
    ].map(plainText).join("\n");
}

/** `private-vpc guardrails init`. */
export const guardrailsInitCommand: Subcommand<Options> = { define, run };
