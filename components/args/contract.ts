import type * as pulumi from "@pulumi/pulumi";

import type { EndpointKind } from "../plan/facts/endpointKind";
import type { Problem } from "../plan/problem";

/** What a value must be, as data: of it come the check, the stack's config and the schema for other languages. */
export type Shape =
    & {
        /** Whether it may be an output, and whether no check needs its value, so that it may be encrypted in a stack's config. */
        late?: "output" | "secret";
        /** Whether a stack's config names a file in place of the text, relative to Pulumi.yaml, or else this word. */
        file?: { orWord?: string };
    }
    & (
        | { type: "text"; oneOf?: { name: string; words: { [key: string]: string } } }
        | { type: "number" | "integer" | "boolean" }
        | { type: "list"; of: Shape }
        | { type: "map"; of: Shape }
        | { type: "object"; name: string; rows: { [key: string]: AnyRow } }
    );

/** The shape of values of one type: the compiler refuses it for a property of another. */
export type Schema<T> = Shape & { readonly accepts?: (value: T) => T };

/** A row without the type of its property. */
export interface AnyRow {
    /** What the value must be. */
    is: Shape;
    /** Whether it must be set: an example of what to set. */
    required?: string;
    /** The kinds of endpoint it applies to. @default - every kind */
    kinds?: EndpointKind[];
    /** What else is wrong with a value of the right type, where nothing else is needed to know it. */
    check?(path: string, value: never): Problem[];
}

interface RowOf<T> extends AnyRow {
    is: Schema<T>;
    check?(path: string, value: Known<T>): Problem[];
}

type Row<T, Key extends keyof T> =
    & RowOf<Exclude<T[Key], undefined>>
    & (Record<never, never> extends Pick<T, Key> ? { required?: never } : { required: string });

/**
 * One row for each property of an interface, in the order of the documentation. A property without a row does not
 * compile, nor does a row without a property, or of another type, or required where the property is not.
 */
export type Rows<T> = { readonly [Key in keyof T]-?: Row<T, Key> };

/**
 * Arguments as far as they are known before a deployment, which is all that a plan reads: `unknown` where a value may be an
 * output, and any text where only some are right, for callers without types.
 */
export type Known<T> = [Extract<T, PromiseLike<unknown>>] extends [never] ? T extends string ? string
    : T extends (infer Item)[] ? Known<Item>[]
    : T extends object ? { [Key in keyof T]: Known<T[Key]> }
    : T
    : unknown;

/** A string. */
export const text: Schema<string> = { type: "text" };
/** A number. */
export const number: Schema<number> = { type: "number" };
/** A whole number; whether it is one, the plan checks. */
export const integer: Schema<number> = { type: "integer" };
/** True or false. */
export const boolean: Schema<boolean> = { type: "boolean" };

/** One of AWS's own words; whether it is one, the plan checks, which knows which of them are possible. */
export function oneOf<T extends string>(name: string, words: { [key: string]: T }): Schema<T> {
    return { type: "text", oneOf: { name, words } };
}

/** A list. */
export function list<T>(of: Schema<T>): Schema<T[]> {
    return { type: "list", of };
}

/** A map by names of the caller's choice. */
export function map<T>(of: Schema<T>): Schema<{ [key: string]: T }> {
    return { type: "map", of };
}

/** What an interface declares, by the interface's name. */
export function object<T>(name: string, rows: Rows<T>): Schema<T> {
    return { type: "object", name, rows };
}

/** What may be an output, since it only fills in a resource. */
export function late<T>(schema: Schema<T>): Schema<pulumi.Input<T>> {
    return { ...schema as Shape, late: "output" };
}

/** The same, and it may be encrypted in a stack's config, since no check needs its value. */
export function secret<T>(schema: Schema<T>): Schema<pulumi.Input<T>> {
    return { ...schema as Shape, late: "secret" };
}

/** A text for which a stack's config names a file, relative to Pulumi.yaml, or writes one word. */
export function fromFile<T>(schema: Schema<T>, orWord?: string): Schema<T> {
    return { ...schema, file: { orWord } };
}
