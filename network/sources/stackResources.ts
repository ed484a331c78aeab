import { unknown } from "../../components/plan/policies/iam/truth";
import type { Maybe } from "../model/maybe";
import { isUnset, type Path, unknownValue, valueAt } from "./resourceValues";
import { type StackResource, StackTree } from "./stackTree";

export { type StackResource, unknownValue };

/** The resources of a stack, and what their properties refer to, even where IDs are not known yet. */
export class StackResources extends StackTree {
    /** What was concluded from dependencies, each in a sentence. */
    readonly assumptions = new Set<string>();

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

    /** A value that is a number, also if the program wrote it as a string. */
    number(resource: StackResource, ...path: Path): Maybe<number | undefined> {
        const value = valueAt(resource.properties, path);
        if (isUnset(value)) return undefined;
        if (typeof value === "number") return value;
        return typeof value === "string" && /^-?\d+$/.test(value) ? Number(value) : notKnown(resource, path);
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
}

/** Properties with which other resources name a resource, in addition to its ID. */
const identifiers = ["arn", "name", "family", "arnWithoutRevision", "replicationSubnetGroupId", "clusterName"];

function notKnown({ name }: StackResource, path: Path) {
    return unknown(`${path.join(".")} of ${name}`);
}

function ambiguous({ name }: StackResource, path: Path, sources: (StackResource | undefined)[]) {
    const names = sources.flatMap((one) => one?.name ?? []);
    const of = names.length > 0 ? `, which may be ${names.join(" or ")}` : "";
    return unknown(`${path.join(".")} of ${name}${of}`);
}
