import type { Shape } from "../args/contract";
import { isObject } from "../args/describeValue";

/**
 * Replaces each part of a value, innermost first, with the shape it should have. The value may have another shape, which
 * the check of the arguments reports.
 *
 * @param shape `undefined` for the value of an unknown key
 */
export function replaceWithin(
    shape: Shape | undefined,
    value: unknown,
    path: string,
    replace: (shape: Shape | undefined, value: unknown, path: string) => unknown,
): unknown {
    const inside = (of: Shape | undefined, item: unknown, at: string) => replaceWithin(of, item, at, replace);
    if (Array.isArray(value)) {
        const of = shape?.type === "list" ? shape.of : undefined;
        return replace(shape, value.map((item, index) => inside(of, item, `${path}[${index}]`)), path);
    }
    if (!isObject(value)) return replace(shape, value, path);
    const entries = Object.entries(value).map((
        [key, item],
    ) => [key, inside(shapeAt(shape, key), item, `${path}.${key}`)]);
    return replace(shape, Object.fromEntries(entries), path);
}

function shapeAt(shape: Shape | undefined, key: string): Shape | undefined {
    if (shape?.type === "map") return shape.of;
    return shape?.type === "object" && Object.hasOwn(shape.rows, key) ? shape.rows[key]!.is : undefined;
}
