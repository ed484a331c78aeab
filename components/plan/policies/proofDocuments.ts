import { isPlainlyNone } from "./iam/prove/plainly";
import type { Answer, Question } from "./iam/prove/question";
import { fillPlaceholders, ownAccount, type PolicyDocument } from "./policyDocument";
import type { ProofContext } from "./trust";

/** Answers questions about some documents. What does most of the work is loaded only for documents that need it. */
export function finder(documents: PolicyDocument[], context: ProofContext): (question: Question) => Answer {
    let search: ((question: Question) => Answer) | undefined;
    const searcher = () => {
        const { searching } = require("./iam/prove/searchRequests") as typeof import("./iam/prove/searchRequests");
        const { askedOf } = require("./proofExamples") as typeof import("./proofExamples");
        return searching(documents, askedOf(context));
    };
    return (question) => (isPlainlyNone(question) ? { found: "none" } : (search ??= searcher())(question));
}

/** An account for the placeholder that the document does not mention otherwise. */
export function standIn(document: PolicyDocument, { accountId, perimeter }: ProofContext): string {
    if (accountId !== undefined) return accountId;
    const text = JSON.stringify([document, perimeter ?? {}]);
    return ["123456789012", "444455556666", "777788889999"].find((id) => !text.includes(id)) ?? "999999999999";
}

/** A document with the values of its placeholders. */
export function filled(
    document: PolicyDocument,
    accountId: string,
    { region, partition }: ProofContext,
): PolicyDocument {
    return fillPlaceholders(document, { accountId, region, partition });
}

/** A result with the placeholder for the account that replaced it. */
export function restored<T>(value: T, account: string, { accountId }: ProofContext): T {
    if (accountId !== undefined) return value;
    return JSON.parse(JSON.stringify(value).replaceAll(account, ownAccount)) as T;
}
