/** The positions of the parts of a JSON string. */
export interface Places {
    /** The offset of each part by its path: of its key, or of the item itself in a list. */
    offsets: Map<string, number>;
    /** Keys that occur repeatedly in their object. */
    repeated: { path: string; key: string; offset: number }[];
    /** The nesting depth. */
    depth: number;
}

const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],]|[^\s{}[\],:"]+/g;

/** Finds the parts of a string that `JSON.parse` accepts. */
export function placesIn(text: string): Places {
    const places: Places = { offsets: new Map(), repeated: [], depth: 0 };
    const parents: { path: string; index?: number }[] = [];
    let path: string | undefined = "";
    for (const { 0: token, index: offset } of text.matchAll(tokens)) {
        const parent = parents.at(-1);
        if (token === "}" || token === "]") {
            parents.pop();
        } else if (token === ",") {
            if (parent!.index !== undefined) parent!.index++;
            path = undefined;
        } else if (parent && parent.index === undefined && path === undefined) {
            const key = JSON.parse(token) as string;
            path = parent.path === "" ? key : `${parent.path}.${key}`;
            if (places.offsets.has(path)) places.repeated.push({ path, key, offset });
            places.offsets.set(path, offset);
        } else {
            const own: string = path ?? `${parent!.path}[${parent!.index}]`;
            if (!places.offsets.has(own)) places.offsets.set(own, offset);
            if (token === "{" || token === "[") {
                parents.push({ path: own, index: token === "[" ? 0 : undefined });
                places.depth = Math.max(places.depth, parents.length);
                path = undefined;
            }
        }
    }
    return places;
}

/** Line and column of an offset, both from 1. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
    const before = text.slice(0, offset).split(/\r\n|\r|\n/);
    return { line: before.length, column: before.at(-1)!.length + 1 };
}
