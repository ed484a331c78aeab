/**
 * The most values that a YAML file may have. Each alias counts with all values of its anchor, because whatever reads the
 * file sees them again.
 */
const mostValues = 200_000;
const mostNested = 100;

/** Why the value of a YAML file has too many aliases: they multiply, or refer to themselves. */
export function aliasFault(value: unknown): { message: string; hint: string } | undefined {
    const open = new Set<unknown>();
    let values = 0;
    const faultOf = (item: unknown): string | undefined => {
        values += 1;
        if (values > mostValues) {
            return `it has more than ${mostValues.toLocaleString("en-US")} values, aliases included`;
        }
        if (typeof item !== "object" || item === null) return undefined;
        if (open.has(item)) return "an alias refers to a value that contains the alias";
        if (open.size >= mostNested) return `it is nested deeper than ${mostNested} levels, aliases included`;
        open.add(item);
        for (const inner of Object.values(item)) {
            const fault = faultOf(inner);
            if (fault !== undefined) return fault;
        }
        open.delete(item);
        return undefined;
    };
    const message = faultOf(value);
    return message === undefined ? undefined : { message, hint: "write the values out, without the alias" };
}
