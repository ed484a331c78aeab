import { isPlainlyNone } from "../prove/plainly";
import { searching } from "../prove/searchRequests";
import { type Fault, Severity } from "./finding";
import { allowing, compared, type Matching, matchingOf } from "./matching";
import type { ConditionTest, StatementView } from "./view";

/** Statements without which the policy would allow the same: proven for all requests. */
export function withoutRequests(document: unknown, statements: StatementView[]): Fault[] {
    const { all, allows, denials, isNone } = compared(document, statements);
    const empty = all.filter(({ view, policy }) => mayContradictItself(view) && isNone({ allowedBy: [policy] }));
    const left = allows.filter((one) => !empty.includes(one));
    const notBy = denials.map(({ policy }) => policy);
    const denied = left.filter(({ policy }) => notBy.length > 0 && isNone({ allowedBy: [policy], notBy }));
    return [
        ...empty.map(contradiction),
        ...denied.map(({ view }) => (denied.length === left.length ? nothingLeft(view) : deniedWhole(view))),
    ];
}

/** Deny statements that match some requests, but none that the policy would allow without them. */
export function withoutDenial(document: unknown, statements: StatementView[]): Fault[] {
    const { allows, denials, isNone } = compared(document, statements);
    const idle = denials.filter(({ policy }) => allows.every((one) => isNone({ allowedBy: [policy, one.policy] })));
    const isEmpty = ({ policy }: Matching) => isNone({ allowedBy: [policy] });
    return idle.length === 0 || allows.every(isEmpty) ? [] : idle.filter((one) => !isEmpty(one)).map(({ view }) => ({
        path: view.path,
        message: "no Allow statement allows anything that it denies, so it changes nothing",
        hint: "check its actions, resources and conditions; keep it if it is meant for Allow statements added later",
    }));
}

/** The most statements that are compared with each other, about half a second's work. */
const mostCompared = 100;

/** Statements of which another one of the same effect matches everything. */
export function withinOthers(document: unknown, statements: StatementView[]): Fault[] {
    if (statements.length > mostCompared) return [];
    const all = matchingOf(document, statements);
    return all.flatMap((one) => withinAnother(one, all.filter(({ view }) => view.effect === one.view.effect)));
}

/** Whether a statement has several conditions on the same thing: only those can contradict each other. */
function mayContradictItself({ tests, written }: StatementView): boolean {
    const subjects = tests.map(subjectOf);
    if (new Set(subjects).size < subjects.length) return true;
    return subjects.includes("aws:resourceaccount")
        && [written.Resource].flat().some((arn) => typeof arn === "string" && arn.split(":")[4]);
}

function subjectOf({ key }: ConditionTest): string {
    return key.toLowerCase().replace(/^aws:principal(arn|account|isawsservice)$/, "principal");
}

/** Names the first two conditions that no request matches together, if it is those. */
function contradiction({ view: { path, written, tests }, policy: { Version } }: Matching): Fault {
    const pairs = tests.flatMap((one, at) =>
        tests.slice(at + 1).filter((other) => subjectOf(other) === subjectOf(one)).map((other) => [one, other] as const)
    );
    const pair = pairs.find((both) => {
        const policy = allowing({ Version }, {
            ...written,
            Action: "*",
            Resource: "*",
            Condition: conditionOf(both),
        });
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

/** A statement of which another one plainly matches everything; of two that match the same, the second one. */
function withinAnother(one: Matching, all: Matching[]): Fault[] {
    const isWithin = (narrow: Matching, wide: Matching) =>
        isPlainlyNone({ allowedBy: [narrow.policy], notBy: [wide.policy] });
    const wider = all.find((other) =>
        other !== one && isWithin(one, other) && (!isWithin(other, one) || all.indexOf(other) < all.indexOf(one))
    );
    if (!wider) return [];
    const does = one.view.effect === "Deny" ? "denies" : "allows";
    const message = `${wider.view.path} ${does} everything that it ${does}, so the statement has no effect`;
    return [{ path: one.view.path, message, hint: "remove it" }];
}
