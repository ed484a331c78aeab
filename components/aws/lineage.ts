import * as pulumi from "@pulumi/pulumi";

import { childUrn, type Lineage, partsOf } from "../plan/urns";

/** Fields of a resource, in every release of the SDK, but missing from its type declarations. */
interface Internals {
    __pulumiType: string;
    __name: string;
    __aliases?: pulumi.Input<string>[];
    __parentResource?: pulumi.Resource;
}

/** The name, parents and aliases of a component that is about to be created. */
export async function lineageOf(
    type: string,
    name: string,
    { aliases = [], parent: under }: pulumi.ComponentResourceOptions = {},
): Promise<Lineage> {
    const parent = under && await ofResource(under);
    const urn = childUrn(prefixOf(parent), type, name);
    const former = await Promise.all(
        aliases.map(async (alias) => formerUrn(await known(alias), { type, name, parent })),
    );
    return { type, name, urn, aliases: former.flatMap((one) => one ?? []), parent };
}

async function ofResource(resource: pulumi.Resource): Promise<Lineage | undefined> {
    const { __pulumiType: type, __name: name, __aliases: aliases = [], __parentResource: under } =
        resource as unknown as Internals;
    const urn = await known(resource.urn);
    if (urn === undefined) return undefined;
    if (under === undefined) return fromUrn(urn);
    const [former, parent] = await Promise.all([Promise.all(aliases.map(known)), ofResource(under)]);
    return { type, name, urn, aliases: former.flatMap((one) => one ?? []), parent };
}

/** A resource of which only the URN is known, as a program in another language passes it; undefined for the stack. */
function fromUrn(urn: string): Lineage | undefined {
    const { qualifiedType, name } = partsOf(urn);
    return qualifiedType === "" ? undefined : { type: qualifiedType.split("$").at(-1)!, name, urn, aliases: [] };
}

async function formerUrn(
    alias: pulumi.URN | pulumi.Alias | undefined,
    now: Pick<Lineage, "type" | "name" | "parent">,
): Promise<string | undefined> {
    if (alias === undefined || typeof alias === "string") return alias;
    const [name, type, stack, project] = await Promise.all(
        [alias.name, alias.type, alias.stack, alias.project].map((part) => known(part)),
    );
    const above = Object.hasOwn(alias, "parent") ? await urnOfParent(alias.parent) : now.parent?.urn;
    const prefix = prefixOf(above === undefined ? undefined : { urn: above });
    const given = { stack: stack ?? prefix.stack, project: project ?? prefix.project };
    return childUrn({ ...prefix, ...given }, type ?? now.type, name ?? now.name);
}

function urnOfParent(parent: pulumi.Resource | pulumi.Input<pulumi.URN> | undefined): Promise<string | undefined> {
    return known(pulumi.Resource.isInstance(parent) ? parent.urn : parent);
}

/** The prefix of the URNs of a resource's children. */
function prefixOf(parent: Pick<Lineage, "urn"> | undefined) {
    const { qualifiedType } = partsOf(parent?.urn ?? "");
    return { stack: pulumi.getStack(), project: pulumi.getProject(), qualifiedType };
}

/** The value of an input; `undefined` if unknown in a preview. */
function known<T>(input: pulumi.Input<T> | undefined): Promise<T | undefined> {
    // In every release of the SDK, but missing from its type declarations.
    return (pulumi.output(input) as unknown as { promise(): Promise<T | undefined> }).promise();
}
