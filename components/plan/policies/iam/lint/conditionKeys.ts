import { conditionKeysOf, knownPrefixes, type ServiceKey } from "./actionTable";
import type { EndpointContext, Fault } from "./finding";
import { crossServiceKeys, globalKey, globalKeys } from "./globalKeys";
import { type Check, eachStatement } from "./lintedPolicy";
import { meant, reference } from "./meant";
import { isOpen, matches } from "./patterns";
import type { ConditionTest } from "./view";

/** A key that no request has: its condition never matches, or always does. */
export const unknownKey: Check = eachStatement(({ tests }, context) =>
    tests.flatMap(({ path, key }): Fault[] => {
        // Identity providers use keys with their own host names as prefix.
        if (isOpen(key) || /^[^:]*\./.test(key) || isKnown(key, context)) return [];
        const asked = context.iamPrefixes?.length ? context.service ?? context.iamPrefixes.join(", ") : undefined;
        const message = key.toLowerCase().startsWith("aws:")
            ? `there is no global condition key ${key}`
            : `${
                asked === undefined ? "no service" : `no request to ${asked}`
            } is known to have the condition key ${key}`;
        const known = meant(key, namesFor(key, context));
        return [{ path, message, hint: known ? `did you mean ${known}?` : reference }];
    })
);

/** Whether requests can have a key. */
export function isKnown(key: string, context: EndpointContext): boolean {
    if (globalKey(key)) return true;
    if (key.toLowerCase().startsWith("aws:")) return false;
    if (crossServiceKeys.some((name) => matches(name, key))) return true;
    const keys = keysFor(key, context);
    return keys === undefined || keys.some(({ name }) => matches(name, key));
}

/** The keys of the endpoint's services, otherwise of the service in the key's prefix; `undefined` if unknown. */
function keysFor(key: string, { iamPrefixes }: EndpointContext): ServiceKey[] | undefined {
    if (iamPrefixes?.length) {
        const keys = iamPrefixes.map(conditionKeysOf);
        return keys.includes(undefined) ? undefined : keys.flatMap((list) => list!);
    }
    const prefix = key.slice(0, key.indexOf(":")).toLowerCase();
    return knownPrefixes().has(prefix) || otherNames.includes(prefix) ? conditionKeysOf(prefix) : [];
}

/** Prefixes of condition keys that no action has, e.g. `saml:aud`. */
const otherNames = ["catalog", "cognito-identity-auth", "cognito-identity-unauth", "identitycenter", "saml"];

function namesFor(key: string, context: EndpointContext): string[] {
    if (key.toLowerCase().startsWith("aws:")) return Object.keys(globalKeys);
    return keysFor(key, context)?.map(({ name }) => name) ?? [];
}

/** A key that requests can have, but never through an endpoint, or not those to its service. */
export const absentKey: Check = eachStatement(({ tests }, { service, iamPrefixes = [] }) =>
    tests.flatMap(({ path, key }): Fault[] => {
        const { instead, onlyOf } = globalKey(key) ?? {};
        if (instead !== undefined) {
            return [{ path, message: `requests through an endpoint do not have ${key}`, hint: `use ${instead}` }];
        }
        if (!onlyOf || iamPrefixes.length === 0 || iamPrefixes.some((prefix) => onlyOf.includes(prefix))) return [];
        const message = `requests to ${service ?? iamPrefixes.join(", ")} do not have ${key}`;
        return [{ path, message, hint: "use aws:SourceVpc or aws:SourceVpce, which every service supports" }];
    })
);

/** Multivalued keys need a set operator, and one that an empty set satisfies needs a further condition. */
export const setOperator: Check = eachStatement(({ tests, effect }, context) =>
    tests.flatMap((test): Fault[] => {
        const { path, name, operator, key } = test;
        if (!operator || operator.family === "Null") return [];
        if (hasMany(key, context) && operator.set === undefined) {
            const set = operator.negated ? "ForAllValues" : "ForAnyValue";
            return [{
                path,
                message: `${key} is multivalued, and ${name} compares a single value`,
                hint: `use ${set}:${name}`,
            }];
        }
        if (operator.set !== "ForAllValues" || effect !== "Allow" || tests.some((other) => asksFor(key, other))) {
            return [];
        }
        const hint = `use ForAnyValue, or add "Null": {"${key}": "false"}`;
        return [{ path, message: `${name} also matches requests that have no ${key}`, hint }];
    })
);

function hasMany(key: string, context: EndpointContext): boolean {
    const keys = key.toLowerCase().startsWith("aws:") ? undefined : keysFor(key, context);
    return Boolean(globalKey(key)?.many || keys?.some(({ name, many }) => many && matches(name, key)));
}

/** Whether a condition requires a key to be present. */
function asksFor(key: string, { operator, key: other, values }: ConditionTest): boolean {
    return operator?.family === "Null" && other.toLowerCase() === key.toLowerCase()
        && values.every(({ text }) => text === "false");
}
