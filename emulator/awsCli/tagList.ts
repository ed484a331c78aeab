import type { Attributes, Made } from "../aws/world";

/** Tags as EC2 lists them. */
export function tagsOf({ attributes: { tagsAll, tags } }: Pick<Made, "attributes">): Attributes[] {
    return Object.entries({ ...tagsAll, ...tags }).map(([Key, Value]) => ({ Key, Value }));
}
