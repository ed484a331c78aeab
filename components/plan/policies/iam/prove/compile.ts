import { isMap } from "../../../isMap";
import type { PolicyDocument } from "../../policyDocument";
import { conditionHolds, type ConditionScope } from "../conditions";
import { labelOf, type Statement, statementsOf } from "../document";
import { hasVariables, isEffect, versionKnown } from "../evaluate";
import { actionApplies, elementsKnown, principalApplies, resourceApplies } from "../statement";
import { isUnknown, type Truth, unknown } from "../truth";
import type { Box } from "./boxes";
import { callerKeys } from "./callers";
import { isDecided, isScale } from "./keySamples";
import type { Space } from "./space";
import { targetKeys } from "./targets";

/** A statement as sets of requests. */
export interface Compiled {
    label: string;
    /** Requests it certainly applies to. */
    must: Box;
    /** Requests it may apply to. */
    may: Box;
    /** What prevents a decision on the requests between the two. */
    why: string[];
}

/** A document's statements by effect; one without a valid effect is both, and certainly applies to nothing. */
export interface CompiledDocument {
    allow: Compiled[];
    deny: Compiled[];
}

/** A document as sets of requests. */
export function compile(document: PolicyDocument, space: Space): CompiledDocument {
    const compiled: CompiledDocument = { allow: [], deny: [] };
    statementsOf(document).forEach((statement, index) => {
        const one = compileStatement(document, statement, labelOf(statement, index), space);
        if (statement.Effect !== "Deny") compiled.allow.push(one);
        if (statement.Effect !== "Allow") compiled.deny.push(one);
    });
    return compiled;
}

function compileStatement(document: PolicyDocument, statement: Statement, label: string, space: Space): Compiled {
    const { callers, actions, targets, keys, kind: endpoint } = space;
    const compiled: Compiled = { label, must: [], may: [], why: [] };
    const restrict = (at: number, truths: Truth[]) => {
        const bits = (holds: (truth: Truth) => boolean) =>
            truths.reduce<bigint>((all, truth, index) => (holds(truth) ? all | 1n << BigInt(index) : all), 0n);
        const [must, may] = [bits((truth) => truth === true), bits((truth) => truth !== false)];
        compiled.must[at] = compiled.must[at] === undefined ? must : compiled.must[at] & must;
        compiled.may[at] = compiled.may[at] === undefined ? may : compiled.may[at] & may;
        compiled.why.push(...truths.filter(isUnknown).flatMap((truth) => truth.unknown));
    };
    const variables = hasVariables(document);
    const scope = (context: ConditionScope["context"]): ConditionScope => ({ context, variables, anyValue: true });
    restrict(0, callers.map(({ principal }) => principalApplies(statement, { principal, endpoint })));
    restrict(1, actions.map((action) => actionApplies(statement, action)));
    const resources = new Map<string, Truth>();
    restrict(
        2,
        targets.map(({ resource }) => {
            if (!resources.has(resource)) resources.set(resource, resourceApplies(statement, resource, scope({})));
            return resources.get(resource)!;
        }),
    );
    keys.forEach(({ values }, at) => restrict(3 + at, values.map(() => true)));
    // Anything that is not about one dimension is about all of them.
    const overall = [
        versionKnown(document),
        isEffect(statement.Effect) || unknown("Effect is neither Allow nor Deny"),
        elementsKnown(statement),
    ];
    const { Condition } = statement;
    if (Condition !== undefined && !isMap(Condition)) overall.push(unknown("Condition is not a map of operators"));
    for (const [name, tests] of Object.entries(isMap(Condition) ? Condition : {})) {
        if (!isMap(tests)) overall.push(unknown(`Condition.${name} is not a map of keys`));
        for (const [key, value] of Object.entries(isMap(tests) ? tests : {})) {
            const holds = (context: ConditionScope["context"]) =>
                conditionHolds({ [name]: { [key]: value } }, scope(context));
            const asText = (
                context: ConditionScope["context"],
            ) => (isScale(name) ? undecided(name, key) : holds(context));
            const lower = key.toLowerCase();
            const at = keys.findIndex((one) => one.name.toLowerCase() === lower);
            if (callerKeys.includes(lower)) restrict(0, callers.map(({ context }) => asText(context)));
            else if (targetKeys.includes(lower)) restrict(2, targets.map(({ context }) => asText(context)));
            else if (at < 0) overall.push(holds({}));
            else {
                const { tests: all, values } = keys[at]!;
                const decided = all.every((test) => test.name !== name || isDecided(test, all));
                restrict(
                    3 + at,
                    values.map((found) => {
                        if (!decided) return undecided(name, key);
                        return holds(found === undefined ? {} : { [key]: found });
                    }),
                );
            }
        }
    }
    for (const truth of overall) restrict(0, callers.map(() => truth));
    compiled.why = [...new Set(compiled.why)];
    return compiled;
}

function undecided(name: string, key: string): Truth {
    return unknown(`${name} ${key}: the documents compare this key as text and by size`);
}
