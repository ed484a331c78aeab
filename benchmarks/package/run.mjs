// Measures the package as it is installed, beside @pulumi/awsx, in empty projects outside the checkout; prints the tables
// of README.md. Packages come from npm's cache, which a first installation fills.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const temp = mkdtempSync(join(tmpdir(), "package-"));
process.on("exit", () => rmSync(temp, { recursive: true, force: true }));
const quiet = { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] };
const rounds = { install: 3, run: 5, import: 21 };

const tarball = join(temp, "private-vpc.tgz");
execFileSync(join(root, "tools/pack"), [tarball], quiet);
const { devDependencies: pinned } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const peers = ["@pulumi/aws", "@pulumi/pulumi"].map((name) => `${name}@${pinned[name]}`);
const bare = project("bare", peers);
const ours = project("ours", [...peers, tarball]);
const awsx = project("awsx", [...peers, "@pulumi/awsx@3.9.0"]);

print(["the package itself", "private-vpc", "@pulumi/awsx 3.9.0"], [
    ["packed, KB", kilobytes(statSync(tarball).size), kilobytes(packedSize("@pulumi/awsx@3.9.0"))],
    ["installed beyond Pulumi and its AWS package, KB", ...[ours, awsx].map((one) => kilobytes(size(one) - size(bare)))],
    ["packages beyond those", ...[ours, awsx].map((one) => packages(one) - packages(bare))],
    ["direct dependencies", ...["ours/node_modules/private-vpc", "awsx/node_modules/@pulumi/awsx"].map(dependencies)],
    ["import, when those are imported already, ms", importTime(ours, "private-vpc"), importTime(awsx, "@pulumi/awsx")],
]);
print(["from npm install in an empty project", "seconds"], fromInstall());

function project(name, specs) {
    const folder = join(temp, name);
    mkdirSync(folder);
    writeFileSync(join(folder, "package.json"), `{ "private": true }`);
    install(folder, specs);
    return folder;
}

function install(folder, specs) {
    const options = ["--no-audit", "--no-fund", "--prefer-offline", "--ignore-scripts"];
    execFileSync("npm", ["install", ...options, ...specs], { ...quiet, cwd: folder });
}

function packedSize(spec) {
    const [{ size }] = JSON.parse(execFileSync("npm", ["pack", "--json", "--dry-run", spec], { ...quiet, cwd: temp }));
    return size;
}

function size(folder) {
    return readdirSync(join(folder, "node_modules"), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name !== ".package-lock.json")
        .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}

function packages(folder) {
    const lock = JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8"));
    return Object.keys(lock.packages).length - 1;
}

function dependencies(folder) {
    return Object.keys(JSON.parse(readFileSync(join(temp, folder, "package.json"), "utf8")).dependencies ?? {}).length;
}

/** Milliseconds until a package is imported, in processes that have imported Pulumi and its AWS package whole. */
function importTime(folder, name) {
    const script = `require("@pulumi/pulumi"); const aws = require("@pulumi/aws");
        for (const part of ["ec2", "vpc", "cloudwatch", "iam", "route53", "s3", "lb"]) Object.values(aws[part]);
        const started = process.hrtime.bigint();
        require("${name}");
        process.stdout.write(String(Number(process.hrtime.bigint() - started) / 1e6));`;
    const run = () => Number(execFileSync(process.execPath, ["-e", script], { ...quiet, cwd: folder }));
    return median(Array.from({ length: rounds.import }, run)).toFixed(0);
}

function fromInstall() {
    const timed = (action) => {
        const started = process.hrtime.bigint();
        action();
        return Number(process.hrtime.bigint() - started) / 1e9;
    };
    const installs = Array.from({ length: rounds.install }, (_, round) => timed(() => project(`empty-${round}`, [tarball])));
    const of = (script) => {
        const folder = join(temp, "empty-0");
        cpSync(join(here, script), join(folder, script));
        const run = () => timed(() => execFileSync(process.execPath, [script], { ...quiet, cwd: folder }));
        return median(Array.from({ length: rounds.run }, run));
    };
    const installed = median(installs);
    const after = (seconds) => `${(installed + seconds).toFixed(1)}, of which ${seconds.toFixed(2)} run`;
    return [
        ["to its end, Pulumi and its AWS package with it", installed.toFixed(1)],
        ["to the printed plan of a VPC for Fargate", after(of("plan.cjs"))],
        ["to the same VPC under mocks, every resource registered", after(of("mocked.cjs"))],
    ];
}

function print(titles, rows) {
    const line = (cells) => `| ${cells.join(" | ")} |\n`;
    process.stdout.write([line(titles), line(titles.map(() => "---")), ...rows.map(line), "\n"].join(""));
}

function kilobytes(bytes) {
    return (bytes / 1e3).toLocaleString("en-US", { maximumFractionDigits: 0 });
}

function median(values) {
    return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

process.stderr.write(`Node.js ${process.versions.node}, npm ${execFileSync("npm", ["--version"], quiet).trim()}, ${cpus().length} processors\n`);
