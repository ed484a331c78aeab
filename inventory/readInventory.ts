import * as v from "valibot";

import type { Problem } from "../components/plan/problem";
import { answersOf, type Ask } from "./answersOf";
import type { Call } from "./calls";
import { listings } from "./listings";

export type { Ask };

/** A kind of resource that can be listed. */
export type Kind = keyof typeof listings;

/** The resources of a Region as AWS describes them, by kind, in AWS's own spelling. */
export type Inventory = { [K in Kind]: v.InferOutput<(typeof listings)[K][2]>[] };

/** The command that lists a kind of resource. */
export function listingCall(kind: Kind): Call {
    return listings[kind][0];
}

/** Reads the lists of these kinds; kinds that are not requested are empty. */
export async function readInventory(
    ask: Ask,
    kinds: readonly Kind[],
): Promise<{ inventory: Inventory; problems: Problem[] }> {
    const inventory = Object.fromEntries(Object.keys(listings).map((kind) => [kind, []])) as unknown as Inventory;
    const { read, problems } = answersOf(ask);
    await Promise.all(kinds.map(async (kind) => {
        const [call, key, item] = listings[kind];
        const answer = await read(call, v.object({ [key]: v.array(item) }));
        if (answer) Object.assign(inventory, { [kind]: answer[key] });
    }));
    return { inventory, problems };
}
