import * as fs from "node:fs";
import * as path from "node:path";

import type { Attributes } from "../../aws/emulatedAws";
import { parsedType } from "./physicalNames";

const sdk = path.dirname(require.resolve("@pulumi/aws/package.json"));
const declarations = new Map<string, string>();

/** The input properties that the pinned @pulumi/aws does not know, e.g. `subnetIDs` or `dnsOptions.flag`. */
export function unknownProperties(type: string, inputs: Attributes): string[] {
    const { module, file, name } = parsedType(type);
    const args = members(declaration(`${module}/${file}.d.ts`), `export interface ${name}Args {`, "    ");
    return Object.entries(inputs).flatMap(([key, value]) => {
        const declared = args[key];
        return declared === undefined ? [key] : unknownWithin(key, value, declared);
    });
}

/** The properties that a resource supports, by name. */
export function takenProperties(type: string): string[] {
    const { module, file, name } = parsedType(type);
    return Object.keys(members(declaration(`${module}/${file}.d.ts`), `export interface ${name}Args {`, "    "));
}

/** The unknown properties in a value whose declared type is an interface, or a list of interfaces. */
function unknownWithin(path: string, value: unknown, declared: string): string[] {
    const [, module, name] = /inputs\.(\w+)\.(\w+)/.exec(declared) ?? [];
    const items = [value].flat().filter((item): item is Attributes => typeof item === "object" && item !== null);
    if (name === undefined || items.length === 0) return [];
    const inputs = declaration("types/input.d.ts");
    const namespace = inputs.slice(inputs.indexOf(`export declare namespace ${module} {`));
    const known = members(namespace, `    interface ${name} {`, "        ");
    return items.flatMap((item) => Object.keys(item).filter((key) => !(key in known)).map((key) => `${path}.${key}`));
}

/** The members of an interface and their types. The declarations are generated, with each member on its own line. */
function members(text: string, heading: string, indent: string): { [name: string]: string } {
    const start = text.indexOf(heading);
    if (start < 0) throw new Error(`@pulumi/aws declares no "${heading.trim()}"`);
    const body = text.slice(start, text.indexOf(`\n${indent.slice(4)}}`, start));
    const lines = body.matchAll(new RegExp(`^${indent}(?:readonly )?(\\w+)\\??: (.*)$`, "gm"));
    return Object.fromEntries([...lines].map(([, name, type]) => [name, type]));
}

function declaration(file: string): string {
    const known = declarations.get(file) ?? fs.readFileSync(path.join(sdk, file), "utf8");
    declarations.set(file, known);
    return known;
}
