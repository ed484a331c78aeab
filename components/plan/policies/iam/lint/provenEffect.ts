import { isMap } from "../../../isMap";
import { fillPlaceholders, type PolicyDocument } from "../../policyDocument";
import { isPlainlyNone } from "../prove/plainly";
import type { Question } from "../prove/question";
import { searching } from "../prove/searchRequests";
import { type Fault, Severity } from "./finding";
import type { ConditionTest, StatementView } from "./view";

/** Example values for the placeholders: whether requests match does not depend on them. */
const examples = { accountId: "123456789012", partition: "aws", region: "us-east-1" };

/**
 * The most pairs of statements that are compared, about a second's work. A policy has room for more than 80 statements of
 * each effect.
 */
const mostPairs = 400;

/** A statement as a policy that allows what the statement matches. */
interface Matching {
    view: StatementView;
    policy: PolicyDocument;
}

/** Statements without which the policy would allow the same: proven for all requests. */
export function withoutRequests(document: unknown, statements: StatementView[]): Fault[] {
    if (!isMap(document)) return [];
    const matching = statements.map((view): Matching => ({ view, policy: allowing(document, [view.written]) }));
    // Another placeholder can have any value.
    if (/<[^<>\s]+>/.test(JSON.stringify(matching.map(({ policy }) => policy)))) return [];
    const of = (effect: string) => matching.filter(({ view }) => view.effect === effect);
    const [allows, denials] = [of("Allow"), of("Deny")];
    let find: ReturnType<typeof searching> | undefined;
    const isNone = (question: Question) => {
        find ??= searching(matching.map(({ policy }) => policy), {});
        return find({ ...question, briefly: true }).found === "none";
    };
    const empty = matching.filter(({ view, policy }) => mayContradictItself(view) && isNone({ allowedBy: [policy] }));
    const left = allows.filter((one) => !empty.includes(one));
    const denied = denials.length === 0 || denials.length * allows.length > mostPairs
        ? []
        : left.filter(({ policy }) => isNone({ allowedBy: [policy], notBy: denials.map((one) => one.policy) }));
    const rest = left.filter((one) => !denied.includes(one));
    return [
        ...empty.map(({ view }) => contradiction(document, view)),
        ...denied.map(({ view }) => (rest.length === 0 ? nothingLeft(view) : deniedWhole(view))),
    ];
}

/** The most statements that are compared with each other, about half a second's work. */
const mostCompared = 100;

/** Allow statements of which another one allows everything. */
export function withinOthers(document: unknown, statements: StatementView[]): Fault[] {
    if (!isMap(document) || statements.length > mostCompared) return [];
    const allows = statements.filter(({ effect }) => effect === "Allow")
        .map((view): Matching => ({ view, policy: allowing(document, [view.written]) }));
    return allows.flatMap((one) => withinAnother(one, allows));
}

function allowing({ Version }: { [element: string]: unknown }, written: object[]): PolicyDocument {
    return fillPlaceholders({ Version, Statement: written.map((one) => ({ ...one, Effect: "Allow" })) }, examples);
}

/** Whether a statement has several conditions on the same thing: only those can contradict each other. */
function mayContradictItself({ tests, written }: StatementView): boolean {
    const subjects = tests.map(subjectOf);
    const named = [written.Resource].flat().some((arn) => typeof arn === "string" && arn.split(":")[4]);
    return new Set(subjects).size < subjects.length || (named && subjects.includes("aws:resourceaccount"));
}

function subjectOf({ key }: ConditionTest): string {
    return key.toLowerCase().replace(/^aws:principal(arn|account|isawsservice)$/, "principal");
}

/** Names the first two conditions that no request matches together, if it is those. */
function contradiction(document: { [element: string]: unknown }, { path, written, tests }: StatementView): Fault {
    const pairs = tests.flatMap((one, at) =>
        tests.slice(at + 1).filter((other) => subjectOf(other) === subjectOf(one)).map((other) => [one, other] as const)
    );
    const pair = pairs.find((both) => {
        const policy = allowing(document, [{ ...written, Action: "*", Resource: "*", Condition: conditionOf(both) }]);
        return searching([policy], {})({ allowedBy: [policy], briefly: true }).found === "none";
    });
    const severity = Severity.warning;
    if (!pair) {
        const message = "no request matches all of it, so the statement has no effect";
        return { path, message, hint: "compare its conditions with each other and with its resources", severity };
    }
    const [one, other] = pair.map(({ name, key }) => `${name} ${key}`);
    return {
        path,
        message: `the conditions ${one} and ${other} contradict each other, so the statement has no effect`,
        hint: "remove one of the two, or use two statements",
        severity,
    };
}

function conditionOf(tests: readonly ConditionTest[]): object {
    const condition: { [operator: string]: { [key: string]: string[] } } = {};
    for (const { name, key, values } of tests) {
        condition[name] = { ...condition[name], [key]: values.map(({ text }) => text) };
    }
    return condition;
}

function deniedWhole({ path }: StatementView): Fault {
    const message = "the Deny statements deny everything that it allows, so the statement has no effect";
    return { path, message, hint: "narrow the Deny statements, or remove it", severity: Severity.warning };
}

function nothingLeft({ path }: StatementView): Fault {
    const message = "the Deny statements deny everything that the policy allows, so the endpoint allows no request";
    return { path, message, hint: "narrow the Deny statements" };
}

/** An Allow statement of which another one plainly allows everything; of two that allow the same, the second one. */
function withinAnother(one: Matching, all: Matching[]): Fault[] {
    const isWithin = (narrow: Matching, wide: Matching) =>
        isPlainlyNone({ allowedBy: [narrow.policy], notBy: [wide.policy] });
    const wider = all.find((other) =>
        other !== one && isWithin(one, other) && (!isWithin(other, one) || all.indexOf(other) < all.indexOf(one))
    );
    if (!wider) return [];
    const message = `${wider.view.path} allows everything that it allows, so the statement has no effect`;
    return [{ path: one.view.path, message, hint: "remove it" }];
}
