import * as pulumi from "@pulumi/pulumi";

/** Tags as a caller gives them. */
export type Tags = pulumi.Input<{ [key: string]: pulumi.Input<string> }>;

/** The name that people read in the console: the stack's, then the resource's. */
export function nameTag(name: string): string {
    return `${pulumi.getStack()}-${name}`;
}

/** The caller's tags, and the resource's name. */
export function tagsOf(name: string, tags: Tags | undefined): Tags {
    const Name = nameTag(name);
    // A plain map needs no output, of which a large stack would have thousands; the SDK fails to print one with toString.
    const isPlain = !pulumi.Output.isInstance(tags) && !(tags instanceof Promise);
    if (isPlain && !Object.hasOwn(tags ?? {}, "toString")) return { ...tags, Name };
    return pulumi.output(tags).apply((given) => ({ ...given, Name }));
}
