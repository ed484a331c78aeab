import { isDeepStrictEqual } from "node:util";

import type { Attributes } from "../../aws/emulatedAws";
import { takenProperties } from "./properties";

/** Tags by key. */
export interface Tags {
    [key: string]: string;
}

/**
 * The tags that a provider adds to every resource that supports tags, from its `defaultTags`.
 *
 * Source: https://www.pulumi.com/registry/packages/aws/api-docs/provider/#providerdefaulttags
 */
export function defaultTagsOf({ defaultTags }: Attributes): Tags {
    // The engine passes objects in a provider's config as JSON.
    const given = (typeof defaultTags === "string" ? JSON.parse(defaultTags) : defaultTags) as
        | { tags?: Tags }
        | undefined;
    return given?.tags ?? {};
}

/** The tags that a resource has in AWS, `tagsAll`: its own, and the provider's where it has no other value of its own. */
export function withTagsAll(type: string, inputs: Attributes, defaults: Tags): Attributes {
    if (!takenProperties(type).includes("tags")) return inputs;
    // Tags that are unknown in a preview are a string.
    const tagsAll = typeof inputs.tags === "string" ? inputs.tags : { ...defaults, ...inputs.tags };
    return { ...inputs, tagsAll };
}

/**
 * A resource as the provider reads it from AWS: its own tags are all but the provider's, except for those that the state has
 * as its own too.
 *
 * Source: `ResolveDuplicates` and `RemoveDefaultConfig` in
 * https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/tags/key_value_tags.go
 */
export function withOwnTags(attributes: Attributes, before: Attributes, defaults: Tags): Attributes {
    const { tagsAll, ...others } = attributes;
    if (tagsAll === undefined && attributes.tags === undefined) return attributes;
    // Somebody who changes a tag in AWS changes the resource's own.
    const all = { ...tagsAll as Tags, ...attributes.tags as Tags | undefined };
    // IgnoreAWS, in the same file: only AWS sets tags of this prefix.
    for (const key of Object.keys(all).filter((key) => key.startsWith("aws:"))) delete all[key];
    const own = Object.entries(all).filter(([key, value]) => defaults[key] !== value || before.tags?.[key] === value);
    return { ...others, ...(own.length > 0 && { tags: Object.fromEntries(own) }), tagsAll: all };
}

/** Whether only the provider's tags change what a resource has in AWS. */
export function defaultsChange(type: string, state: Attributes, after: Attributes, defaults: Tags): boolean {
    const { tagsAll } = withTagsAll(type, after, defaults);
    return tagsAll !== undefined && state.tagsAll !== undefined && !isDeepStrictEqual(state.tagsAll, tagsAll);
}
