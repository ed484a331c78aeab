import type { Fault } from "./finding";
import { type Check, eachStatement } from "./lintedPolicy";
import { isAnything } from "./patterns";
import { isForEverybody } from "./principalRules";
import type { ConditionTest, StatementView } from "./view";

/** Keys that identify the account or organization of a principal or resource. */
const owners = /^aws:(principal|resource)(account|orgid|orgpaths)$/i;
const organizations = /^aws:(principal|resource)(orgid|orgpaths)$/i;
const identities = /^aws:(principal(account|arn|orgid|orgpaths)|resource(account|orgid|orgpaths))$/i;
/** Values that the caller chooses, or whoever may tag its role. */
const chosen = /^aws:(principaltag\/.+|useragent|referer)$/i;

/** Whether a condition needs one of its values to be in the request. */
function isPositive({ operator }: ConditionTest): boolean {
    return operator !== undefined && operator.family !== "Null" && !operator.negated && !operator.ifExists
        && operator.set !== "ForAllValues";
}

function subjectOf(key: string): string | undefined {
    return /^aws:(principal|resource)/i.exec(key)?.[1]?.toLowerCase();
}

/** Whether a statement says for itself if the key must be in the request. */
function saysIfPresent({ tests }: StatementView, key: string): boolean {
    return tests.some(({ operator, key: other }) =>
        operator?.family === "Null" && other.toLowerCase() === key.toLowerCase()
    );
}

/** Whether a statement needs an account or organization of its principals or resources. */
function limits({ tests }: StatementView, subject: string | undefined): boolean {
    return tests.some((test) => isPositive(test) && owners.test(test.key) && subjectOf(test.key) === subject);
}

function inAllow(check: (statement: StatementView) => Fault[]): Check {
    return eachStatement((statement) => (statement.effect === "Allow" ? check(statement) : []));
}

/** In an Allow statement, IfExists also allows requests without the key, e.g. of accounts without an organization. */
export const ifExists = inAllow((statement) =>
    statement.tests.filter(({ operator, key }) =>
        operator?.ifExists && !operator.negated && organizations.test(key) && !limits(statement, subjectOf(key))
        && !saysIfPresent(statement, key)
    ).map(({ path, name, key }) => ({
        path,
        message: `${name} also allows requests without ${key}, such as those of accounts without an organization`,
        hint: `use ${name.replace("IfExists", "")}`,
    }))
);

/** In an Allow statement, a negated condition allows everybody else. */
export const negatedAllow = inAllow((statement) =>
    statement.tests.filter(({ operator, key }) =>
        operator?.negated && identities.test(key) && !limits(statement, subjectOf(key))
        && !saysIfPresent(statement, key)
        && (subjectOf(key) !== "principal" || isForEverybody(statement))
    ).map(({ path, name, key }) => ({
        path,
        message: `${name} allows every ${key} but those listed, and requests without the key`,
        hint: `list those to allow with ${name.replace(/Not|IfExists/g, "")}, or write a Deny statement`,
    }))
);

/** Tags, user agents and referers are chosen by the caller or by whoever may tag it. */
export const weakGuard = inAllow((statement) => {
    const { tests } = statement;
    const isChosen = ({ key, operator }: ConditionTest) => operator !== undefined && chosen.test(key);
    if (!isForEverybody(statement) || tests.length === 0 || !tests.every(isChosen)) return [];
    const keys = [...new Set(tests.map(({ key }) => key))].join(" and ");
    return [{
        path: `${statement.path}.Condition`,
        message: `only ${keys} limits who is allowed, and any account can send that`,
        hint: "add a condition on aws:PrincipalAccount or aws:PrincipalOrgID",
    }];
});

/** A role's name can exist in every account. */
export const anyAccount = inAllow((statement) =>
    statement.tests.filter((test) => isPositive(test) && test.key.toLowerCase() === "aws:principalarn")
        .flatMap(({ values }) => values)
        .filter(({ text }) =>
            text.startsWith("arn:") && isAnything(text.split(":")[4] ?? "") && !limits(statement, "principal")
            && isForEverybody(statement)
        ).map(({ path, text }) => ({
            path,
            message: `"${text}" matches principals of every account`,
            hint: "write the account, or add a condition on aws:PrincipalAccount or aws:PrincipalOrgID",
        }))
);
