import * as fs from "node:fs";
import * as path from "node:path";

import * as pulumi from "@pulumi/pulumi";

import { fullAccess } from "./plan/endpointPolicy";
import type { Problem } from "./plan/problem";
import type { Values } from "./settingsShape";

/** Puts the text of each policy file in the place of its name; `naming` names the file in a problem of the policy. */
export function readPolicyFiles(values: Values): { problems: Problem[]; naming(problem: Problem): Problem } {
    const root = pulumi.runtime.getRootDirectory();
    const problems: Problem[] = [];
    const files = new Map<string, string>();
    for (const [service, wish] of Object.entries(values.endpoints ?? {})) {
        const file = wish.policy;
        if (file === undefined || file === fullAccess) continue;
        const place = `endpoints.${service}.policy`;
        files.set(place, file);
        try {
            wish.policy = fs.readFileSync(path.resolve(root, file), "utf8");
        } catch (error) {
            delete wish.policy;
            const reason = (error as NodeJS.ErrnoException).code === "ENOENT" ? "is not there" : "cannot be read";
            const hint = `give a path relative to Pulumi.yaml, or the word ${fullAccess}`;
            problems.push({ path: place, message: `the file ${file} ${reason}`, hint });
        }
    }
    const naming = (problem: Problem) => {
        const file = files.get(problem.path);
        return file === undefined ? problem : { ...problem, message: `${file}: ${problem.message}` };
    };
    return { problems, naming };
}
