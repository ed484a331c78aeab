// Builds dist: the library, the command, and the emulated AWS for tests, in the folders that they have here, so that relative
// paths are the same. dist has everything that the package needs.
const { spawnSync } = require("node:child_process");
const { chmodSync, cpSync, rmSync } = require("node:fs");
const { join } = require("node:path");

const root = join(__dirname, "..");
const dist = join(root, "dist");
rmSync(dist, { recursive: true, force: true });
const { status } = spawnSync(process.execPath, [require.resolve("typescript/bin/tsc"), "-p", "tsconfig.build.json"], { cwd: root, stdio: "inherit" });
if (status !== 0) process.exit(status ?? 1);
for (const folder of ["policies/endpoints", "policies/flow-logs"]) cpSync(join(root, folder), join(dist, folder), { recursive: true });
cpSync(join(root, "schema.json"), join(dist, "schema.json"));
chmodSync(join(dist, "cli", "main.js"), 0o755);
