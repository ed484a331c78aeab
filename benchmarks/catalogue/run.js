// Prints the size of the catalogue, and what it costs to import all of it, compiled: processes that do, less processes
// that start and do nothing, in turn, so that a slow spell of the machine hits both alike.
const { execFileSync } = require("node:child_process");
const { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { gzipSync } = require("node:zlib");

const rounds = 41;
const root = join(__dirname, "../..");
const facts = "plan/facts";
const catalogue = join(root, "components", facts, "catalogue");
const modules = ["services", "regions", "ownedResources", "workloads", "partitions", "prices", "quotas", "endpointKind"];
const tables = ["services", "regions", "ownedResources"];

const folder = mkdtempSync(join(tmpdir(), "catalogue-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const tsc = join(root, "node_modules/.bin/tsc");
execFileSync(tsc, ["-p", "tsconfig.build.json", "--outDir", folder], { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));

const programs = {
    "all tables": modules.map((name) => `require("./components/${facts}/${name}");`).join(""),
    "the planner, with all tables": `require("./components/plan/planVpc");`,
};
console.log("| | KB | minified | gzip |\n| --- | --- | --- | --- |");
const sizes = tables.map((name) => {
    const file = join(catalogue, `${name}.json`);
    const minified = JSON.stringify(JSON.parse(readFileSync(file, "utf8")));
    return [statSync(file).size, minified.length, gzipSync(minified).length];
});
for (const [index, name] of tables.entries()) console.log(row(`${name}.json`, sizes[index].map(kilobytes)));
console.log(row("together", [0, 1, 2].map((column) => kilobytes(sizes.reduce((sum, size) => sum + size[column], 0)))));

console.log("\n| imported | ms |\n| --- | --- |");
for (const [name, program] of Object.entries(programs)) {
    const differences = Array.from({ length: rounds + 1 }, () => timed(program) - timed("")).slice(1);
    console.log(row(name, [differences.sort((a, b) => a - b)[Math.floor(rounds / 2)].toFixed(1)]));
}

/** Milliseconds of a process that runs a program. */
function timed(program) {
    const started = process.hrtime.bigint();
    execFileSync(process.execPath, ["-e", program], { cwd: folder });
    return Number(process.hrtime.bigint() - started) / 1e6;
}

function kilobytes(bytes) {
    return (bytes / 1000).toFixed(0);
}

function row(name, cells) {
    return `| ${[name, ...cells].join(" | ")} |`;
}
