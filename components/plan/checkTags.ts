import { isMap } from "./isMap";
import type { Problem } from "./problem";

/** Problems in tags that are already known: AWS accepts this key, but Pulumi's SDK removes it from every map. */
export function checkTags(tags: unknown): Problem[] {
    if (!isMap(tags) || !Object.hasOwn(tags, "__proto__")) return [];
    const message = "Pulumi's SDK for Node.js cannot send a tag with the key __proto__";
    return [{ code: "tags.reserved-key", path: "tags.__proto__", message, hint: "give the tag another key" }];
}
