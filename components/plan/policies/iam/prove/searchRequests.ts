import type { PolicyDocument } from "../../policyDocument";
import { Decision, evaluate } from "../evaluate";
import type { Request } from "../request";
import { type Box, common, minus } from "./boxes";
import { type Compiled, type CompiledDocument, compiler } from "./compile";
import { TooLarge } from "./limit";
import type { Answer, Found, Question } from "./question";
import { type Examples, readable } from "./readable";
import { Space } from "./space";

/** The endpoint that questions are about. */
export interface Asked {
    /** The kind of endpoint, `Gateway` or `Interface`. It decides what an account in Principal means. @default Interface */
    kind?: string;
    /** What the requests in the answer are made of, where possible. */
    examples?: Examples;
}

/**
 * Looks for requests that some documents allow and others do not, among all requests. What the documents or AWS's pages
 * leave open counts as allowed where that prevents the answer "none", and never as found.
 */
export function search(question: Question, asked: Asked = {}): Answer {
    return searching([...question.allowedBy, ...question.notBy ?? []], asked)(question);
}

/** Answers questions about some documents, whose patterns are compared only once. */
export function searching(documents: PolicyDocument[], { kind, examples = {} }: Asked): (question: Question) => Answer {
    return orTooLarge(() => {
        const space = new Space(documents, kind);
        const compile = compiler(space);
        const compiled = new Map(documents.map((document) => [document, compile(document)]));
        return (question) => orTooLarge(() => answer(question, space, compiled, examples), (found) => found);
    }, (found) => () => found);
}

function orTooLarge<T>(attempt: () => T, otherwise: (found: Answer) => T): T {
    try {
        return attempt();
    } catch (error) {
        if (error instanceof TooLarge) return otherwise({ found: "too large", why: [error.message] });
        throw error;
    }
}

function answer(
    { allowedBy, notBy = [], briefly }: Question,
    space: Space,
    compiled: Map<PolicyDocument, CompiledDocument>,
    examples: Examples,
): Answer {
    const [first, ...rest] = allowedBy.map((document) => compiled.get(document)!);
    const others = notBy.map((document) => compiled.get(document)!);
    const of = (statement: Compiled, certainly: boolean) =>
        remaining(space, statement, first!.deny, rest, others, certainly);
    const possible = first!.allow.filter((statement) => of(statement, false).length > 0);
    if (possible.length === 0) return { found: "none" };
    if (briefly) return { found: "some", requests: [] };
    const requests = possible.flatMap((statement): Found[] => {
        const request = shortest(of(statement, true).map((box) => space.requestIn(box)), allowedBy, notBy);
        if (!request) return [];
        const stays = (one: Request) =>
            space.effort.affords(statement.alone.Statement.length)
            && isConfirmed(one, [statement.alone, ...allowedBy.slice(1)], notBy);
        return [{ statement: statement.label, request: readable(request, examples, stays) }];
    });
    if (requests.length > 0) return { found: "some", requests };
    const involved = [
        ...possible,
        ...first!.deny,
        ...[...rest, ...others].flatMap(({ allow, deny }) => [...allow, ...deny]),
    ];
    return { found: "unknown", why: reasonsOf(involved) };
}

/** The requests by one Allow statement that certainly, or possibly, are what the question asks for. */
function remaining(
    { everything, effort }: Space,
    statement: Compiled,
    deny: Compiled[],
    rest: CompiledDocument[],
    others: CompiledDocument[],
    certainly: boolean,
): Box[] {
    const [here, opposite] = certainly ? ["must", "may"] as const : ["may", "must"] as const;
    const boxesOf = (statements: Compiled[], which: "must" | "may") => statements.map((one) => one[which]);
    let boxes = minus(common(everything, [statement[here]], effort), boxesOf(deny, opposite), effort);
    for (const document of rest) {
        boxes = minus(common(boxes, boxesOf(document.allow, here), effort), boxesOf(document.deny, opposite), effort);
    }
    for (const document of others) {
        boxes = [
            ...minus(boxes, boxesOf(document.allow, opposite), effort),
            ...common(boxes, boxesOf(document.deny, here), effort),
        ];
    }
    return boxes;
}

function shortest(requests: Request[], allowedBy: PolicyDocument[], notBy: PolicyDocument[]): Request | undefined {
    const byLength = requests.map((request) => ({ request, length: JSON.stringify(request).length }))
        .sort((a, b) => a.length - b.length);
    return byLength.find(({ request }) => isConfirmed(request, allowedBy, notBy))?.request;
}

/** Whether the evaluator decides the same. */
export function isConfirmed(request: Request, allowedBy: PolicyDocument[], notBy: PolicyDocument[] = []): boolean {
    const allows = (document: PolicyDocument) => evaluate(document, request).decision;
    return allowedBy.every((document) => allows(document) === Decision.Allowed)
        && notBy.every((document) =>
            [Decision.ImplicitDeny, Decision.ExplicitDeny].some((one) => one === allows(document))
        );
}

function reasonsOf(statements: Compiled[]): string[] {
    return [...new Set(statements.flatMap(({ label, why }) => why.map((reason) => `${label}: ${reason}`)))];
}
