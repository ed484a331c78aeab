// Measures everything this folder compares, side by side in one run, and writes the tables into README.md. With words, it
// measures only the tables with one of them in their titles, and writes nothing. Needs GNU time at /usr/bin/time. Peers are
// installed into a temporary folder.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const rounds = Number(process.env.ROUNDS ?? 5);
const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const temp = mkdtempSync(join(tmpdir(), "benchmarks-"));
const peakFile = join(temp, "peak");
const node = process.execPath;
const tsNode = [node, "-r", "ts-node/register"];
const plan = [node, "-r", "./tools/register", "cli/main.ts", "plan"];
process.on("exit", () => rmSync(temp, { recursive: true, force: true }));

const cdk = installCdk();
const compiled = compileProgram();
const config = execFileSync(node, ["-r", "ts-node/register", "-e", `
    const { readStack } = require("./cli/stack");
    process.stdout.write(JSON.stringify(readStack(".", "dev").stack.config));
`], { cwd: root, encoding: "utf8" });
const synth = [join(cdk, "node_modules/.bin/cdk"), "synth", "--quiet"];
const policies = { POLICIES: join(root, "policies/endpoints") };
const engine = [node, join(here, "start/engine.js")];

report([
    {
        title: "A plan of the stack dev, compared with the CDK's synth of the same VPC, endpoints and policies",
        cases: [
            { name: "npm run plan", command: plan, cwd: root },
            { name: "cdk synth, as cdk init sets it up", command: synth, cwd: cdk, env: policies },
            {
                name: "cdk synth, compiled, validation off",
                command: [...synth, "--no-validation", "--app", `${node} built/app.js`],
                cwd: cdk,
                env: policies,
            },
        ],
    },
    {
        title: "An offline plan of one program with 100 VPCs like dev's, compared with the CDK's synth of 100 stacks like it",
        cases: [
            { name: "100 PrivateVpc, offline", command: [...tsNode, "benchmarks/many/run.ts", "100"], cwd: root },
            {
                name: "cdk synth, compiled, validation off",
                command: [...synth, "--no-validation", "--app", `${node} built/app.js`],
                cwd: cdk,
                env: { ...policies, COUNT: "100" },
            },
        ],
    },
    {
        title: "The same plan with different compilers of the program's modules",
        cases: [
            { name: "swc, what has changed, as it is", command: plan, cwd: root },
            { name: "the same, with ts-node loaded", command: [...tsNode, "cli/main.ts", "plan"], cwd: root },
            {
                name: "swc, all of it",
                command: [...tsNode, "cli/main.ts", "plan"],
                cwd: root,
                env: { TS_NODE_PROJECT: join(here, "start/swc.json") },
            },
            {
                name: "TypeScript, transpile only",
                command: [...tsNode, "cli/main.ts", "plan"],
                cwd: root,
                env: { TS_NODE_PROJECT: join(here, "start/transpile-only.json") },
            },
            { name: "nothing: compiled beforehand", command: [node, "cli/main.js", "plan"], cwd: compiled },
        ],
    },
    {
        title: "The program's start in Pulumi's program runner, on an engine that answers at once",
        prints: true,
        cases: [
            { name: "index.ts, stack dev", command: [...engine, root, config], cwd: root },
            { name: "an index.ts that only imports", command: [...engine, join(here, "start/floor")], cwd: root },
        ],
    },
    {
        title: "The planner alone, in one process",
        prints: true,
        cases: [{ name: "10 VPCs of 489 services, 4,890 in all", command: [...tsNode, "benchmarks/planning/run.ts"], cwd: root }],
    },
    {
        title: "Whether each workload of a stack reaches each of 60 services, in one process",
        prints: true,
        cases: [["250", "90"], ["1,000", "464"], ["5,000", "2464"]].map(([resources, workloads]) => ({
            name: `${resources} resources`,
            command: [...tsNode, "benchmarks/reach/run.ts", workloads],
            cwd: root,
        })),
    },
    {
        title: "Under Pulumi's mocks, in one process",
        prints: true,
        cases: [1, 10, 100].flatMap((count) =>
            ["component", "flat"].map((what) => ({
                name: what === "flat" ? `the resources of ${count}, flat` : `${count} PrivateVpc`,
                command: [...tsNode, "benchmarks/mocks/run.ts", what, String(count)],
                cwd: root,
            }))
        ),
    },
]);

