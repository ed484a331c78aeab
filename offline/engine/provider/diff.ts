import { isDeepStrictEqual } from "node:util";

import type { Attributes } from "../../aws";
import { replacementOf } from "./replacements";

/** How an input differs from what it was. */
export interface Change {
    kind: "ADD" | "UPDATE" | "DELETE";
    /** Whether the resource is replaced for it. */
    replaces: boolean;
}

/** What differs between two sets of inputs of a resource, by input. */
export function changesOf(type: string, before: Attributes, after: Attributes): { [input: string]: Change } {
    const { inputs, oneOf = [] } = replacementOf(type);
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    const changed = names.filter((name) => !isDeepStrictEqual(ordered(before[name]), ordered(after[name])));
    return Object.fromEntries(changed.map((name) => {
        const kind = !(name in before) ? "ADD" : !(name in after) ? "DELETE" : "UPDATE";
        return [name, { kind, replaces: inputs.includes(name) || (oneOf.includes(name) && kind !== "UPDATE") }];
    }));
}

/** Ids and the like are sets: their order means nothing. */
function ordered(value: unknown): unknown {
    return Array.isArray(value) && value.every((item) => typeof item === "string") ? [...value].sort() : value;
}
