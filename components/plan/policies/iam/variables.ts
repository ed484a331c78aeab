import { literally, type Pattern, patternOf } from "./pattern";
import { lookUp, type RequestContext } from "./request";
import { isUnknown, type Unknown, unknown } from "./truth";

const variable = /\$\{([^}]*)\}/g;
/** `aws:username`, or `aws:PrincipalTag/team, 'nobody'` with a default for a missing value. */
const keyAndDefault = /^([^\s,'{}$:]+:[^,'{}$]*[^\s,'{}$])(?:, '([^']*)')?$/;

/**
 * A string of a policy with its variables replaced from a request; null if a variable has no value, and then nothing
 * matches it (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html).
 */
export function fillVariables(text: string, context: RequestContext): Pattern | null | Unknown {
    if (!text.includes("${")) return patternOf(text);
    const pattern: Pattern = [];
    let end = 0;
    for (const { 0: whole, 1: inner, index } of text.matchAll(variable)) {
        const value = valueOf(inner!, context);
        if (typeof value !== "string") return value;
        pattern.push(...patternOf(text.slice(end, index)), ...literally(value));
        end = index + whole.length;
    }
    const rest = text.slice(end);
    if (rest.includes("${")) return unknown(`"${text}" has a variable that does not end`);
    return [...pattern, ...patternOf(rest)];
}

/**
 * The pattern of every string that a string with variables can become, a superset: each variable matches anything.
 * Undefined if it has no variables except `${*}`, `${?}` and `${$}`.
 */
export function openPattern(text: string): Pattern | Unknown | undefined {
    if (!text.includes("${")) return undefined;
    const names = [...text.matchAll(variable)].map(([, inner]) => inner!).filter((inner) => !/^[*?$]$/.test(inner));
    if (names.length === 0) return undefined;
    const wrong = names.find((inner) => !keyAndDefault.test(inner));
    if (wrong !== undefined) return unknown(`\${${wrong}} is not a policy variable`);
    if (text.replaceAll(variable, "").includes("${")) return unknown(`"${text}" has a variable that does not end`);
    return [...text.matchAll(/\$\{([*?$])\}|\$\{[^}]*\}|[^]/gu)].flatMap(([part, escaped]) => {
        if (escaped !== undefined) return literally(escaped);
        return patternOf(part.startsWith("${") ? "*" : part);
    });
}

/** The reason for not deciding about a string with variables whose values are not given. */
export function needsValue(text: string): Unknown {
    const names = [...text.matchAll(variable)].filter(([, inner]) => !/^[*?$]$/.test(inner!)).map(([whole]) => whole);
    return unknown(`${[...new Set(names)].join(" and ")} has a value only in a request`);
}

function valueOf(inner: string, context: RequestContext): string | null | Unknown {
    if (["*", "?", "$"].includes(inner)) return inner;
    const [, key, fallback] = keyAndDefault.exec(inner) ?? [];
    if (key === undefined) return unknown(`\${${inner}} is not a policy variable`);
    const found = lookUp(context, key);
    if (isUnknown(found)) return found;
    if (Array.isArray(found)) return unknown(`\${${key}} has several values, and a variable takes one`);
    if (found === "" && fallback !== undefined) {
        return unknown(`\${${key}} is empty, and AWS does not say if its default holds`);
    }
    const value = found || fallback;
    if (value === undefined) return null;
    if (/[*?]/.test(value)) return unknown(`the value of \${${key}} has a wildcard, and AWS does not say if it is one`);
    return value;
}
