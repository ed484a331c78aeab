import * as path from "node:path";

import type { AnyRow, Shape } from "../../components/args/contract";
import { endpointService } from "../../components/args/endpointServiceArgs";
import { inVpc } from "../../components/args/inVpcArgs";
import { privateVpc } from "../../components/args/privateVpcArgs";
import { vpcEndpoints } from "../../components/args/vpcEndpointsArgs";
import { guardrailOptions } from "../../guardrails/guardrailOptions";
import { type Doc, docComments } from "../schema/docComments";
import { codeOf, inTable } from "./markdownText";

type ObjectShape = Extract<Shape, { type: "object" }>;

const root = path.join(__dirname, "..", "..");
const docs = new Map(["components", "guardrails"].flatMap((folder) => [...docComments(path.join(root, folder))]));

/** Every object type of the contract, each once, that the shapes contain. */
function objectsIn(shapes: Shape[]): ObjectShape[] {
    return shapes.flatMap((shape) => {
        if (shape.type === "list" || shape.type === "map") return objectsIn([shape.of]);
        return shape.type === "object" ? [shape, ...objectsIn(Object.values(shape.rows).map(({ is }) => is))] : [];
    });
}

/** The object types of the contract. */
export const objects = objectsIn([privateVpc, vpcEndpoints, inVpc, endpointService, guardrailOptions]);

/** The members that an interface declares itself, each with its row in the contract. */
function membersOf(name: string): [string, Doc, AnyRow][] {
    const documented = docs.get(name);
    if (!documented) throw new Error(`no interface ${name} in components/`);
    return Object.entries(documented.members).map(([member, doc]) => {
        const row = objects.find((one) => extendsOrIs(one.name, name))?.rows[member];
        if (!row) throw new Error(`${name}.${member} has no row in components/args/`);
        return [member, doc, row];
    });
}

function extendsOrIs(name: string, base: string): boolean {
    return name === base || (docs.get(name)?.bases ?? []).some((one) => extendsOrIs(one, base));
}

/**
 * A table of the options that these interfaces declare themselves, without those they inherit, in the contract's order.
 *
 * @param linkTo returns a link to the table of another interface, or `undefined` if no page has one
 */
export function optionTable(names: string[], linkTo: (name: string) => string | undefined): string {
    const order = Object.keys(objects.find((one) => extendsOrIs(one.name, names[0]!))!.rows);
    const members = names.flatMap(membersOf).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
    const rows = members.map(([member, doc, { is, required, kinds }]) => {
        const onlyFor = kinds ? [`For ${kinds.map((kind) => kind.toLowerCase()).join(" and ")} endpoints only.`] : [];
        const secret = is.late === "secret" ? ["May be a secret value."] : [];
        const deprecated = doc.deprecated === undefined ? [] : [`**Deprecated.** ${inTable(doc.deprecated)}`];
        const text = [inTable(doc.text), ...onlyFor, ...secret, ...deprecated].join(" ");
        const standard = required === undefined ? defaultOf(doc) : "required";
        return `| \`${member}\` | ${typeOf(is, linkTo)} | ${text} | ${standard} |`;
    });
    return ["| option | value | description | default |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

/** `- none` is prose; `[443]` or `[] - only its own account` begins with a value. */
function defaultOf({ default: standard }: Doc): string {
    if (standard === undefined) return "none";
    if (standard.startsWith("- ")) return inTable(standard.slice(2));
    const [value, ...meaning] = standard.split(" - ");
    return [codeOf(value!), ...meaning.map(inTable)].join(": ");
}

const words = { text: "string", number: "number", integer: "integer", boolean: "`true` or `false`" };

function typeOf({ or, ...one }: Shape, linkTo: (name: string) => string | undefined): string {
    const shape = one as Shape;
    if (or) return `${typeOf(shape, linkTo)} or ${typeOf(or, linkTo)}`;
    if (shape.type === "list") return `list: ${typeOf(shape.of, linkTo)}`;
    if (shape.type === "map") return `map: ${typeOf(shape.of, linkTo)}`;
    if (shape.type === "object") {
        return linkTo(shape.name) ?? codeOf(`{ ${Object.keys(shape.rows).join(", ")} }`);
    }
    if (shape.type === "text" && shape.oneOf) return Object.values(shape.oneOf.words).map(codeOf).join(" or ");
    if (shape.file) return ["file name", ...shape.file.orWord ? [codeOf(shape.file.orWord)] : []].join(" or ");
    return words[shape.type];
}
