// Measures the provider for other languages: its start and its first Construct on an engine that answers at once, its size,
// and the first `up` of a Python program and of the same one in TypeScript on the real engine.
import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import { cpus, tmpdir } from "node:os";
import * as path from "node:path";

import type { Language } from "../../emulator/engine/languageHost/languages";
import { Consumer, providerFolder } from "../../tests/engine/languages/consumer";
import { programIn } from "../../tests/engine/languages/programs";
import { InstantEngine, ProviderHost } from "../../tests/engine/languages/providerHost";

const root = path.join(__dirname, "../..");
const rounds = Number(process.argv[2] ?? 5);

/** The README's VPC. */
const readme = {
    cidrBlock: "10.0.0.0/16",
    availabilityZones: ["us-east-1a", "us-east-1b"],
    workloads: ["ecs-fargate"],
    services: ["dynamodb", "sqs"],
};

interface Milliseconds {
    start: number;
    first: number;
    second: number;
    cpu: number;
}

/** Starts a provider, and constructs the README's VPC twice. */
async function constructTwice(folder: string, engine: InstantEngine): Promise<Milliseconds> {
    const program = await engine.runProgram();
    const started = performance.now();
    const host = await ProviderHost.start(folder, engine.address);
    const start = performance.now() - started;
    const construct = async (name: string) => {
        const before = performance.now();
        await host.construct(program, "PrivateVpc", name, readme);
        return performance.now() - before;
    };
    const first = await construct("app");
    const [, , , , , , , , , , , , , user, system] = fs.readFileSync(`/proc/${host.process.pid}/stat`, "utf8").split(
        " ",
    );
    const second = await construct("web");
    host.close();
    program.close();
    return { start, first, second, cpu: (Number(user) + Number(system)) * 10 };
}

/** The packed library in a folder, with the repository's modules. */
function packedProvider(temp: string): string {
    execFileSync(path.join(root, "tools", "pack"), [path.join(temp, "private-vpc.tgz")], { stdio: "ignore" });
    execFileSync("tar", ["-xzf", "private-vpc.tgz"], { cwd: temp });
    fs.symlinkSync(path.join(root, "node_modules"), path.join(temp, "package", "node_modules"));
    return path.join(temp, "package");
}

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
const row = (...cells: (string | number)[]) =>
    console.log(`| ${cells.map((cell) => (typeof cell === "number" ? cell.toFixed(2) : cell)).join(" | ")} |`);

async function measureProvider(temp: string): Promise<void> {
    const engine = await InstantEngine.start();
    row("provider", "start", "first Construct", "both", "second Construct", "CPU of both");
    row("---", "---", "---", "---", "---", "---");
    for (const [name, folder] of Object.entries({ "packed": packedProvider(temp), "from sources": providerFolder })) {
        const runs: Milliseconds[] = [];
        for (let round = 0; round < rounds; round++) {
            runs.push(await constructTwice(folder, engine));
        }
        const of = (key: keyof Milliseconds) => median(runs.map((run) => run[key])) / 1000;
        row(name, of("start"), of("first"), of("start") + of("first"), of("second"), of("cpu"));
    }
    engine.close();
}

/** The first `up` of the same program in each language, in seconds. */
async function firstUp(language: Language, folder: string): Promise<number> {
    const stack = await Consumer.start(
        language,
        programIn(language, { cidrBlock: "10.0.0.0/16", services: ["sqs"] }),
        folder,
    );
    try {
        await stack.succeed("config", "set", "--secret", "token", "example");
        if (language === "nodejs") stack.write({ "index.ts": ownPackage(stack) });
        const before = performance.now();
        await stack.up();
        return (performance.now() - before) / 1000;
    } finally {
        stack.remove();
    }
}

/** The TypeScript program with the library itself, which needs no provider. */
function ownPackage({ workspace }: Consumer): string {
    const program = fs.readFileSync(path.join(workspace.project, "index.ts"), "utf8");
    return program.replace("private-vpc-sdk", path.join(root, "dist", "components")).replace(
        /planSummary, planMarkdown /,
        "",
    )
        .replace(/^.*planJson.*$/m, "");
}

async function measureUps(temp: string): Promise<void> {
    const runs: { [language in Language]: number[] } = { nodejs: [], python: [], go: [] };
    // They take turns, so that a slow phase of the machine affects all of them.
    for (let round = 0; round < rounds; round++) {
        for (const language of ["nodejs", "python"] as const) {
            runs[language].push(await firstUp(language, path.join(temp, "package")));
        }
    }
    row("first up", "seconds", "ratio");
    row("---", "---", "---");
    const own = median(runs.nodejs);
    row("TypeScript, the library itself", own, 1);
    row("Python", median(runs.python), median(runs.python) / own);
}

async function main(): Promise<void> {
    console.log(`Node.js ${process.versions.node}, ${cpus().length} processors, medians of ${rounds} runs, seconds.\n`);
    const temp = fs.mkdtempSync(path.join(tmpdir(), "languages-"));
    try {
        await measureProvider(temp);
        const packed = fs.statSync(path.join(temp, "private-vpc.tgz")).size;
        console.log(`\nThe packed plugin has ${Math.round(packed / 1024)} KiB.\n`);
        if (process.argv[3] !== "provider") await measureUps(temp);
    } finally {
        fs.rmSync(temp, { recursive: true, force: true });
    }
}

void main();
