import { type Workload, workloads } from "../facts/workloads";
import type { Problem } from "../problem";
import { closest, matching, wellSpelt } from "./search";
import { entryOf, type SearchEntry } from "./searchIndex";
import { isService } from "./serviceNames";

let index: SearchEntry[] | undefined;

const shown = 9;

/** The workloads that match some words, e.g. `eks` or `fargate`; if none does, those with the closest spelling. */
export function findWorkloads(words: string): Workload[] {
    index ??= Object.keys(workloads).map((key) => entryOf(key, { product: key }));
    const found = [matching(words, index)];
    // The name of a service is not misspelt.
    if (!isService(words)) found.push(closest(words, index), matching(wellSpelt(words, index), index));
    return (found.find(({ length }) => length > 0) ?? []) as Workload[];
}

/** The problem of an unknown workload name, with the closest matches. */
export function unknownWorkload(path: string, name: string): Problem {
    const found = findWorkloads(name);
    const message = `"${name}" is not a known workload`;
    return { code: "workloads.unknown", path, message, hint: hintFor(name, found) };
}

function hintFor(name: string, found: Workload[]): string {
    const names = found.slice(0, shown).map((workload) => `"${workload}"`);
    if (found.length > shown) names.push(`one of ${found.length - shown} others`);
    const meant = `did you mean ${
        [names.slice(0, -1).join(", "), ...names.slice(-1)].filter((part) => part).join(" or ")
    }?`;
    const service = `"${name}" is a service: move it to services`;
    if (!isService(name)) {
        return found.length > 0
            ? meant
            : `known workloads: ${Object.keys(workloads).sort().join(", ")}`;
    }
    return found.length > 0 ? `${meant} To call only the API of ${name}, move it to services` : service;
}
