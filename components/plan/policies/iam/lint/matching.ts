import { isMap } from "../../../isMap";
import { fillPlaceholders, type PolicyDocument } from "../../policyDocument";
import type { Question } from "../prove/question";
import { searching } from "../prove/searchRequests";
import type { StatementView } from "./view";

/** Example values for the placeholders: whether requests match does not depend on them. */
const examples = { accountId: "123456789012", partition: "aws", region: "us-east-1" };

/** A statement as a policy that allows what the statement matches. */
export interface Matching {
    view: StatementView;
    policy: PolicyDocument;
}

/** The statements of a document, each as a policy. */
export function matchingOf(document: unknown, statements: StatementView[]): Matching[] {
    return isMap(document) ? statements.map((view) => ({ view, policy: allowing(document, view.written) })) : [];
}

/** A policy that allows what a statement matches. */
export function allowing({ Version }: { Version?: unknown }, statement: object): PolicyDocument {
    return fillPlaceholders({ Version, Statement: [{ ...statement, Effect: "Allow" }] }, examples);
}

/** Statements by effect, and which questions about them are proven to have no request as their answer. */
export interface Compared {
    all: Matching[];
    allows: Matching[];
    denials: Matching[];
    isNone: (question: Question) => boolean;
}

/**
 * The most pairs of statements that are compared, about a second's work. A policy has room for more than 80 statements of
 * each effect.
 */
const mostPairs = 400;

/** The statements to compare with each other; none if one has another placeholder, which can have any value. */
export function compared(document: unknown, statements: StatementView[]): Compared {
    const found = matchingOf(document, statements);
    const all = /<[^<>\s]+>/.test(JSON.stringify(found.map(({ policy }) => policy))) ? [] : found;
    const having = (effect: string) => all.filter(({ view }) => view.effect === effect);
    const [allows, denials] = [having("Allow"), having("Deny")];
    let find: ReturnType<typeof searching> | undefined;
    const isNone = (question: Question) => {
        find ??= searching(all.map(({ policy }) => policy), {});
        return find({ ...question, briefly: true }).found === "none";
    };
    return { all, allows, denials: denials.length * allows.length > mostPairs ? [] : denials, isNone };
}
