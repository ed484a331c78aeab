import type * as pulumi from "@pulumi/pulumi";

import type { EndpointKind } from "../plan/facts/endpointKind";
import type { Problem } from "../plan/problem";

/** What a value must be, as data. Argument checks, the stack config and the schema for other languages are derived from it. */
export type Shape =
    & {
        /**
         * `output`: the value may be an output. `secret`: also, no check needs the value, so the stack config may
         * encrypt it.
         */
        late?: "output" | "secret";
        /** Set if the stack config names a file (relative to Pulumi.yaml) instead of the string itself, or a given word. */
        file?: { orWord?: string };
        /** Another shape that is accepted instead. */
        or?: Shape;
    }
    & (
        | { type: "text"; oneOf?: { name: string; words: { [key: string]: string } } }
        | { type: "number" | "integer" | "boolean" }
        | { type: "list"; of: Shape; example: string }
        | { type: "map"; of: Shape }
        | { type: "object"; name: string; rows: { [key: string]: AnyRow } }
    );

/** The shape of values of one type. The compiler rejects it for a property of another type. */
export type Schema<T> = Shape & { readonly accepts?: (value: T) => T };

/** A row without the type of its property. */
export interface AnyRow {
    /** What the value must be. */
    is: Shape;
    /** Set if the value is required: an example of what to set. */
    required?: string;
    /** Set if the value is required unless another key is set: that key, and an example of what to set. */
    requiredUnless?: { key: string; example: string };
    /** The kinds of endpoint it applies to. @default - every kind */
    kinds?: EndpointKind[];
    /** Set if another option replaced it. It still works for one minor version, with a warning. */
    replacedBy?: { key: string; hint: string };
    /** Further checks of a value of the right type that need no other value. */
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
 * One row for each property of an interface, in the order of the documentation. It does not compile if a property has
 * no row, a row has no property, the types differ, or a row is required and its property is not.
 */
export type Rows<T> = { readonly [Key in keyof T]-?: Row<T, Key> };

/**
 * Arguments known before a deployment, which is all that a plan reads. A value that may be an output is `unknown`; an
 * enum is any string, for callers without types.
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
/** An integer. The plan checks that it is one. */
export const integer: Schema<number> = { type: "integer" };
/** True or false. */
export const boolean: Schema<boolean> = { type: "boolean" };

/** One of AWS's enum values. The plan checks it, because it knows which values are possible. */
export function oneOf<T extends string>(name: string, words: { [key: string]: T }): Schema<T> {
    return { type: "text", oneOf: { name, words } };
}

/** A list, with an example for hints, e.g. `[sqs, logs]`. Its zones are those of us-east-1. */
export function list<T>(of: Schema<T>, example: string): Schema<T[]> {
    return { type: "list", of, example };
}

/** A map whose keys the caller chooses. */
export function map<T>(of: Schema<T>): Schema<{ [key: string]: T }> {
    return { type: "map", of };
}

/** The properties of an interface, by the interface's name. */
export function object<T>(name: string, rows: Rows<T>): Schema<T> {
    return { type: "object", name, rows };
}

/** A value that may be an output, because it is only passed to a resource. */
export function late<T>(schema: Schema<T>): Schema<pulumi.Input<T>> {
    return { ...schema as Shape, late: "output" };
}

/** Like `late`, and the stack config may encrypt it, because no check needs its value. */
export function secret<T>(schema: Schema<T>): Schema<pulumi.Input<T>> {
    return { ...schema as Shape, late: "secret" };
}

/** A value, or a list of such values. */
export function oneOrList<T>(schema: Schema<T>, example: string): Schema<T | T[]> {
    return { ...schema as Shape, or: list(schema, example) };
}

/** A string for which the stack config names a file, relative to Pulumi.yaml, or one given word. */
export function fromFile<T>(schema: Schema<T>, orWord?: string): Schema<T> {
    return { ...schema, file: { orWord } };
}
