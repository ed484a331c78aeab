import { isMap } from "../../../isMap";
import type { PolicyDocument } from "../../policyDocument";
import { type Statement, statementElements, statementsOf, textsOf } from "../document";
import type { Question } from "./question";

/**
 * Whether each statement that could allow a request has a statement of the same form that allows at least as much in a
 * document that must not allow it. Most policies are decided by that, without a search.
 */
export function isPlainlyNone({ allowedBy: [first], notBy = [] }: Question): boolean {
    return allowsOf(first!).every((statement) => notBy.some((other) => isWithin(statement, first!, other)));
}

/**
 * For each statement of a document, the first of `others` that plainly allows everything it allows; undefined if a
 * statement has none, or denies.
 */
export function plainHomes(document: PolicyDocument, others: PolicyDocument[]): PolicyDocument[] | undefined {
    const homes = statementsOf(document).map((statement) =>
        others.find((other) => statement.Effect === "Allow" && isWithin(statement, document, other))
    );
    return homes.every((home) => home !== undefined) ? homes : undefined;
}

function allowsOf(document: PolicyDocument): Statement[] {
    return statementsOf(document).filter(({ Effect }) => Effect !== "Deny");
}

/** Whether a document plainly allows what a statement allows and the Deny statements of its own document do not deny. */
function isWithin(statement: Statement, own: PolicyDocument, document: PolicyDocument): boolean {
    if (own.Version !== document.Version) return false;
    const denied = deniesOf(own);
    return deniesOf(document).every((denial) => denied.includes(denial))
        && statementsOf(document).some((other) => other.Effect === "Allow" && isNarrower(statement, other));
}

/** What a document may deny, as text. */
function deniesOf(document: PolicyDocument): string[] {
    return statementsOf(document).filter(({ Effect }) => Effect !== "Allow").map((one) => JSON.stringify(one));
}

/** Whether every request that a statement matches also matches another one, as their texts show. */
function isNarrower(one: Statement, other: Statement): boolean {
    return Object.keys(other).every((element) => statementElements.includes(element) && !element.startsWith("Not"))
        && (other.Principal === "*" || isSame(one.Principal, other.Principal))
        && isPart(textsOf(one.Action), textsOf(other.Action))
        && isPart(textsOf(one.Resource), textsOf(other.Resource))
        && isStricter(one.Condition, other.Condition);
}

function isSame(one: unknown, other: unknown): boolean {
    return other !== undefined && JSON.stringify(one) === JSON.stringify(other);
}

function isPart(some: string[] | undefined, all: string[] = []): boolean {
    return all.includes("*") || (some !== undefined && some.every((text) => all.includes(text)));
}

/** Whether a Condition has every test of another one, with the same values or fewer. */
function isStricter(one: unknown, other: unknown): boolean {
    return other === undefined || isMap(other) && Object.entries(other).every(([operator, tests]) => {
                const own = isMap(one) ? one[operator] : undefined;
                if (!isMap(tests) || !isMap(own)) return false;
                return Object.entries(tests).every(([key, value]) => {
                    const [some, all] = [textsOf(own[key]), textsOf(value)];
                    if (!some || !all || !some.every((text) => all.includes(text))) return false;
                    // A value less makes a negated operator match more.
                    return !/not/i.test(operator) || all.every((text) => some.includes(text));
                });
            });
}
