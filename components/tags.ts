import * as pulumi from "@pulumi/pulumi";

/** Tags as a caller gives them. */
export type Tags = pulumi.Input<{ [key: string]: pulumi.Input<string> }>;

/** The caller's tags, and the name that people read in the console: the stack's, then the resource's. */
export function tagsOf(name: string, tags: Tags | undefined): Tags {
    return pulumi.output(tags ?? {}).apply((given) => ({ ...given, Name: `${pulumi.getStack()}-${name}` }));
}
