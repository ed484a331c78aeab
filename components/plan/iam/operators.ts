import { arnMatches } from "./arn";
import { matches, type Pattern, textOf } from "./pattern";
import { type Truth, unknown } from "./truth";
import { binaryIn, booleanIn, dateIn, inRange, numberIn } from "./values";

/** Whether a value of the policy holds for a value of the request. */
type Test = (policy: Pattern, request: string) => Truth;

/** A condition operator, as its name says. */
export interface Operator {
    /** `ForAllValues`, `ForAnyValue`, or undefined where there is no set qualifier. */
    qualifier: string | undefined;
    ifExists: boolean;
    /** Whether it holds where the test does not. */
    negated: boolean;
    takesVariables: boolean;
    test: Test;
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html

/** The operators that take policy variables. */
const textTests: { [operator: string]: Test } = {
    StringEquals: (policy, request) => textOf(policy) === request,
    StringEqualsIgnoreCase: (policy, request) => textOf(policy).toLowerCase() === request.toLowerCase(),
    StringLike: matches,
    ArnEquals: arnMatches,
    ArnLike: arnMatches,
};

/** The operators that take none. */
const valueTests: { [operator: string]: Test } = {
    ...compared("Numeric", "a number", numberIn),
    ...compared("Date", "a date", dateIn),
    Bool: read("true or false", booleanIn, (policy, request) => request === policy),
    BinaryEquals: read("base64", binaryIn, (policy, request) => request === policy),
    IpAddress: (policy, request) => inRange(textOf(policy), request),
};

/** The operators that hold where another does not. */
const negations: { [operator: string]: string } = {
    StringNotEquals: "StringEquals",
    StringNotEqualsIgnoreCase: "StringEqualsIgnoreCase",
    StringNotLike: "StringLike",
    ArnNotEquals: "ArnEquals",
    ArnNotLike: "ArnLike",
    NumericNotEquals: "NumericEquals",
    DateNotEquals: "DateEquals",
    NotIpAddress: "IpAddress",
};

/** The operator of a name such as `ForAnyValue:StringLikeIfExists`; undefined where none is known. Null is none of them. */
export function operatorNamed(name: string): Operator | undefined {
    const [, qualifier, base = "", ifExists] = form.exec(name) ?? [];
    const negated = Object.hasOwn(negations, base);
    const positive = negated ? negations[base]! : base;
    const takesVariables = Object.hasOwn(textTests, positive);
    const tests = takesVariables ? textTests : valueTests;
    if (!Object.hasOwn(tests, positive)) return undefined;
    return { qualifier, ifExists: ifExists !== undefined, negated, takesVariables, test: tests[positive]! };
}

const form = /^(?:(ForAllValues|ForAnyValue):)?([A-Za-z]+?)(IfExists)?$/;

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
