import { arnMatches } from "./arn";
import type { Operator } from "./operators";
import { matches, type Pattern, textOf } from "./pattern";
import { type Truth, unknown } from "./truth";
import { binaryIn, booleanIn, dateIn, inRange, numberIn } from "./values";

/** Whether a value of the policy matches a value of the request. */
type Test = (policy: Pattern, request: string) => Truth;

/** How an operator compares. */
export interface Comparison {
    takesVariables: boolean;
    test: Test;
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html

/** The operators that support policy variables. */
const textTests: { [operator: string]: Test } = {
    StringEquals: (policy, request) => textOf(policy) === request,
    StringEqualsIgnoreCase: (policy, request) => textOf(policy).toLowerCase() === request.toLowerCase(),
    StringLike: matches,
    ArnEquals: arnMatches,
    ArnLike: arnMatches,
};

/** The operators that do not support policy variables. */
const valueTests: { [operator: string]: Test } = {
    ...compared("Numeric", "a number", numberIn),
    ...compared("Date", "a date", dateIn),
    Bool: read("true or false", booleanIn, (policy, request) => request === policy),
    BinaryEquals: read("base64", binaryIn, (policy, request) => request === policy),
    IpAddress: (policy, request) => inRange(textOf(policy), request),
};

/** How an operator compares a value of the policy with one of the request, ignoring negation. */
export function comparisonOf({ name, negated }: Operator): Comparison {
    const positive = negated ? name.replace("Not", "") : name;
    const takesVariables = Object.hasOwn(textTests, positive);
    return { takesVariables, test: (takesVariables ? textTests : valueTests)[positive]! };
}

function compared(
    type: string,
    what: string,
    reader: (text: string) => number | undefined,
): { [operator: string]: Test } {
    return {
        [`${type}Equals`]: read(what, reader, (policy, request) => request === policy),
        [`${type}LessThan`]: read(what, reader, (policy, request) => request < policy),
        [`${type}LessThanEquals`]: read(what, reader, (policy, request) => request <= policy),
        [`${type}GreaterThan`]: read(what, reader, (policy, request) => request > policy),
        [`${type}GreaterThanEquals`]: read(what, reader, (policy, request) => request >= policy),
    };
}

function read<T>(
    what: string,
    reader: (text: string) => T | undefined,
    holds: (policy: T, request: T) => boolean,
): Test {
    return (pattern, value) => {
        const policy = reader(textOf(pattern));
        const request = reader(value);
        if (policy === undefined) return unknown(`"${textOf(pattern)}" is not ${what}`);
        if (request === undefined) return unknown(`the request's "${value}" is not ${what}`);
        return holds(policy, request);
    };
}
