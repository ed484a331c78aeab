import { unknown } from "../../components/plan/policies/iam/truth";
import type { Maybe } from "../model/maybe";
import { isUnset, type Path, unknownValue, valueAt } from "./resourceValues";

export { unknownValue };

/** A resource of a stack, as a preview, a deployment or a policy pack describes it. */
export interface StackResource {
    urn: string;
    type: string;
    name: string;
    parent?: string;
    /** Its ID in AWS; undefined before it is created. */
    id?: string;
    /** Its inputs and, where they are known, its outputs. */
    properties: { [name: string]: unknown };
    /** The URNs of the resources that each property comes from. */
    dependencies: { [property: string]: string[] };
}

/** The resources of a stack, and what their properties refer to, even where IDs are not known yet. */
export class StackResources {
    private readonly byUrn: Map<string, StackResource>;
    private readonly byType = new Map<string, StackResource[]>();
    private readonly children = new Map<string, StackResource[]>();
    /** What was concluded from dependencies, each in a sentence. */
    readonly assumptions = new Set<string>();

    constructor(readonly all: StackResource[]) {
        this.byUrn = new Map(all.map((one) => [one.urn, one]));
        for (const one of this.byUrn.values()) {
            push(this.byType, one.type, one);
            if (one.parent !== undefined) push(this.children, one.parent, one);
        }
    }

    /** The resources of some types. */
    of(...types: string[]): StackResource[] {
        return types.flatMap((type) => this.byType.get(type) ?? []);
    }

    /** The ID of a resource in the model: AWS's, or its URN before it is created. */
    idOf({ id, urn }: StackResource): string {
        return id ?? urn;
    }

    /** A value that is a string; unknown by its name if it is not known yet. */
    text(resource: StackResource, ...path: Path): Maybe<string | undefined> {
        const value = valueAt(resource.properties, path);
        if (isUnset(value)) return undefined;
        if (value === unknownValue || typeof value !== "string") return notKnown(resource, path);
        return value;
    }

    /** A value that is true or false. */
    flag(resource: StackResource, standard: boolean, ...path: Path): Maybe<boolean> {
        const value = valueAt(resource.properties, path);
        if (isUnset(value)) return standard;
        return typeof value === "boolean" ? value : notKnown(resource, path);
    }

    /** Strings in a list. */
    texts(resource: StackResource, ...path: Path): Maybe<string[]> {
        const value = valueAt(resource.properties, path);
        if (isUnset(value)) return [];
        if (!Array.isArray(value)) return notKnown(resource, path);
        const known = value.every((item) => typeof item === "string" && item !== unknownValue);
        return known ? value as string[] : notKnown(resource, path);
    }

    /** The items of a list that is a property. */
    items(resource: StackResource, property: string): Maybe<unknown[]> {
        const value = valueAt(resource.properties, [property]);
        if (isUnset(value)) return [];
        return Array.isArray(value) ? value : notKnown(resource, [property]);
    }

    /**
     * The ID that a property refers to, of a resource of these types. One that is not known is that of the only such
     * resource that the property comes from; with several, it stays unknown.
     */
    reference(types: readonly string[], resource: StackResource, ...path: Path): Maybe<string | undefined> {
        const value = valueAt(resource.properties, path);
        if (isUnset(value)) return undefined;
        if (typeof value === "string" && value !== unknownValue) return value;
        const [only, ...others] = this.sourcesOf(types, resource, path[0]);
        return only && others.length === 0 ? this.idOf(only) : ambiguous(resource, path, [only, ...others]);
    }

    /** The IDs in a list that a property is. If none is known, they are those of all such resources that it comes from. */
    references(types: readonly string[], resource: StackResource, ...path: Path): Maybe<string[]> {
        const value = valueAt(resource.properties, path);
        if (isUnset(value)) return [];
        const items = Array.isArray(value) ? value as unknown[] : undefined;
        const known = (items ?? []).filter((item): item is string => typeof item === "string" && item !== unknownValue);
        if (items && known.length === items.length) return known;
        const sources = this.sourcesOf(types, resource, path[0]);
        const left = sources.map((one) => this.idOf(one)).filter((id) => !known.includes(id));
        if (items && left.length === items.length - known.length) return [...known, ...left];
        if (items || left.length === 0) return ambiguous(resource, path, sources);
        if (left.length > 1) {
            const names = sources.map(({ name }) => name).join(", ");
            this.assumptions.add(
                `${
                    path.join(".")
                } of ${resource.name} are all of those that it depends on: ${names}. The preview does not show it.`,
            );
        }
        return left;
    }

    /**
     * The resource of these types that a property refers to, by its ID, ARN or name. If the value is not known, it is the
     * only such resource that the property comes from; with several, it stays unknown.
     */
    resource(types: readonly string[], resource: StackResource, ...path: Path): Maybe<StackResource | undefined> {
        const value = valueAt(resource.properties, path);
        if (isUnset(value)) return undefined;
        const sources = this.sourcesOf(types, resource, path[0]);
        if (typeof value === "string" && value !== unknownValue) {
            const named = (one: StackResource) => this.isNamed(one, value);
            return sources.find(named) ?? this.of(...types).find(named)
                ?? unknown(`${path.join(".")} of ${resource.name}, ${value}, which is not in the stack`);
        }
        const [only, ...others] = sources;
        return only && others.length === 0 ? only : ambiguous(resource, path, sources);
    }

    private isNamed(one: StackResource, value: string): boolean {
        return this.idOf(one) === value || identifiers.some((property) => one.properties[property] === value);
    }

    /** The resources of some types that a property comes from: directly, or as parts of a component. */
    sourcesOf(types: readonly string[], resource: StackResource, property: string): StackResource[] {
        const found = (resource.dependencies[property] ?? []).flatMap((urn) => {
            const source = this.byUrn.get(urn);
            if (!source) return [];
            return types.includes(source.type) ? [source] : isCustom(source) ? [] : this.within(source, types);
        });
        return [...new Set(found)];
    }

    /** The resources that a property comes from, of any type. */
    originsOf(resource: StackResource, property: string): StackResource[] {
        return (resource.dependencies[property] ?? []).flatMap((urn) => this.byUrn.get(urn) ?? []);
    }

    private within({ urn }: StackResource, types: readonly string[]): StackResource[] {
        return (this.children.get(urn) ?? []).flatMap((child) =>
            types.includes(child.type) ? [child] : this.within(child, types)
        );
    }
}

/** Properties with which other resources name a resource, in addition to its ID. */
const identifiers = ["arn", "name", "family", "arnWithoutRevision", "replicationSubnetGroupId", "clusterName"];

function push<T>(map: Map<string, T[]>, key: string, item: T): void {
    const list = map.get(key);
    if (list) list.push(item);
    else map.set(key, [item]);
}

/** Whether a provider manages a resource: components have no ID, and no type of AWS's provider. */
function isCustom({ type }: StackResource): boolean {
    return type.startsWith("aws:");
}

function notKnown({ name }: StackResource, path: Path) {
    return unknown(`${path.join(".")} of ${name}`);
}

function ambiguous({ name }: StackResource, path: Path, sources: (StackResource | undefined)[]) {
    const names = sources.flatMap((one) => one?.name ?? []);
    const of = names.length > 0 ? `, which may be ${names.join(" or ")}` : "";
    return unknown(`${path.join(".")} of ${name}${of}`);
}
