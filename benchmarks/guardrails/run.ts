// Measures what the guardrails add to a preview of prod with the real CLI, against an emulated AWS, and what of it is a policy pack
// without policies. The cases take turns, and the fastest run of each counts, which other work on the machine disturbs least.
import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import { cpus } from "node:os";
import * as path from "node:path";

import { findCli } from "../../emulator/engine/cli";
import { Workspace } from "../../emulator/engine/workspace";
import { writePolicyPack } from "../../tests/engine/policyPack";
import { configOf } from "../../tests/engine/stacks";

const root = path.join(__dirname, "../..");
const rounds = Number(process.argv[2] ?? 5);
const built = (module: string) => `require(${JSON.stringify(path.join(root, "dist", module))})`;

/** The packs; undefined is a preview without one. */
const cases: { [name: string]: ((workspace: Workspace) => string) | undefined } = {
    "without a policy pack": undefined,
    "a policy pack without policies": (workspace) =>
        writePolicyPack(workspace, {}, {}, "{ guardrails: () => ({ policies: [] }) }"),
    "the guardrails": (workspace) =>
        writePolicyPack(workspace, { accountId: "123456789012" }, {}, built("guardrails/guardrails")),
};

async function seconds(workspace: Workspace, pack: ((workspace: Workspace) => string) | undefined): Promise<number> {
    const options = pack ? ["--policy-pack", pack(workspace)] : [];
    const started = process.hrtime.bigint();
    const { code, stdout, stderr } = await workspace.run(
        "preview",
        "--suppress-outputs",
        "--stack",
        "prod",
        ...options,
    );
    if (code !== 0) throw new Error(`${stdout}\n${stderr}`);
    return Number(process.hrtime.bigint() - started) / 1e9;
}

async function main(): Promise<void> {
    // Build what the package ships. From source, Pulumi compiles at each start.
    execFileSync("npm", ["run", "--silent", "build"], { cwd: root, stdio: "ignore" });
    const workspace = new Workspace(findCli());
    try {
        const program = fs.readFileSync(path.join(root, "index.ts"), "utf8");
        workspace.writeFile("index.ts", program.replace("./components", path.join(root, "dist/components")));
        workspace.configure("prod", configOf("prod"));
        await workspace.run("stack", "init", "prod");
        const runs = Object.entries(cases).map(([name, pack]) => ({ name, pack, times: [] as number[] }));
        for (let round = 0; round < rounds; round++) {
            for (const { pack, times } of runs) times.push(await seconds(workspace, pack));
        }
        const [without] = runs.map(({ times }) => Math.min(...times));
        console.log(
            `A preview of prod, fastest of ${rounds}, Node.js ${process.versions.node}, ${cpus().length} cores:\n`,
        );
        console.log("| | seconds | ratio |\n| --- | --- | --- |");
        for (const { name, times } of runs) {
            const fastest = Math.min(...times);
            console.log(`| ${name} | ${fastest.toFixed(2)} | ${(fastest / without!).toFixed(2)} |`);
        }
    } finally {
        workspace.remove();
    }
}

void main();
