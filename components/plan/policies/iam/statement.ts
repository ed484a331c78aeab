import { nameIndex, resourceMatches } from "./arn";
import { conditionHolds, type ConditionScope } from "./conditions";
import { type Statement, statementElements, textsOf } from "./document";
import { matches, patternOf } from "./pattern";
import { principalMatches } from "./principals";
import type { Request } from "./request";
import { all, any, isUnknown, not, type Truth, unknown } from "./truth";
import { fillVariables } from "./variables";

/** Whether a statement applies to a request, whatever its effect. */
export function applies(statement: Statement, request: Request, variables: boolean): Truth {
    const scope = { context: request.context, variables };
    return all([
        ...Object.keys(statement).filter((element) => !statementElements.includes(element))
            .map((element) => unknown(`${element} is not an element of a statement`)),
        principal(statement, request),
        eitherOf(statement, "Action", (pattern) => actionMatches(pattern, request.action)),
        eitherOf(statement, "Resource", (pattern) => ofResource(pattern, request.resource, scope)),
        conditionHolds(statement.Condition, scope),
    ]);
}

/** NotPrincipal must also list the account and role of an excluded principal, differently for each service: not supported. */
function principal({ Principal, NotPrincipal }: Statement, request: Request): Truth {
    if (NotPrincipal !== undefined) return unknown("NotPrincipal is not evaluated");
    if (Principal === undefined) return unknown("there is no Principal");
    return principalMatches(Principal, request);
}

function eitherOf(statement: Statement, element: "Action" | "Resource", test: (pattern: string) => Truth): Truth {
    const including = statement[element];
    const excluding = statement[`Not${element}`];
    if ((including === undefined) === (excluding === undefined)) {
        return unknown(`there must be one of ${element} and Not${element}`);
    }
    const patterns = textsOf(including ?? excluding);
    if (!patterns) return unknown(`${element} is neither a text nor a list of them`);
    const matched = any(patterns.map(test));
    return including === undefined ? not(matched) : matched;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html */
function actionMatches(pattern: string, action: string): Truth {
    if (pattern !== "*" && !/^[a-z0-9-]+:[a-z0-9*?]+$/i.test(pattern)) return unknown(`"${pattern}" is not an action`);
    return matches(patternOf(pattern.toLowerCase()), action.toLowerCase());
}

function ofResource(text: string, resource: string, { context, variables }: ConditionScope): Truth {
    if (!variables) return resourceMatches(patternOf(text), resource);
    const first = text.indexOf("${");
    if (first >= 0 && first < nameIndex(text)) {
        return unknown(`"${text}" has a variable before the name of its resource`);
    }
    const pattern = fillVariables(text, context);
    if (isUnknown(pattern)) return pattern;
    // A resource with a variable that has no value never matches.
    return pattern !== null && resourceMatches(pattern, resource);
}
