import * as v from "valibot";

const values = v.optional(v.record(v.string(), v.unknown()), {});

/** A resource in the state of a stack, or in a step of a preview. */
export const stateResource = v.object({
    urn: v.string(),
    type: v.string(),
    id: v.optional(v.string()),
    parent: v.optional(v.string()),
    /** Its provider, as `urn::id`. */
    provider: v.optional(v.string()),
    /** Whether Pulumi refuses to delete it. */
    protect: v.optional(v.boolean(), false),
    /** The URNs of the resources that it depends on. */
    dependencies: v.nullish(v.array(v.string()), []),
    inputs: values,
    outputs: values,
    /** The URNs of the resources that each property comes from. */
    propertyDependencies: v.nullish(v.record(v.string(), v.nullable(v.array(v.string()))), {}),
    /** Whether it was replaced, and is still to be deleted. */
    delete: v.optional(v.boolean()),
});
export type StateResource = v.InferOutput<typeof stateResource>;

/** What `pulumi stack export` prints: https://github.com/pulumi/pulumi/blob/master/sdk/go/common/apitype/core.go */
export const stackExport = v.object({
    version: v.optional(v.number()),
    deployment: v.object({
        resources: v.nullish(v.array(stateResource), []),
        pending_operations: v.nullish(v.array(v.object({ type: v.string(), resource: stateResource })), []),
    }),
});
