import { isMap } from "../../../isMap";
import type { PolicyDocument } from "../../policyDocument";
import { statementsOf, textOfValue, textsOf } from "../document";
import { type Operator, operatorOf } from "../operators";

/** A condition of a statement: an operator, a key and its values. */
export interface Test {
    name: string;
    key: string;
    operator: Operator;
    values: string[];
    /** Whether the document's Version has variables. */
    variables: boolean;
}

/** Everything that the statements of some documents compare requests with. */
export interface Words {
    principals: string[];
    services: string[];
    actions: string[];
    resources: { text: string; variables: boolean }[];
    tests: Test[];
}

/** What documents compare requests with. What is not in the documented form is left out: it is never decided. */
export function wordsOf(documents: PolicyDocument[]): Words {
    const words: Words = { principals: [], services: [], actions: [], resources: [], tests: [] };
    for (const document of documents) {
        const variables = document.Version === "2012-10-17";
        for (const statement of statementsOf(document)) {
            const { Principal, Action, NotAction, Resource, NotResource, Condition } = statement;
            if (isMap(Principal)) {
                words.principals.push(...textsOf(Principal.AWS) ?? []);
                words.services.push(...textsOf(Principal.Service) ?? []);
            }
            for (const value of [Action, NotAction]) words.actions.push(...textsOf(value) ?? []);
            for (const value of [Resource, NotResource]) {
                words.resources.push(...(textsOf(value) ?? []).map((text) => ({ text, variables })));
            }
            words.tests.push(...testsOf(Condition, variables));
        }
    }
    return words;
}

function testsOf(condition: unknown, variables: boolean): Test[] {
    if (!isMap(condition)) return [];
    return Object.entries(condition).flatMap(([name, keys]) =>
        Object.entries(isMap(keys) ? keys : {}).flatMap(([key, value]): Test[] => {
            const operator = operatorOf(name);
            return operator ? [{ name, key, operator, values: [value].flat().map(textOfValue), variables }] : [];
        })
    );
}
