/** The values of an object at the keys of another. */
export function pick<T extends object, Key extends keyof T>(
    from: T,
    keys: { readonly [key in Key]-?: unknown },
): Pick<T, Key> {
    return Object.fromEntries(Object.keys(keys).map((key) => [key, from[key as Key]])) as Pick<T, Key>;
}
