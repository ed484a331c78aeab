import { isUnknown, unknown } from "../../../components/plan/policies/iam/truth";
import { given, type Maybe } from "../../model/maybe";
import { isUnset, type Path, valueAt } from "../resourceValues";
import type { StackResource, StackResources } from "../stackResources";

/** Where a resource names something: in a property, or in a property of another resource that it refers to. */
export type Place = Path | { through: Path; types: readonly string[]; at: Place };

/** The resource and the path that the first place that is set leads to. */
export function placeIn(
    stack: StackResources,
    resource: StackResource,
    places: readonly Place[],
): Maybe<{ of: StackResource; path: Path } | undefined> {
    for (const place of places) {
        const found = "through" in place
            ? given(
                stack.resource(place.types, resource, ...place.through),
                (of) => (of ? placeIn(stack, of, [place.at]) : undefined),
            )
            : { of: resource, path: place };
        if (found === undefined || isUnknown(found)) {
            if (found) return found;
            continue;
        }
        if (!isUnset(valueAt(found.of.properties, found.path))) return found;
    }
    return undefined;
}

/** The IDs of resources that a workload names in one of these places; none if none of them is set. */
export function idsAt(
    stack: StackResources,
    resource: StackResource,
    places: readonly Place[],
    types: readonly string[],
): Maybe<string[]> {
    return given(placeIn(stack, resource, places), (found): Maybe<string[]> => {
        if (!found) return [];
        const { of, path } = found;
        if (isList(path)) return stack.references(types, of, ...path);
        return given(
            stack.reference(types, of, ...path),
            (id): Maybe<string[]> => (id === undefined ? unknown(`${path.join(".")} of ${of.name}`) : [id]),
        );
    });
}

/** Whether a property is a list of IDs, which the provider names in the plural. */
function isList(path: Path): boolean {
    return String(path.at(-1)).endsWith("s");
}
