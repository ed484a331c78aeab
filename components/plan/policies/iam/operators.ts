/**
 * The condition operators, by the kind of value they compare.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export const operators = {
    StringEquals: { family: "String" },
    StringNotEquals: { family: "String", negated: true },
    StringEqualsIgnoreCase: { family: "String" },
    StringNotEqualsIgnoreCase: { family: "String", negated: true },
    StringLike: { family: "String", wildcards: true },
    StringNotLike: { family: "String", negated: true, wildcards: true },
    NumericEquals: { family: "Numeric" },
    NumericNotEquals: { family: "Numeric", negated: true },
    NumericLessThan: { family: "Numeric" },
    NumericLessThanEquals: { family: "Numeric" },
    NumericGreaterThan: { family: "Numeric" },
    NumericGreaterThanEquals: { family: "Numeric" },
    DateEquals: { family: "Date" },
    DateNotEquals: { family: "Date", negated: true },
    DateLessThan: { family: "Date" },
    DateLessThanEquals: { family: "Date" },
    DateGreaterThan: { family: "Date" },
    DateGreaterThanEquals: { family: "Date" },
    Bool: { family: "Bool" },
    BinaryEquals: { family: "Binary" },
    IpAddress: { family: "IpAddress" },
    NotIpAddress: { family: "IpAddress", negated: true },
    ArnEquals: { family: "Arn", wildcards: true },
    ArnLike: { family: "Arn", wildcards: true },
    ArnNotEquals: { family: "Arn", negated: true, wildcards: true },
    ArnNotLike: { family: "Arn", negated: true, wildcards: true },
    Null: { family: "Null" },
} satisfies { [operator: string]: OperatorFacts };

interface OperatorFacts {
    /** What it compares. */
    family: "String" | "Numeric" | "Date" | "Bool" | "Binary" | "IpAddress" | "Arn" | "Null";
    /** Whether it holds where the key is absent. */
    negated?: boolean;
    /** Whether `*` and `?` in a value stand for other characters. */
    wildcards?: boolean;
}

/** An operator as it is used. */
export interface Operator extends OperatorFacts {
    /** Without its qualifiers, e.g. `StringLike`. */
    name: string;
    /** How it compares a key that has many values. */
    set?: "ForAllValues" | "ForAnyValue";
    /** Whether it holds where the key is absent because it says so itself. */
    ifExists: boolean;
}

const table: { [operator: string]: OperatorFacts } = operators;
const form = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/;

/** What the name of an operator means, with its qualifiers; `undefined` where AWS knows none of that name. */
export function operatorOf(name: string): Operator | undefined {
    const [, set, plain, ifExists] = form.exec(name) ?? [];
    if (plain === undefined || !Object.hasOwn(table, plain)) return undefined;
    // Whether a key is there cannot be asked only if it is there.
    if (plain === "Null" && (ifExists || set)) return undefined;
    return { ...table[plain]!, name: plain, set: set as Operator["set"], ifExists: ifExists !== undefined };
}
