import * as fs from "node:fs";
import * as path from "node:path";

import type { PolicyTemplates } from "../plan/policies/endpointPolicy";
import type { PolicyDocument } from "../plan/policies/policyDocument";

// The relative path is the same from components/ in the source and from dist/ in the package.
const folder = path.join(__dirname, "..", "..", "policies");

let templates: PolicyTemplates | undefined;

/** The policies in policies/endpoints/, by file name without `.json`. */
export function endpointPolicies(): PolicyTemplates {
    return templates ??= Object.fromEntries(
        fs.readdirSync(path.join(folder, "endpoints"))
            .filter((file) => file.endsWith(".json"))
            .map((file) => [path.basename(file, ".json"), policyFile("endpoints", file)]),
    );
}

/** Reads one file of the folder policies/. */
export function policyFile(...place: string[]): PolicyDocument {
    try {
        return JSON.parse(fs.readFileSync(path.join(folder, ...place), "utf8")) as PolicyDocument;
    } catch (error) {
        throw new Error(`policies/${place.join("/")}: ${(error as Error).message}`, { cause: error });
    }
}
