import { isMap } from "../../../isMap";
import type { PolicyDocument } from "../../policyDocument";
import { conditionHolds, type ConditionScope } from "../conditions";
import type { Statement } from "../document";
import { hasVariables, isEffect, versionKnown } from "../evaluate";
import type { RequestContext } from "../request";
import { actionApplies, elementsKnown, principalApplies, resourceApplies } from "../statement";
import { type Truth, unknown } from "../truth";
import { callerKeys } from "./callers";
import { isDecided, isScale } from "./keySamples";
import type { Space } from "./space";
import { targetKeys } from "./targets";

/** An element of a statement, which is about the samples of one dimension. */
export interface Part {
    at: number;
    /** What it consists of, to be compared only once. */
    text: unknown;
    /** Whether it includes each of the samples. */
    truths(): Truth[];
}

/** The dimensions before those of the context keys, in the order of `Space`. */
const [callerAt, actionAt, targetAt, firstKeyAt] = [0, 1, 2, 3];

/** The elements of a statement, each with the samples that it includes. */
export function partsOf(document: PolicyDocument, statement: Statement, space: Space): Part[] {
    const { Principal, NotPrincipal, Action, NotAction, Resource, NotResource, Condition } = statement;
    const { callers, actions, kind: endpoint } = space;
    const variables = hasVariables(document);
    const scope: ConditionScope = { context: {}, variables, anyValue: true };
    const parts: Part[] = [
        {
            at: callerAt,
            text: { Principal, NotPrincipal },
            truths: () => callers.map(({ principal }) => principalApplies(statement, { principal, endpoint })),
        },
        {
            at: actionAt,
            text: { Action, NotAction },
            truths: () => actions.map((action) => actionApplies(statement, action)),
        },
        {
            at: targetAt,
            text: { Resource, NotResource, variables },
            truths: () => space.ofResources((resource) => resourceApplies(statement, resource, scope)),
        },
    ];
    // What is not about one dimension is about every caller.
    const overall = (truth: Truth) => {
        parts.push({ at: callerAt, text: truth, truths: () => callers.map(() => truth) });
    };
    overall(versionKnown(document));
    overall(isEffect(statement.Effect) || unknown("Effect is neither Allow nor Deny"));
    overall(elementsKnown(statement));
    if (!isMap(Condition)) {
        overall(conditionHolds(Condition, scope));
        return parts;
    }
    for (const [operator, tests] of Object.entries(Condition)) {
        if (isMap(tests)) {
            parts.push(
                ...Object.entries(tests).map(([key, value]) => testPart(operator, key, value, variables, space)),
            );
        } else overall(conditionHolds({ [operator]: tests }, scope));
    }
    return parts;
}

function testPart(operator: string, key: string, value: unknown, variables: boolean, space: Space): Part {
    const { callers, targets, keys } = space;
    const name = key.toLowerCase();
    const text = { operator, key, value, variables };
    const holds = (context: RequestContext) =>
        conditionHolds({ [operator]: { [key]: value } }, { context, variables, anyValue: true });
    const inContexts = (contexts: RequestContext[]) =>
        contexts.map(isScale(operator) ? () => undecided(operator, key) : holds);
    if (callerKeys.includes(name)) {
        return { at: callerAt, text, truths: () => inContexts(callers.map(({ context }) => context)) };
    }
    if (targetKeys.includes(name)) {
        return { at: targetAt, text, truths: () => inContexts(targets.map(({ context }) => context)) };
    }
    const index = keys.findIndex((one) => one.name.toLowerCase() === name);
    // No operator that IAM has compares the key.
    if (index < 0) return { at: callerAt, text, truths: () => callers.map(() => holds({})) };
    const { tests, values } = keys[index]!;
    const decided = tests.every((test) => test.name !== operator || isDecided(test, tests));
    const of = (
        found: (typeof values)[number],
    ) => (decided ? holds(found === undefined ? {} : { [key]: found }) : undecided(operator, key));
    return { at: firstKeyAt + index, text, truths: () => values.map(of) };
}

function undecided(operator: string, key: string): Truth {
    return unknown(`${operator} ${key}: the documents compare this key as text and by size`);
}
