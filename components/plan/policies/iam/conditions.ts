import { isMap } from "../../isMap";
import { arnMatches } from "./arn";
import { comparisonOf } from "./comparisons";
import { type Operator, operatorOf } from "./operators";
import { matches, type Pattern, patternOf, textOf } from "./pattern";
import { lookUp, type RequestContext } from "./request";
import { all, any, at, isUnknown, not, type Truth, unknown } from "./truth";
import { fillVariables, needsValue, openPattern } from "./variables";

/** What a condition is evaluated against. */
export interface ConditionScope {
    context: RequestContext;
    /** Whether the policy's Version supports variables; in others they are literal text. */
    variables: boolean;
    /** Whether variables may have any value, so that what depends on them is unknown. @default false */
    anyValue?: boolean;
}

/**
 * Whether every operator of a Condition matches for each of its keys
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html).
 */
export function conditionHolds(condition: unknown, scope: ConditionScope): Truth {
    if (condition === undefined) return true;
    if (!isMap(condition)) return unknown("Condition is not a map of operators");
    return all(
        Object.entries(condition).flatMap(([operator, keys]) => {
            if (!isMap(keys)) return [unknown(`Condition.${operator} is not a map of keys`)];
            return Object.entries(keys).map(([key, value]) =>
                at(`${operator} ${key}`, holds(operator, key, value, scope))
            );
        }),
    );
}

function holds(name: string, key: string, value: unknown, scope: ConditionScope): Truth {
    const policyValues = valuesOf(value);
    if (!policyValues) return unknown("its value is neither a string nor a list of strings");
    if (key.includes("${")) return unknown("a key takes no variables");
    const found = lookUp(scope.context, key);
    if (isUnknown(found)) return found;
    if (name === "Null") return any(policyValues.map((policyValue) => isNull(policyValue, found)));
    const operator = operatorOf(name);
    if (!operator) return unknown("this operator is not known");
    if (found === undefined) return withoutKey(operator);
    const ofRequest = (requestValue: string) => {
        const matched = any(policyValues.map((policyValue) => tested(operator, policyValue, requestValue, scope)));
        return operator.negated ? not(matched) : matched;
    };
    return quantified(operator, found, ofRequest);
}

/** Without a value, a negated operator matches; the set qualifiers have their own rules. */
function withoutKey({ set, ifExists, negated = false }: Operator): Truth {
    if (set === "ForAllValues") return true;
    if (set === undefined) return ifExists || negated;
    return ifExists && unknown("IfExists holds without the key, and ForAnyValue does not");
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html */
function quantified({ set }: Operator, found: string | string[], ofRequest: (value: string) => Truth): Truth {
    if (set === undefined) {
        return typeof found === "string"
            ? ofRequest(found)
            : unknown("a multivalued key needs ForAllValues or ForAnyValue");
    }
    const requestValues = [found].flat();
    // A list of only empty strings is a null dataset, which counts as a missing key.
    if (requestValues.every((requestValue) => requestValue === "")) return set === "ForAllValues";
    return (set === "ForAllValues" ? all : any)(requestValues.map(ofRequest));
}

function tested(
    operator: Operator,
    policyValue: string,
    requestValue: string,
    scope: ConditionScope,
): Truth {
    const { test, takesVariables } = comparisonOf(operator);
    if (scope.anyValue && scope.variables && takesVariables) {
        const open = openPattern(policyValue);
        if (open) return isUnknown(open) ? open : mayMatch(operator, open, requestValue) && needsValue(policyValue);
    }
    const filled = takesVariables && scope.variables
        ? fillVariables(policyValue, scope.context)
        : patternOf(policyValue);
    if (isUnknown(filled)) return filled;
    return filled !== null && test(filled, requestValue);
}

/** Whether an operator could match with some values of the variables, of which `open` is the superset. */
function mayMatch({ name, family }: Operator, open: Pattern, requestValue: string): boolean {
    if (name.endsWith("IgnoreCase")) {
        return matches(patternOf(textOf(open).toLowerCase()), requestValue.toLowerCase());
    }
    // A value may be a whole ARN, or contain colons, which changes the parts that are compared.
    return matches(open, requestValue) || (family === "Arn" && isUnknown(arnMatches(open, requestValue)));
}

/** A key is null if the request does not have it. For an empty value AWS documents neither null nor not null. */
function isNull(policyValue: string, found: string | string[] | undefined): Truth {
    if (policyValue !== "true" && policyValue !== "false") return unknown(`"${policyValue}" is not true or false`);
    const empty = found !== undefined && [found].flat().every((value) => value === "");
    if (policyValue === "false") return found !== undefined && !empty;
    return empty ? unknown("its value in the request is empty") : found === undefined;
}

/** JSON numbers and booleans are equivalent to their strings. */
function valuesOf(value: unknown): string[] | undefined {
    const values = [value].flat();
    const known = values.every((item) => ["string", "number", "boolean"].includes(typeof item));
    return known && values.length > 0 ? values.map(String) : undefined;
}