function installCdk() {
    const folder = join(temp, "cdk");
    cpSync(join(here, "cdk"), folder, { recursive: true });
    const run = (command, ...args) => execFileSync(command, args, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
    run("npm", "install", "--no-audit", "--no-fund", "--silent");
    run("node_modules/.bin/tsc", "--outDir", "built");
    return folder;
}

function compileProgram() {
    const folder = join(temp, "compiled");
    execFileSync(join(root, "node_modules/.bin/tsc"), ["--outDir", folder], { cwd: root });
    for (const name of ["node_modules", "policies"]) symlinkSync(join(root, name), join(folder, name));
    cpSync(join(root, "Pulumi.dev.yaml"), join(folder, "Pulumi.dev.yaml"));
    const project = readFileSync(join(root, "Pulumi.yaml"), "utf8").replace("main: index.ts", "main: index.js");
    writeFileSync(join(folder, "Pulumi.yaml"), project);
    return folder;
}

/** Seconds and peak MiB of a run: of the whole process, or what it prints of itself in milliseconds. */
function measure({ command, cwd, env }, prints) {
    const started = process.hrtime.bigint();
    const { status, stdout } = spawnSync("/usr/bin/time", ["-f", "%M", "-o", peakFile, ...command], {
        cwd,
        env: { ...process.env, ...env, PEAK_FILE: `${peakFile}.inner` },
        encoding: "utf8",
        maxBuffer: 1 << 28,
        stdio: ["ignore", "pipe", "inherit"],
    });
    if (status !== 0) throw new Error(`${command.join(" ")} exited with ${status}`);
    const seconds = prints ? Number(stdout.split(" ")[0]) / 1e3 : Number(process.hrtime.bigint() - started) / 1e9;
    const peak = command.includes(engine[1]) ? `${peakFile}.inner` : peakFile;
    return { seconds, mebibytes: Number(readFileSync(peak, "utf8").trim().split("\n").at(-1)) / 1024 };
}

function report(sections) {
    const words = process.argv.slice(2);
    const wanted = sections.filter(({ title }) => words.length === 0 || words.some((word) => title.includes(word)));
    const machine = `Node.js ${process.versions.node}, ${cpus().length} processors, medians of ${rounds} runs in turn, peak of the largest process.`;
    process.stdout.write(`${machine}\n\n`);
    const tables = wanted.map((section) => {
        const text = table(section);
        process.stdout.write(`${text}\n\n`);
        return text;
    });
    if (words.length > 0) return;
    const file = join(here, "README.md");
    const readme = readFileSync(file, "utf8");
    const mark = "<!-- figures -->";
    const figures = [machine, ...tables].join("\n\n");
    writeFileSync(file, `${readme.split(mark)[0]}${mark}\n\n${figures}\n\n${mark}${readme.split(mark)[2]}`);
}

function table({ title, prints, cases }) {
    process.stderr.write(`Measuring: ${title}\n`);
    const runs = cases.map(() => []);
    cases.forEach((one) => measure(one, prints));
    // In turn, so that a slow spell of the machine hits all alike.
    for (let round = 0; round < rounds; round++) {
        cases.forEach((one, index) => runs[index].push(measure(one, prints)));
    }
    const figures = runs.map((list) => ({ seconds: median(list, "seconds"), peak: median(list, "mebibytes") }));
    const rows = cases.map(({ name }, index) => {
        const { seconds, peak } = figures[index];
        const ratio = (figures[0].seconds / seconds).toFixed(2);
        return `| ${name} | ${seconds.toFixed(2)} | ${ratio} | ${Math.round(peak)} |`;
    });
    return [`### ${title}`, "", "| | seconds | first row / this row | peak MiB |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

function median(list, key) {
    return list.map((one) => one[key]).sort((a, b) => a - b)[Math.floor(list.length / 2)];
}
