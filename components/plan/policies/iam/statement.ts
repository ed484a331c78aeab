import { nameIndex, resourceMatches } from "./arn";
import { conditionHolds, type ConditionScope } from "./conditions";
import { type Statement, statementElements, textsOf } from "./document";
import { matches, patternOf } from "./pattern";
import { principalMatches } from "./principals";
import type { Request } from "./request";
import { all, any, isUnknown, not, type Truth, unknown } from "./truth";
import { fillVariables, needsValue, openPattern } from "./variables";

/** Whether a statement applies to a request, whatever its effect. */
export function applies(statement: Statement, request: Request, variables: boolean): Truth {
    const scope = { context: request.context, variables };
    return all([
        elementsKnown(statement),
        principalApplies(statement, request),
        actionApplies(statement, request.action),
        resourceApplies(statement, request.resource, scope),
        conditionHolds(statement.Condition, scope),
    ]);
}

/** Unknown if a statement has an element that the policy language does not have. */
export function elementsKnown(statement: Statement): Truth {
    const others = Object.keys(statement).filter((element) => !statementElements.includes(element));
    return all(others.map((element) => unknown(`${element} is not an element of a statement`)));
}

/** NotPrincipal must also list the account and role of an excluded principal, differently for each service: not supported. */
export function principalApplies(
    { Principal, NotPrincipal }: Statement,
    request: Pick<Request, "principal" | "endpoint">,
): Truth {
    if (NotPrincipal !== undefined) return unknown("NotPrincipal is not evaluated");
    if (Principal === undefined) return unknown("there is no Principal");
    return principalMatches(Principal, request);
}

/** Whether Action or NotAction includes an action. */
export function actionApplies(statement: Statement, action: string): Truth {
    return eitherOf(statement, "Action", (pattern) => actionMatches(pattern, action));
}

/** Whether Resource or NotResource includes a resource. */
export function resourceApplies(statement: Statement, resource: string, scope: ConditionScope): Truth {
    const withoutValue = statement.NotResource === undefined
        ? false
        : unknown("NotResource has a variable without a value");
    return eitherOf(statement, "Resource", (pattern) => ofResource(pattern, resource, scope, withoutValue));
}

function eitherOf(statement: Statement, element: "Action" | "Resource", test: (pattern: string) => Truth): Truth {
    const including = statement[element];
    const excluding = statement[`Not${element}`];
    if ((including === undefined) === (excluding === undefined)) {
        return unknown(`there must be one of ${element} and Not${element}`);
    }
    const patterns = textsOf(including ?? excluding);
    if (!patterns) return unknown(`${element} is neither a string nor a list of strings`);
    const matched = any(patterns.map(test));
    return including === undefined ? not(matched) : matched;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html */
function actionMatches(pattern: string, action: string): Truth {
    if (pattern !== "*" && !/^[a-z0-9-]+:[a-z0-9*?]+$/i.test(pattern)) return unknown(`"${pattern}" is not an action`);
    return matches(patternOf(pattern.toLowerCase()), action.toLowerCase());
}

/**
 * A resource with a variable that has no value matches nothing. For NotResource, AWS does not say if the statement then
 * applies to every resource or to none
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-no-value).
 */
function ofResource(
    text: string,
    resource: string,
    { context, variables, anyValue }: ConditionScope,
    withoutValue: Truth,
): Truth {
    if (!variables) return resourceMatches(patternOf(text), resource);
    const first = text.indexOf("${");
    if (first >= 0 && first < nameIndex(text)) {
        return unknown(`"${text}" has a variable before the name of its resource`);
    }
    if (anyValue) {
        const open = openPattern(text);
        if (open) return isUnknown(open) ? open : resourceMatches(open, resource) !== false && needsValue(text);
    }
    const pattern = fillVariables(text, context);
    if (isUnknown(pattern)) return pattern;
    return pattern === null ? withoutValue : resourceMatches(pattern, resource);
}
