import { createHash } from "node:crypto";

import type { Attributes } from "../../aws/emulatedAws";
import { types } from "../../aws/world";

/** The parts of a type token, e.g. `ec2`, `vpc` and `Vpc` of `aws:ec2/vpc:Vpc`. */
export function parsedType(type: string): { module: string; file: string; name: string } {
    const [, module, file, name] = /^aws:([^/]+)\/([^:]+):(.+)$/.exec(type) ?? [];
    if (module === undefined) throw new Error(`${type} is not a type of the aws provider`);
    return { module, file: file!, name: name! };
}

/** The type and the name in a URN. */
export function parsedUrn(urn: string): { type: string; name: string } {
    const [, , qualifiedType, ...name] = urn.split("::");
    return { type: qualifiedType!.split("$").at(-1)!, name: name.join("::") };
}

/**
 * The types that the provider auto-names: the resource's name and seven random hexadecimal digits.
 * Source: https://www.pulumi.com/docs/iac/concepts/resources/names/#autonaming
 */
const autonamed = [
    ...[types.group, types.logGroup, types.role, types.rolePolicy],
    ...[types.firewallDomains, types.firewallGroup, types.firewallRule, types.firewallAssociation, types.queryLog],
];

/** The inputs with a physical name: the given one, the existing one, or a new one. */
export function named(urn: string, inputs: Attributes, before: Attributes, seed: Uint8Array): Attributes {
    const { type, name } = parsedUrn(urn);
    if (!autonamed.includes(type) || inputs.name !== undefined) return inputs;
    const digits = createHash("sha256").update(urn).update(seed).digest("hex").slice(0, 7);
    return { ...inputs, name: before.name ?? `${name}-${digits}` };
}
