import type { PolicyDocument } from "../policyDocument";
import { labelOf, type Statement, statementsOf } from "./document";
import type { Request } from "./request";
import { applies } from "./statement";
import { all, isUnknown, type Truth, unknown } from "./truth";

/** A policy's decision on a request. */
export const Decision = {
    /** A statement allows it and none denies it. */
    Allowed: "Allowed",
    /** A statement denies it. */
    ExplicitDeny: "ExplicitDeny",
    /** No statement allows it. */
    ImplicitDeny: "ImplicitDeny",
    /** It depends on something this evaluator does not support. */
    CannotTell: "CannotTell",
} as const;
export type Decision = (typeof Decision)[keyof typeof Decision];

/** A policy's decision on a request, and what decides it. */
export interface Evaluation {
    decision: Decision;
    /** The statements that decide it, or that it depends on, by Sid or index, e.g. `Statement[0]`. */
    statements: string[];
    /** Why the decision is unknown; empty if it is known. */
    why: string[];
}

interface Checked {
    label: string;
    effect: unknown;
    applies: Truth;
}

/**
 * Evaluates one request against an endpoint policy alone, as [AWS documents
 * it](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html): whether the endpoint
 * allows the request, not whether identity and resource policies allow it too.
 *
 * Supported: Effect; Principal with `*`, accounts, users, roles, sessions and services; Action, NotAction, Resource and
 * NotResource with wildcards; the condition operators for strings, numbers, dates, booleans, binaries, addresses, ARNs
 * and Null, with IfExists, ForAllValues and ForAnyValue; policy variables and their defaults.
 *
 * `CannotTell`: NotPrincipal; Principal with Federated, CanonicalUser or part of a name; operators, elements, variables
 * and values that are not in the documented form; a multivalued key without a set qualifier; ARNs of fewer than six
 * parts; and cases that AWS's pages leave open. It is the result only if the decision depends on such a case: a
 * matching Deny statement decides regardless of the others, and an unclear Deny statement matters only if another
 * statement allows.
 *
 * The request is used as given: a key that is not in its context is missing, and its resource is the only one.
 */
export function evaluate(policy: PolicyDocument, request: Request): Evaluation {
    const checked = statementsOf(policy).map((statement, index): Checked => ({
        label: labelOf(statement, index),
        effect: statement.Effect,
        applies: check(policy, statement, request),
    }));
    const having = (effect: string) => checked.filter((one) => one.effect === effect && one.applies === true);
    const denying = having("Deny");
    if (denying.length > 0) return evaluation(Decision.ExplicitDeny, denying);
    const allowing = having("Allow");
    // Only a statement with the opposite effect could still change the result.
    const [settled, opposite] = allowing.length > 0 ? [Decision.Allowed, "Deny"] : [Decision.ImplicitDeny, "Allow"];
    const unclear = checked.filter(({ effect, applies }) =>
        isUnknown(applies) && (effect === opposite || !isEffect(effect))
    );
    return unclear.length > 0 ? evaluation(Decision.CannotTell, unclear) : evaluation(settled, allowing);
}

function check(policy: PolicyDocument, statement: Statement, request: Request): Truth {
    return all([
        isEffect(statement.Effect) || unknown("Effect is neither Allow nor Deny"),
        versionKnown(policy),
        applies(statement, request, hasVariables(policy)),
    ]);
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html
const versionWithVariables = "2012-10-17";
const versions: unknown[] = [undefined, "2008-10-17", versionWithVariables];

/** Unknown if the policy language has no such Version. */
export function versionKnown({ Version }: PolicyDocument): Truth {
    return versions.includes(Version) || unknown(`${JSON.stringify(Version)} is not a Version of the policy language`);
}

/** Whether the Version of a policy supports variables; in others they are literal text. */
export function hasVariables({ Version }: PolicyDocument): boolean {
    return Version === versionWithVariables;
}

/** Whether a statement allows or denies. */
export function isEffect(effect: unknown): boolean {
    return effect === "Allow" || effect === "Deny";
}

function evaluation(decision: Decision, checked: Checked[]): Evaluation {
    const why = checked.flatMap(({ label, applies }) =>
        isUnknown(applies) ? applies.unknown.map((reason) => `${label}: ${reason}`) : []
    );
    return { decision, statements: checked.map(({ label }) => label), why };
}
