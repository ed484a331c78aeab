import type { Fault } from "./finding";
import { globalKey } from "./globalKeys";
import { type Check, eachStatement } from "./lintedPolicy";
import { hasVariable, hasWildcard, isAnything, isOpen, withoutEscapes } from "./patterns";
import type { ConditionTest } from "./view";

/** Keys with an identifier created by AWS must be compared as a whole. */
export const systemIdentifier: Check = eachStatement(({ tests }) =>
    tests.flatMap((test): Fault[] => {
        const { path, name, operator, key, values } = test;
        const identifier = identifierOf(test);
        if (!identifier || !operator) return [];
        const hint = `use StringEquals, and name each ${key} in full, e.g. ${identifier.example}`;
        if (operator.family === "Numeric") {
            return [{ path, message: `AWS takes no numeric operator, here ${name}, on ${key}`, hint }];
        }
        return values.filter(({ text }) => hasWildcard(text)).map(({ path: place, text }) => ({
            path: place,
            message: `AWS takes no wildcard on ${key}, which holds an identifier made by AWS, as in ${text}`,
            hint: isAnything(text) ? `to ask only that it is there, use "Null": {"${key}": "false"}` : hint,
        }));
    })
);

/** An identifier that is not in AWS's form never matches. */
export const malformedIdentifier: Check = eachStatement(({ tests }) =>
    tests.flatMap((test): Fault[] => {
        const identifier = identifierOf(test);
        if (!identifier || test.operator?.family !== "String") return [];
        return test.values
            .filter(({ text }) => !isOpen(text) && !hasWildcard(text) && !identifier.form.test(text))
            .map(({ path, text }) => ({
                path,
                message: `"${text}" is not ${identifier.what}, so no request has it`,
                hint: `write it as AWS does, e.g. ${identifier.example}`,
            }));
    })
);

function identifierOf({ key }: ConditionTest) {
    return globalKey(key)?.identifier;
}

const enough = 6;

/** A wildcard needs at least six literal characters before or after it. */
export const sixCharacters: Check = eachStatement(({ tests }) =>
    tests.filter((test) => test.operator?.family === "String" && test.operator.wildcards && !identifierOf(test))
        .flatMap(({ key, values }) =>
            values.filter(({ text }) => isLoose(text)).map(({ path, text }) => ({
                path,
                message: `AWS takes a wildcard beside six or more characters only, and "${text}" has fewer`,
                hint: isAnything(text)
                    ? `to ask only that it is there, use "Null": {"${key}": "false"}`
                    : `write more of it before or behind the wildcard, or each value in full with StringEquals`,
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
                message: `${name} takes the wildcard in "${text}" for the character itself`,
                hint: `use ${name.replace(/Equals(IgnoreCase)?/, "Like")}, or \${*} if the character is meant`,
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
            message: `without "Version": "2012-10-17" the variable in "${text}" is plain text`,
            hint: `add "Version": "2012-10-17" to the policy`,
        }));
};
