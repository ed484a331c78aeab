import * as fs from "node:fs";
import * as path from "node:path";

import * as pulumi from "@pulumi/pulumi";

import { fullAccess } from "./plan/policies/endpointPolicy";
import type { Problem } from "./plan/problem";
import type { Values } from "./settingsShape";

/** Puts the text of each policy file in the place of its name; `naming` names the file in a problem of the policy. */
export function readPolicyFiles(values: Values): { problems: Problem[]; naming(problem: Problem): Problem } {
    const root = pulumi.runtime.getRootDirectory();
    const problems: Problem[] = [];
    const files = new Map<string, string>();
    const read = (place: string, file: string, word: string): string | undefined => {
        files.set(place, file);
        try {
            return fs.readFileSync(path.resolve(root, file), "utf8");
        } catch (error) {
            const reason = (error as NodeJS.ErrnoException).code === "ENOENT" ? "is not there" : "cannot be read";
            const hint = `give a path relative to Pulumi.yaml${word}`;
            problems.push({ path: place, message: `the file ${file} ${reason}`, hint });
            return undefined;
        }
    };
    for (const [service, wish] of Object.entries(values.endpoints ?? {})) {
        const place = `endpoints.${service}`;
        const { policy, additionalPolicy, fromPolicies } = wish;
        if (policy !== undefined && policy !== fullAccess) {
            wish.policy = read(`${place}.policy`, policy, `, or the word ${fullAccess}`);
        }
        if (additionalPolicy !== undefined) {
            wish.additionalPolicy = read(`${place}.additionalPolicy`, additionalPolicy, "");
        }
        if (fromPolicies !== undefined) {
            const texts = fromPolicies.map((file, index) => read(`${place}.fromPolicies[${index}]`, file, ""));
            wish.fromPolicies = texts.some((text) => text === undefined) ? undefined : texts as string[];
        }
        for (const key of ["policy", "additionalPolicy", "fromPolicies"] as const) {
            if (wish[key] === undefined) delete wish[key];
        }
    }
    const naming = (problem: Problem) => {
        const place = [...files.keys()].find((key) => problem.path === key || problem.path.startsWith(`${key}.`));
        return place === undefined ? problem : { ...problem, message: `${files.get(place)}: ${problem.message}` };
    };
    return { problems, naming };
}
