import { isMap } from "./isMap";
import type { Problem } from "./problem";

/** What is wrong with tags that are known already: AWS takes this key, and Pulumi's SDK drops it from every map. */
export function checkTags(tags: unknown): Problem[] {
    if (!isMap(tags) || !Object.hasOwn(tags, "__proto__")) return [];
    const message = "Pulumi's SDK for Node.js cannot send a tag with the key __proto__";
    return [{ code: "tags.reserved-key", path: "tags.__proto__", message, hint: "give the tag another key" }];
}
