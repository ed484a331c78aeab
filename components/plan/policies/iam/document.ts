import { isMap } from "../../isMap";
import type { PolicyDocument } from "../policyDocument";

/** One statement, as parsed JSON: nothing is certain of its elements but their names. */
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

/** The statements of a policy, which may write a single one without its list. What is no statement is an empty one. */
export function statementsOf(policy: PolicyDocument): Statement[] {
    return [policy.Statement].flat().map((statement) => (isMap(statement) ? statement : {}));
}

/** What to call a statement: its Sid, or its place, e.g. `Statement[0]`. */
export function labelOf(statement: Statement, index: number): string {
    return typeof statement.Sid === "string" && statement.Sid !== "" ? statement.Sid : `Statement[${index}]`;
}

/** A value of JSON as a list of texts, as IAM reads it: `"a"` and `["a"]` are the same. Undefined where it is none. */
export function textsOf(value: unknown): string[] | undefined {
    const values = [value].flat();
    return values.length > 0 && values.every((item) => typeof item === "string") ? values : undefined;
}
