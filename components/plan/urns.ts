/** The properties of a resource that determine its URN. */
export interface Lineage {
    type: string;
    name: string;
    urn: string;
    /** The URNs of its own aliases. */
    aliases: string[];
    /** Its parent; undefined for a child of the stack. */
    parent?: Lineage;
}

/** The parts of a URN, e.g. of `urn:pulumi:dev::shop::acme:index:Net$private-vpc:index:VpcEndpoints::app`. */
export interface UrnParts {
    stack: string;
    project: string;
    /** Its type prefixed by its parents' types, e.g. `acme:index:Net$private-vpc:index:VpcEndpoints`. */
    qualifiedType: string;
    name: string;
}

// The stack is the ancestor of every resource, but not part of URNs.
const root = /^pulumi:pulumi:Stack\$?/;

/** Parses a URN. */
export function partsOf(urn: string): UrnParts {
    const [head = "", project = "", qualifiedType = "", ...name] = urn.split("::");
    return {
        stack: head.replace(/^urn:pulumi:/, ""),
        project,
        qualifiedType: qualifiedType.replace(root, ""),
        name: name.join("::"),
    };
}

/** Builds a URN. */
export function urnOf({ stack, project, qualifiedType, name }: UrnParts): string {
    return `urn:pulumi:${stack}::${project}::${qualifiedType}::${name}`;
}

/** The URN of a child. */
export function childUrn(parent: Pick<UrnParts, "stack" | "project" | "qualifiedType">, type: string, name: string) {
    return urnOf({ ...parent, qualifiedType: [parent.qualifiedType, type].filter(Boolean).join("$"), name });
}

/** A child without aliases of its own. */
export function childOf(parent: Lineage, type: string, name: string): Lineage {
    return { type, name, urn: childUrn(partsOf(parent.urn), type, name), aliases: [], parent };
}

/**
 * Every URN that a resource has or may have had: its own, those of its aliases, and those under its parents' aliases.
 *
 * If a parent's name is the prefix of a child's name, the alias replaces it there too. An inherited alias always has
 * the current stack and project.
 *
 * Source: `generateAliases` and `inheritedChildAlias` in
 * https://github.com/pulumi/pulumi/blob/master/pkg/resource/deploy/step_generator.go
 */
export function urnsOf({ urn, aliases, parent }: Lineage): string[] {
    const { stack, project } = partsOf(urn);
    const own = [urn, ...aliases];
    const inherited = (parent ? urnsOf(parent).slice(1) : []).flatMap((former) => {
        const { qualifiedType, name: formerName } = partsOf(former);
        return own.map(partsOf).map((child) => {
            const name = child.name.startsWith(parent!.name)
                ? formerName + child.name.slice(parent!.name.length)
                : child.name;
            return childUrn({ stack, project, qualifiedType }, child.qualifiedType.split("$").at(-1)!, name);
        });
    });
    return [...new Set([...own, ...inherited])];
}
