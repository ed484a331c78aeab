// Prints the library's software bill of materials as CycloneDX: what an installation adds, by the lock file. The same input gives
// the same bytes, so the serial number and the time are left out, which CycloneDX allows.
const { execFileSync } = require("node:child_process");
const { join } = require("node:path");

const root = join(__dirname, "..");
const args = ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only"];
const bom = JSON.parse(execFileSync("npm", args, { cwd: root, encoding: "utf8", maxBuffer: 1e8, stdio: ["ignore", "pipe", "ignore"] }));
delete bom.serialNumber;
delete bom.metadata.timestamp;
// npm writes the name of the folder.
bom.metadata.component.name = require("../package.json").name;
// npm's own --omit=dev also omits packages that both the library and the development need.
const isDevelopment = ({ name, value }) => name === "cdx:npm:package:development" && value === "true";
bom.components = bom.components.filter(({ properties }) => !properties.some(isDevelopment));
const kept = new Set([bom.metadata.component["bom-ref"], ...bom.components.map((component) => component["bom-ref"])]);
bom.dependencies = bom.dependencies.filter(({ ref }) => kept.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => kept.has(one)) }));
// Where this machine got the packages from says nothing about them; their hashes do.
for (const component of bom.components) {
    component.externalReferences = component.externalReferences.filter(({ type }) => type !== "distribution");
}
process.stdout.write(`${JSON.stringify(bom, undefined, 2)}\n`);
