import type { Fault } from "./finding";
import { globalKey } from "./globalKeys";
import { type Check, eachStatement } from "./lintedPolicy";
import { hasVariable, hasWildcard, isAnything, isOpen, isPlaceholder, withoutEscapes } from "./patterns";
import type { ConditionTest } from "./view";

/** Keys with an identifier created by AWS must be compared as a whole. */
export const systemIdentifier: Check = eachStatement(({ tests }) =>
    tests.flatMap((test): Fault[] => {
        const { path, name, operator, key, values } = test;
        const identifier = identifierOf(test);
        if (!identifier || !operator) return [];
        const hint = `use StringEquals with full values, e.g. ${identifier.example}`;
        if (operator.family === "Numeric") {
            return [{ path, message: `AWS does not support numeric operators such as ${name} for ${key}`, hint }];
        }
        return values.filter(({ text }) => hasWildcard(text)).map(({ path: place, text }) => ({
            path: place,
            message: `AWS does not support wildcards for ${key}, whose values are identifiers: ${text}`,
            hint: isAnything(text) ? `to require only that the key is present, use "Null": {"${key}": "false"}` : hint,
        }));
    })
);

/** An identifier that is not in AWS's form never matches. */
export const malformedIdentifier: Check = eachStatement(({ tests }) =>
    tests.flatMap((test): Fault[] => {
        const identifier = identifierOf(test);
        if (!identifier || test.operator?.family !== "String") return [];
        return test.values
            .filter(({ text }) =>
                !isOpen(text) && !hasWildcard(text) && !identifier.form.test(text) && !isPlaceholder(text)
            )
            .map(({ path, text }) => ({
                path,
                message: `"${text}" is not ${identifier.what}, so it matches no request`,
                hint: `write it like ${identifier.example}`,
            }));
    })
);

/** The form of a key's values, if AWS creates them. */
export function identifierOf({ key }: Pick<ConditionTest, "key">) {
    return globalKey(key)?.identifier;
}

const enough = 6;

/** A wildcard needs at least six literal characters before or after it. */
export const sixCharacters: Check = eachStatement(({ tests }) =>
    tests.filter((test) => test.operator?.family === "String" && test.operator.wildcards && !identifierOf(test))
        .flatMap(({ key, values }) =>
            values.filter(({ text }) => isLoose(text)).map(({ path, text }) => ({
                path,
                message: `a wildcard needs six or more literal characters before or after it; "${text}" has fewer`,
                hint: isAnything(text)
                    ? `to require only that the key is present, use "Null": {"${key}": "false"}`
                    : `write more characters before or after the wildcard, or full values with StringEquals`,
            }))
        )
);

/** Whether a wildcard has fewer than six characters before and after it, up to the next wildcard. */
function isLoose(text: string): boolean {
    // The value of a placeholder is unknown, so it counts as long enough.
    const runs = withoutEscapes(text).replace(/<[^<>\s]+>/g, "_".repeat(enough)).split(/[*?]/).map((run) => run.length);
    return runs.slice(1).some((after, index) => Math.max(runs[index]!, after) < enough);
}

/** Equality operators treat a wildcard as a literal character. */
export const literalWildcard: Check = eachStatement(({ tests }) =>
    tests.filter((test) => test.operator?.family === "String" && !test.operator.wildcards && !identifierOf(test))
        .flatMap(({ name, values }) =>
            values.filter(({ text }) => hasWildcard(text)).map(({ path, text }) => ({
                path,
                message: `${name} treats the wildcard in "${text}" as a literal character`,
                hint: `use ${name.replace(/Equals(IgnoreCase)?/, "Like")}, or \${*} for the literal character`,
            }))
        )
);

/** Variables require policy version 2012-10-17; in other versions they are literal text. */
export const literalVariable: Check = ({ document, statements }) => {
    if ((document as { Version?: unknown } | null)?.Version === "2012-10-17") return [];
    return statements.flatMap(({ resources, tests }) => [...resources, ...tests.flatMap(({ values }) => values)])
        .filter(({ text }) => hasVariable(text))
        .map(({ path, text }) => ({
            path,
            message: `without "Version": "2012-10-17" the variable in "${text}" is literal text`,
            hint: `add "Version": "2012-10-17" to the policy`,
        }));
};
