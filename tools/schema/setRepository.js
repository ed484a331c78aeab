// Names the repository in a package schema. Usage: setRepository.js schema.json https://github.com/OWNER/REPOSITORY
const { readFileSync, writeFileSync } = require("node:fs");

const [file, repository] = process.argv.slice(2);
const schema = { ...JSON.parse(readFileSync(file, "utf8")), repository, homepage: repository };
writeFileSync(file, `${JSON.stringify(schema, undefined, 4)}\n`);
