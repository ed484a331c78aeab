// Compares the component on the real engine with the same resources declared one by one, against an emulated AWS.
import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import { cpus } from "node:os";
import * as path from "node:path";

import * as yaml from "js-yaml";

import { findCli } from "../../emulator/engine/cli";
import { Workspace } from "../../emulator/engine/workspace";
import { flatProgram } from "./flat";

const root = path.join(__dirname, "../..");
const rounds = Number(process.argv[2] ?? 5);
const cli = findCli();
const quiet = ["--suppress-outputs", "--stack", "dev"];

/** A program and its stack's config. */
interface Case {
    name: string;
    program: string;
    config: object;
}

interface Seconds {
    preview: number;
    up: number;
}

/** Measures a preview and an `up` of an empty stack, in seconds. */
async function measure({ program, config }: Case, withUp: boolean): Promise<Seconds> {
    const workspace = new Workspace(cli);
    try {
        workspace.writeFile("index.ts", program);
        workspace.configure("dev", config as { [key: string]: unknown });
        await timed(workspace, "stack", "init", "dev");
        const preview = await timed(workspace, "preview", ...quiet);
        return { preview, up: withUp ? await timed(workspace, "up", "--yes", "--skip-preview", ...quiet) : NaN };
    } finally {
        workspace.remove();
    }
}

async function timed(workspace: Workspace, ...args: string[]): Promise<number> {
    const started = process.hrtime.bigint();
    const { code, stdout, stderr } = await workspace.run(...args);
    if (code !== 0) throw new Error(`pulumi ${args.join(" ")}\n${stdout}\n${stderr}`);
    return Number(process.hrtime.bigint() - started) / 1e9;
}

/**
 * Measures each case in each round, in seconds. The cases take turns, so that a slow phase of the machine affects all of them.
 */
async function measureInTurn(cases: Case[], withUp: boolean): Promise<Seconds[][]> {
    const runs = cases.map(() => [] as Seconds[]);
    for (let round = 0; round < rounds; round++) {
        for (const [index, one] of cases.entries()) runs[index]!.push(await measure(one, withUp));
    }
    return runs;
}

function median(values: number[]): number {
    return values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function table(head: string[], rows: (string | number)[][]): void {
    const line = (cells: (string | number)[]) =>
        `| ${cells.map((cell) => (typeof cell === "number" ? cell.toFixed(2) : cell)).join(" | ")} |`;
    console.log([line(head), line(head.map(() => "---")), ...rows.map(line), ""].join("\n"));
}

async function againstFlat(): Promise<void> {
    // Build what the package ships. From source, Pulumi compiles at each start.
    execFileSync("npm", ["run", "--silent", "build"], { cwd: root, stdio: "ignore" });
    const program = fs.readFileSync(path.join(root, "index.ts"), "utf8");
    const built = program.replace("./components", path.join(root, "dist/components"));
    const { config } = yaml.load(fs.readFileSync(path.join(root, "Pulumi.prod.yaml"), "utf8")) as {
        config: { "private-vpc:options"?: object };
    };
    const withoutLookUps = {
        ...config,
        "private-vpc:options": { ...config["private-vpc:options"], lookUp: false },
    };
    const cases = [
        { name: "the same resources, flat", program: await flatProgram(root, "prod"), config },
        { name: "with PrivateVpc, from its sources", program, config },
        { name: "with PrivateVpc, as the package holds it", program: built, config },
        { name: "the same with `options.lookUp: false`", program: built, config: withoutLookUps },
    ];
    const runs = await measureInTurn(cases, true);
    // Compare within a round: the medians of two cases may come from different rounds.
    const against = (index: number, key: keyof Seconds) =>
        median(runs[index]!.map((own, round) => own[key] / runs[0]![round]![key]));
    const seconds = (index: number, key: keyof Seconds) => median(runs[index]!.map((own) => own[key]));
    table(
        ["prod", "preview, seconds", "against flat", "up, seconds", "against flat"],
        cases.map(({ name }, index) => [
            name,
            seconds(index, "preview"),
            against(index, "preview"),
            seconds(index, "up"),
            against(index, "up"),
        ]),
    );
}

async function many(): Promise<void> {
    const counts = [1, 10, 50];
    const config = { "aws:region": "us-east-1" };
    const cases = counts.map((count) => ({ name: String(count), program: components(count), config }));
    const runs = await measureInTurn(cases, false);
    const seconds = runs.map((own) => median(own.map(({ preview }) => preview)));
    table(
        ["components of 16 resources", "preview, seconds", "each beyond the first"],
        counts.map((count, index) => [
            String(count),
            seconds[index]!,
            count === 1 ? "" : (seconds[index]! - seconds[0]!) / (count - 1),
        ]),
    );
}

function components(count: number): string {
    return `
        import { PrivateVpc } from "./components";
        for (let index = 0; index < ${count}; index++) {
            new PrivateVpc("app-" + index, {
                cidrBlock: "10." + index + ".0.0/16",
                availabilityZones: ["us-east-1a", "us-east-1b"],
                services: ["logs", "dynamodb", "sqs"],
            });
        }
    `;
}

async function main(): Promise<void> {
    console.log(
        `Pulumi ${cli.version}, Node.js ${process.versions.node}, ${cpus().length} processors, medians of ${rounds} runs in turn.\n`,
    );
    await againstFlat();
    await many();
}

void main();
