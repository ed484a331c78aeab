/** The given keys of an object, with their values. */
export function pick<T extends object, Key extends keyof T>(
    from: T,
    keys: { readonly [key in Key]-?: unknown },
): Pick<T, Key> {
    return Object.fromEntries(Object.keys(keys).map((key) => [key, from[key as Key]])) as Pick<T, Key>;
}
