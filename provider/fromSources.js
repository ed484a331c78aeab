// Starts the provider from this repository's sources, after `npm ci`: `pulumi package add …/provider`. The package that
// `tools/pack` packs is compiled, and starts faster.
const { join } = require("node:path");

const root = join(__dirname, "..");
// Pulumi's runner has registered a ts-node that would check the types of every file.
process[Symbol.for("ts-node.register.instance")]?.enabled(false);
require("ts-node").register({ cwd: root, projectSearchDir: root });
module.exports = require("./startProvider.ts");
