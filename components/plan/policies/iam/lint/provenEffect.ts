import { isMap } from "../../../isMap";
import { fillPlaceholders, type PolicyDocument } from "../../policyDocument";
import { search } from "../prove/searchRequests";
import { type Fault, Severity } from "./finding";
import type { StatementView } from "./view";

/** Example values for the placeholders: whether requests match does not depend on them. */
const examples = { accountId: "123456789012", partition: "aws", region: "us-east-1" };

/**
 * The most pairs of an Allow and a Deny statement that are compared, about a second's work. A policy has room for more
 * than 80 statements of each effect.
 */
const mostPairs = 400;

/** Statements that match no request, or of which Deny statements deny everything: proven for all requests. */
export function withoutRequests(document: unknown, statements: StatementView[]): Fault[] {
    if (!isMap(document)) return [];
    const { Version } = document;
    const policyOf = (some: StatementView[]): PolicyDocument =>
        fillPlaceholders({ Version, Statement: some.map(({ written }) => written) }, examples);
    const isEmpty = (some: StatementView[]) => {
        const policy = policyOf(some);
        // Another placeholder can have any value.
        return !/<[^<>\s]+>/.test(JSON.stringify(policy))
            && search({ allowedBy: [policy], briefly: true }).found === "none";
    };
    const denials = statements.filter(({ effect }) => effect === "Deny");
    const pairs = denials.length * (statements.length - denials.length);
    return statements.flatMap((statement): Fault[] => {
        const allowing = { ...statement, written: { ...statement.written, Effect: "Allow" } };
        if (mayContradictItself(statement) && isEmpty([allowing])) {
            const message = "no request matches all of it, so the statement has no effect";
            const hint = "compare its conditions with each other and with its resources";
            return [{ path: statement.path, message, hint, severity: Severity.warning }];
        }
        if (statement.effect === "Allow" && pairs > 0 && pairs <= mostPairs && isEmpty([statement, ...denials])) {
            const message = "the Deny statements deny everything that it allows, so the statement has no effect";
            return [{
                path: statement.path,
                message,
                hint: "narrow the Deny statements, or remove it",
                severity: Severity.warning,
            }];
        }
        return [];
    });
}

/** Whether a statement has several conditions on the same thing: only those can contradict each other. */
function mayContradictItself({ tests, written }: StatementView): boolean {
    const subjects = tests.map(({ key }) =>
        key.toLowerCase().replace(/^aws:principal(arn|account|isawsservice)$/, "principal")
    );
    const named = [written.Resource].flat().some((arn) => typeof arn === "string" && arn.split(":")[4]);
    return new Set(subjects).size < subjects.length || (named && subjects.includes("aws:resourceaccount"));
}
