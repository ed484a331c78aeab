import type { EndpointContext, Fault } from "./finding";
import type { Places } from "./places";
import { statementsOf, type StatementView } from "./view";

/** A policy as the rules see it. */
export interface Policy {
    document: unknown;
    statements: StatementView[];
    /** Where its parts stand, if it was given as text. */
    places?: Places;
}

/** A rule's question to a policy. */
export type Check = (policy: Policy, context: EndpointContext) => Fault[];

/** The policy of a parsed document. */
export function policyOf(document: unknown, places?: Places): Policy {
    return { document, statements: statementsOf(document), places };
}

/** A check that asks each statement by itself. */
export function eachStatement(check: (statement: StatementView, context: EndpointContext) => Fault[]): Check {
    return ({ statements }, context) => statements.flatMap((statement) => check(statement, context));
}
