import type { EndpointContext, Fault } from "./finding";
import type { Places } from "./places";
import { statementsOf, type StatementView } from "./view";

/** A policy as the rules see it. */
export interface Policy {
    document: unknown;
    statements: StatementView[];
    /** The positions of its parts, if it was given as a string. */
    places?: Places;
}

/** A rule's check of a policy. */
export type Check = (policy: Policy, context: EndpointContext) => Fault[];

/** The policy of a parsed document. */
export function policyOf(document: unknown, places?: Places): Policy {
    return { document, statements: statementsOf(document), places };
}

/** A check that runs on each statement. */
export function eachStatement(check: (statement: StatementView, context: EndpointContext) => Fault[]): Check {
    return ({ statements }, context) => statements.flatMap((statement) => check(statement, context));
}
