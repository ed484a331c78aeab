import * as fs from "node:fs";
import * as path from "node:path";

import * as ts from "typescript";

import { checkText, command, fileOf, folder } from "./checks";
import { accounts, adopting, previews, stackExports, vpcId } from "./deployed";
import { type Fuzzer, fuzzer } from "./fuzzer";

/** Asks every question about a network, in every format. */
async function askAll(...input: string[]): Promise<void> {
    await command(["reach", "--all", ...input]);
    await command(["reach", "--all", "--json", ...input]);
    await command(["reach", "--to", "s3", "--markdown", ...input]);
    await command(["exits", "--markdown", ...input]);
}

/** A program is one declaration with plain values, whatever the names in AWS are. */
function checkProgram(text: string): void {
    checkText(text);
    const parsed = ts.createSourceFile("program.ts", text, ts.ScriptTarget.Latest);
    const { parseDiagnostics } = parsed as unknown as { parseDiagnostics: unknown[] };
    const kinds = parsed.statements.map(({ kind }) => ts.SyntaxKind[kind]).join();
    if (parseDiagnostics.length > 0 || kinds !== "ImportDeclaration,FirstStatement") throw new Error(text);
}

/** The fuzzers of commands that read stacks and accounts. */
export const deployedFuzzers: { [what: string]: Fuzzer } = {
    "stack exports": fuzzer(stackExports, async (exported) => {
        const file = fileOf(JSON.stringify(exported) ?? "");
        await command(["release", "--state", file]);
        await command(["release", "app", "--json", "--state", file]);
        await askAll("--stack-export", file);
    }),
    "previews": fuzzer(previews, (value) => askAll("--preview", fileOf(JSON.stringify(value) ?? ""))),
    "accounts": fuzzer(accounts, (answers) => askAll("--aws", fileOf(JSON.stringify(answers) ?? ""))),
    "accounts to adopt from": fuzzer(accounts, async (answers) => {
        const args = ["adopt", vpcId, "--region", "us-east-1", "--stack", "dev", "--force"];
        fs.writeFileSync(path.join(folder, "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
        await command(args, { execute: adopting(answers) });
        const adopted = path.join(folder, "adopted");
        if (!fs.existsSync(adopted)) return;
        checkProgram(fs.readFileSync(path.join(adopted, "program.ts"), "utf8"));
        JSON.parse(fs.readFileSync(path.join(adopted, "import.json"), "utf8"));
        fs.rmSync(adopted, { recursive: true });
    }),
};
