import { isMap } from "../../../isMap";
import { canonicalJson } from "../../policyDocument";
import { type Fault, Severity } from "./finding";
import { globalKey } from "./globalKeys";
import type { Check } from "./lintedPolicy";
import { isAnything } from "./patterns";
import { isForEverybody } from "./principalRules";
import { withinOthers, withoutDenial, withoutRequests } from "./provenEffect";
import { type StatementView } from "./view";

/** A policy allows only what it states, and nothing at all if it denies everything. */
export const noAllow: Check = ({ statements }) => {
    if (statements.length > 0 && statements.every(({ effect }) => effect === "Deny")) {
        const hint = `add a statement that allows what is needed, e.g. {"Effect": "Allow", "Principal": "*", …}`;
        return [{
            path: "Statement",
            message: "no statement allows anything, so the endpoint allows no request",
            hint,
        }];
    }
    return statements.filter((statement) => statement.effect === "Deny" && isUnconditional(statement)).map((
        { path },
    ) => ({
        path,
        message: "denies every request, so the endpoint allows none",
        hint: "limit it by Action, Resource or Condition",
    }));
};

/** Statements that do not change what the policy allows. */
export const withoutEffect: Check = ({ statements, document }) => {
    const faults = written(statements);
    const known = new Set(faults.map(({ path }) => /^Statement(\[\d+\])?/.exec(path)?.[0]));
    // A policy that denies everything is another rule's.
    if (statements.some((one) => one.effect === "Deny" && isUnconditional(one))) return faults;
    const proven = withoutRequests(document, statements).filter(({ path }) => !known.has(path));
    return [...faults, ...proven];
};

/** Deny statements that deny nothing that is allowed. Many are safeguards, so that this is only a note. */
export const denyWithoutEffect: Check = ({ statements, document }) => {
    const known = new Set(written(statements).map(({ path }) => path));
    return withoutDenial(document, statements).filter(({ path }) => !known.has(path));
};

/** Statements that allow or deny nothing in addition to another one. */
export const coveredStatement: Check = ({ statements, document }) => {
    const known = new Set(written(statements).map(({ path }) => path));
    return withinOthers(document, statements).filter(({ path }) => !known.has(path));
};

/** What two statements, or two conditions, say that have the same form. */
function written(statements: StatementView[]): Fault[] {
    const faults = found.get(statements) ?? writtenIn(statements);
    found.set(statements, faults);
    return faults;
}

/** Two rules read the same statements. */
const found = new WeakMap<StatementView[], Fault[]>();

function writtenIn(statements: StatementView[]): Fault[] {
    const everything = statements.find((statement) => statement.effect === "Allow" && isUnconditional(statement));
    const texts = statements.map(({ written: { Sid, ...rest } }) => canonicalJson({ Statement: [rest] }));
    return statements.flatMap((statement, index): Fault[] => {
        const { path, effect } = statement;
        if (everything && statement !== everything && effect === "Allow") {
            const hint =
                `remove ${everything.path} if this is all that should be allowed; otherwise remove this statement`;
            const message = `${everything.path} allows everything, so this has no effect`;
            return [{ path, message, hint, severity: Severity.warning }];
        }
        const first = texts.indexOf(texts[index]!);
        if (first !== index) {
            const message = `is the same as ${statements[first]!.path}, so it has no effect`;
            return [{ path, message, hint: "remove it" }];
        }
        return contradictions(statement);
    });
}

/**
 * A condition never matches if it requires a key both to have a value and to be absent, or an always-present key to be
 * absent.
 */
function contradictions({ tests }: StatementView): Fault[] {
    const absent = tests.filter(({ operator, values }) =>
        operator?.family === "Null" && values.length > 0 && values.every(({ text }) => text === "true")
    );
    const never = absent.filter(({ key }) => globalKey(key)?.always).map(({ path, key }) => ({
        path,
        message: `every request has ${key}, so the statement never applies`,
        hint: `for unsigned requests, write "Null": {"aws:PrincipalArn": "true"}`,
    }));
    const both = tests.filter(({ operator, key }) =>
        operator && operator.family !== "Null" && !operator.negated && !operator.ifExists
        && operator.set !== "ForAllValues" && absent.some((other) => other.key.toLowerCase() === key.toLowerCase())
    ).map(({ path, key }) => ({
        path,
        message: `the Condition requires ${key} both to have a value and to be absent, so the statement never applies`,
        hint: "remove one of the two, or use two statements",
    }));
    return [...never, ...both];
}

/** Whether a statement applies to every request. */
function isUnconditional(statement: StatementView): boolean {
    const { Action, Resource, Condition } = statement.written;
    const all = (value: unknown) => [value].flat().some((item) => typeof item === "string" && isAnything(item));
    const conditioned = Condition !== undefined && (!isMap(Condition) || Object.keys(Condition).length > 0);
    return isForEverybody(statement) && (all(Action) || Action === "*:*") && all(Resource) && !conditioned;
}
