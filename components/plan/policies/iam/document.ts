import { isMap } from "../../isMap";
import type { PolicyDocument } from "../policyDocument";

/** One statement as parsed JSON: only the names of its elements are certain. */
export interface Statement {
    Sid?: unknown;
    Effect?: unknown;
    Principal?: unknown;
    NotPrincipal?: unknown;
    Action?: unknown;
    NotAction?: unknown;
    Resource?: unknown;
    NotResource?: unknown;
    Condition?: unknown;
    [element: string]: unknown;
}

/** The elements of a statement (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html). */
export const statementElements = [
    ...["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction"],
    ...["Resource", "NotResource", "Condition"],
];

/** The statements of a policy; a single one needs no list. An invalid statement becomes an empty one. */
export function statementsOf(policy: PolicyDocument): Statement[] {
    return [policy.Statement].flat().map((statement) => (isMap(statement) ? statement : {}));
}

/** The label of a statement: its Sid, or its index, e.g. `Statement[0]`. */
export function labelOf(statement: Statement, index: number): string {
    return typeof statement.Sid === "string" && statement.Sid !== "" ? statement.Sid : `Statement[${index}]`;
}

/** A JSON value as a list of strings, as IAM reads it: `"a"` equals `["a"]`. Undefined for any other value. */
export function textsOf(value: unknown): string[] | undefined {
    const values = [value].flat();
    return values.length > 0 && values.every((item) => typeof item === "string") ? values : undefined;
}

/** A value of a condition as text, which numbers and booleans are compared as. Objects have none; theirs is their JSON. */
export function textOfValue(value: unknown): string {
    return typeof value === "object" ? JSON.stringify(value) : String(value);
}
