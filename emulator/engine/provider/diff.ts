import { isDeepStrictEqual } from "node:util";

import type { Attributes } from "../../aws/emulatedAws";
import { types } from "../../aws/world";
import { replacementOf } from "./replacements";

/** How an input changed. */
export interface Change {
    kind: "ADD" | "UPDATE" | "DELETE";
    /** Whether the change replaces the resource. */
    replaces: boolean;
}

/** The changes between two sets of inputs of a resource, by input. */
export function changesOf(type: string, before: Attributes, after: Attributes): { [input: string]: Change } {
    const { inputs, oneOf = [] } = replacementOf(type);
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    const changed = names.filter((name) => !isDeepStrictEqual(ordered(before[name]), ordered(after[name])));
    return Object.fromEntries(changed.map((name) => {
        const kind = !(name in before) ? "ADD" : !(name in after) ? "DELETE" : "UPDATE";
        // A resource is in one Region: https://github.com/hashicorp/terraform-provider-aws/blob/main/website/docs/guides/enhanced-region-support.html.markdown
        const replaces = name === "region" || inputs.includes(name) || (oneOf.includes(name) && kind !== "UPDATE");
        return [name, { kind, replaces }];
    }));
}

/**
 * Inputs for which AWS has a value if the program sets none, by type: `Optional` and `Computed` in
 * https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/ec2/vpc_endpoint.go
 * and, if a pool of IPAM allocates the block, vpc_.go next to it
 */
const heldByAws: { [type: string]: string[] } = {
    [types.endpoint]: ["dnsOptions", "policy"],
    [types.vpc]: ["cidrBlock"],
};

/**
 * The values to compare a resource's new inputs with: its previous inputs, except those for which AWS has a value. These are
 * compared with AWS's value, or not at all if the program does not set them.
 */
export function comparedWith(type: string, before: Attributes, state: Attributes, after: Attributes): Attributes {
    const held = heldByAws[type] ?? [];
    const ofAws = held.filter((name) => name in after && name in state).map((name) => [name, state[name]]);
    const given = Object.entries(before).filter(([name]) => !held.includes(name));
    return Object.fromEntries([...given, ...ofAws]);
}

/**
 * A value in the form in which it is compared. Lists of IDs and the like are sets: their order is irrelevant. A policy is
 * JSON, and its white space and the order of its keys are irrelevant.
 */
function ordered(value: unknown): unknown {
    if (typeof value === "string" && value.startsWith("{")) return parsed(value);
    return Array.isArray(value) && value.every((item) => typeof item === "string") ? [...value].sort() : value;
}

function parsed(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        return text;
    }
}
