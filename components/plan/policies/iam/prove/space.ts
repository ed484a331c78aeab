import type { PolicyDocument } from "../../policyDocument";
import { globalKey } from "../lint/globalKeys";
import type { Request } from "../request";
import type { Box } from "./boxes";
import { type Caller, callerKeys, callersOf } from "./callers";
import { samplesOf } from "./cells";
import { canBeMany, type KeyValue, valuesOf } from "./keySamples";
import { anyBut, languageOf, literal, oneBut } from "./language";
import { Effort } from "./limit";
import { type Target, targetKeys, targetsOf } from "./targets";
import { type Test, wordsOf } from "./words";

/** A context key that documents mention, with one value for each combination of its conditions. */
export interface KeyDimension {
    name: string;
    tests: Test[];
    values: KeyValue[];
}

/**
 * All requests at an endpoint, as the product of independent dimensions: who sends it, the action, what it is for, and
 * each context key that the documents mention. A dimension has one sample for each combination of the documents'
 * patterns and values, so that finitely many requests represent all of them.
 */
export class Space {
    readonly callers: Caller[];
    readonly actions: string[];
    readonly targets: Target[];
    readonly keys: KeyDimension[];
    /** The number of samples of each dimension. */
    readonly sizes: number[];
    /** Every sample of every dimension. */
    readonly whole: Box;
    /** The requests that there can be: signed ones, and unsigned ones. */
    readonly everything: Box[];

    constructor(documents: PolicyDocument[], readonly kind?: string, readonly effort = new Effort()) {
        const words = wordsOf(documents);
        const { signed, service, unsigned } = callersOf(words, effort);
        this.callers = [...signed, ...service, ...unsigned];
        this.targets = targetsOf(words, effort);
        this.actions = samplesOf(
            [action],
            words.actions.map((text) => languageOf(text, { wildcards: true, ignoreCase: true })),
            effort,
        );
        const known = new Set([...callerKeys, ...targetKeys]);
        const byKey = new Map<string, Test[]>();
        for (const test of words.tests) {
            const key = test.key.toLowerCase();
            if (!known.has(key)) byKey.set(key, [...byKey.get(key) ?? [], test]);
        }
        this.keys = [...byKey.values()].map((tests): KeyDimension => {
            const name = tests[0]!.key;
            return { name, tests, values: valuesOf(tests, canBeMany(name), effort) };
        });
        this.sizes = [this.callers, this.actions, this.targets, ...this.keys.map(({ values }) => values)].map((
            { length },
        ) => length);
        this.whole = this.sizes.map(allOf);
        const signedCallers = allOf(signed.length + service.length);
        const withoutKeys = this.keys.map(({ name }, at) => (isSignedOnly(name) ? absent : this.whole[3 + at]!));
        const [everyone, ...others] = this.whole;
        this.everything = [
            [signedCallers, ...others],
            [everyone! & ~signedCallers, this.whole[1]!, this.whole[2]!, ...withoutKeys],
        ];
    }

    /** A result for each target that depends on its ARN alone. */
    ofResources<T>(resultOf: (resource: string) => T): T[] {
        const known = new Map<string, T>();
        return this.targets.map(({ resource }) => {
            if (!known.has(resource)) known.set(resource, resultOf(resource));
            return known.get(resource)!;
        });
    }

    /** The shortest request in a box: the samples are in the order of their lengths. */
    requestIn(box: Box): Request {
        const [caller, action, target, ...values] = box.map(lowest);
        const { principal, context } = this.callers[caller!]!;
        const request: Request = {
            principal,
            action: this.actions[action!]!,
            resource: this.targets[target!]!.resource,
            context: { ...context, ...this.targets[target!]!.context },
            endpoint: this.kind,
        };
        this.keys.forEach(({ name, values: all }, at) => {
            const value = all[values[at]!];
            if (value !== undefined) request.context[name] = value;
        });
        return request;
    }
}

const action = [oneBut(":*? "), anyBut(":*? "), ...literal(":"), oneBut(":*? "), anyBut(":*? ")];

/** The first value of each key is that it is absent. */
const absent = 1n;

/** Whether unsigned requests never have a key. */
function isSignedOnly(key: string): boolean {
    const { signedOnly = false, always = false } = globalKey(key) ?? {};
    return signedOnly && !always;
}

function allOf(count: number): bigint {
    return (1n << BigInt(count)) - 1n;
}

function lowest(bits: bigint): number {
    let at = 0;
    for (let rest = bits; (rest & 1n) === 0n; rest >>= 1n) at++;
    return at;
}
