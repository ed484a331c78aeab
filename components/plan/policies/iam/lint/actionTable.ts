import { matches } from "./patterns";

/** One action of IAM's. */
export interface Action {
    /** E.g. `GetObject`. */
    name: string;
    /** Whether it reads or lists, and changes nothing. */
    reads: boolean;
    /** Whether IAM lets no resource be named for it, so that only `"Resource": "*"` allows it. */
    wildcardOnly: boolean;
}

/** One condition key of a service. */
export interface ServiceKey {
    /** E.g. `s3:x-amz-acl`; a `*` stands for what the caller chooses, e.g. `s3:ExistingObjectTag/*`. */
    name: string;
    /** Whether a request can have many values of it. */
    many: boolean;
}

// The type alone makes the compiler put the file beside what it makes of this one.
type Json = typeof import("./iamActions.json");

interface Table extends Pick<Json, "otherPrefixes"> {
    services: { [prefix: string]: { reads?: string; writes?: string; keys?: string } };
}

/** Made by tools/iam-actions of the service authorization reference. It is read when the first policy is linted. */
let table: Table | undefined;
let prefixes: Set<string> | undefined;
const actions = new Map<string, Map<string, Action> | undefined>();
const keys = new Map<string, ServiceKey[] | undefined>();

function read(): Table {
    return table ??= require("./iamActions.json") as Table;
}

/** Every prefix of IAM's. */
export function knownPrefixes(): Set<string> {
    return prefixes ??= new Set([...Object.keys(read().services), ...read().otherPrefixes.split(" ")]);
}

/** The actions behind a prefix; `undefined` where no endpoint is known for them, or where there is none such. */
export function actionsOf(prefix: string): Action[] | undefined {
    const known = byLowerCase(prefix);
    return known && [...known.values()];
}

function byLowerCase(prefix: string): Map<string, Action> | undefined {
    const service = recordOf(prefix);
    return remembered(actions, prefix, () =>
        service && new Map(
            [...listed(service.reads, true), ...listed(service.writes, false)].map((
                one,
            ) => [one.name.toLowerCase(), one]),
        ));
}

/** The condition keys of a service, of which some begin with another's prefix. */
export function conditionKeysOf(prefix: string): ServiceKey[] | undefined {
    const service = recordOf(prefix);
    return remembered(keys, prefix, () =>
        service && words(service.keys).map((word) => ({
            name: word.replace(/^:/, `${prefix}:`).replace("[]", ""),
            many: word.endsWith("[]"),
        })));
}

function recordOf(prefix: string) {
    return Object.hasOwn(read().services, prefix) ? read().services[prefix] : undefined;
}

function remembered<T>(memory: Map<string, T | undefined>, prefix: string, make: () => T | undefined): T | undefined {
    if (!memory.has(prefix)) memory.set(prefix, make());
    return memory.get(prefix);
}

function listed(list: string | undefined, reads: boolean): Action[] {
    return words(list).map((word) => ({ name: word.replace("*", ""), reads, wildcardOnly: word.endsWith("*") }));
}

function words(list: string | undefined): string[] {
    return list?.split(" ") ?? [];
}

/** The actions that an entry of `Action` stands for, e.g. `s3:Get*`; `undefined` where they are not known. */
export function actionsMatching(entry: string): Action[] | undefined {
    const { known, name, isMeant } = searched(entry);
    if (known?.has(name)) return [known.get(name)!];
    return known && [...known.values()].filter(isMeant);
}

/** Whether an entry of `Action` stands for any action; `undefined` where that is not known. */
export function isKnownAction(entry: string): boolean | undefined {
    const { known, name, isMeant } = searched(entry);
    return known && (known.has(name) || [...known.values()].some(isMeant));
}

/** Whether everything that an entry of `Action` stands for only reads or lists; `undefined` where it is not known. */
export function isReadOnly(entry: string): boolean | undefined {
    return every(entry, ({ reads }) => reads);
}

/** Whether IAM lets no resource be named for what an entry of `Action` stands for; `undefined` where it is not known. */
export function isWildcardOnly(entry: string): boolean | undefined {
    return every(entry, ({ wildcardOnly }) => wildcardOnly);
}

function every(entry: string, holds: (action: Action) => boolean): boolean | undefined {
    const found = actionsMatching(entry);
    return found === undefined || found.length === 0 ? undefined : found.every(holds);
}

function searched(entry: string) {
    const [prefix = "", ...rest] = entry.toLowerCase().split(":");
    const name = rest.join(":");
    return { known: byLowerCase(prefix), name, isMeant: (action: Action) => matches(name, action.name) };
}
