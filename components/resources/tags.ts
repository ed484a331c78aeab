import * as pulumi from "@pulumi/pulumi";

import { ownerTag } from "../plan/facts/ownerTag";

/** Tags as passed by the caller. */
export type Tags = pulumi.Input<{ [key: string]: pulumi.Input<string> }>;

/** The name shown in the console: the stack's name, then the resource's. */
export function nameTag(name: string): string {
    return `${pulumi.getStack()}-${name}`;
}

/** The tags of a resource: those given, plus the `Name` tag. */
export function tagsOf(name: string, tags: Tags | undefined): Tags {
    return withTag(tags, "Name", nameTag(name));
}

/** The caller's tags, plus the one that identifies the owner of a component's resources. */
export function withOwner(tags: Tags | undefined, owner = defaultOwner()): Tags {
    return withTag(tags, ownerTag, owner);
}

/** The owner if the caller names none. */
export function defaultOwner(): string {
    return `${pulumi.getProject()}/${pulumi.getStack()}`;
}

function withTag(tags: Tags | undefined, key: string, value: string): Tags {
    // A plain map needs no output, which saves a large stack thousands. The SDK cannot print a map with a toString key.
    const isPlain = !pulumi.Output.isInstance(tags) && !(tags instanceof Promise);
    if (isPlain && !Object.hasOwn(tags ?? {}, "toString")) return { ...tags, [key]: value };
    return pulumi.output(tags).apply((given) => ({ ...given, [key]: value }));
}
