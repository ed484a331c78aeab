import * as pulumi from "@pulumi/pulumi";

/** Tags as passed by the caller. */
export type Tags = pulumi.Input<{ [key: string]: pulumi.Input<string> }>;

/** The name shown in the console: the stack's name, then the resource's. */
export function nameTag(name: string): string {
    return `${pulumi.getStack()}-${name}`;
}

/** The caller's tags, plus the `Name` tag. */
export function tagsOf(name: string, tags: Tags | undefined): Tags {
    const Name = nameTag(name);
    // A plain map needs no output, which saves a large stack thousands. The SDK cannot print a map with a toString key.
    const isPlain = !pulumi.Output.isInstance(tags) && !(tags instanceof Promise);
    if (isPlain && !Object.hasOwn(tags ?? {}, "toString")) return { ...tags, Name };
    return pulumi.output(tags).apply((given) => ({ ...given, Name }));
}
