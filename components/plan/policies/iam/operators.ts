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
    /** The type it compares. */
    family: "String" | "Numeric" | "Date" | "Bool" | "Binary" | "IpAddress" | "Arn" | "Null";
    /** Whether it matches if the key is missing. */
    negated?: boolean;
    /** Whether `*` and `?` in a value are wildcards. */
    wildcards?: boolean;
}

/** An operator as used in a policy. */
export interface Operator extends OperatorFacts {
    /** Without its qualifiers, e.g. `StringLike`. */
    name: string;
    /** How it compares a multivalued key. */
    set?: "ForAllValues" | "ForAnyValue";
    /** Whether it matches if the key is missing because of IfExists. */
    ifExists: boolean;
}

const table: { [operator: string]: OperatorFacts } = operators;
const form = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/;

const known = new Map<string, Operator>();

/** The meaning of an operator's name, with its qualifiers; `undefined` if AWS has no such operator. */
export function operatorOf(name: string): Operator | undefined {
    const operator = known.get(name) ?? read(name);
    if (operator) known.set(name, operator);
    return operator;
}

function read(name: string): Operator | undefined {
    const [, set, plain, ifExists] = form.exec(name) ?? [];
    if (plain === undefined || !Object.hasOwn(table, plain)) return undefined;
    // Null checks whether a key is present, so IfExists and set qualifiers make no sense with it.
    if (plain === "Null" && (ifExists || set)) return undefined;
    return { ...table[plain]!, name: plain, set: set as Operator["set"], ifExists: ifExists !== undefined };
}
