import type { RequestContext, RequestPrincipal } from "../../../components/plan/policies/iam/request";

/** The stack's account, and another account, which is in another organization. */
export const own = "123456789012";
export const foreign = "111122223333";

/** A caller, and the context keys that identify it. */
export interface By {
    principal: RequestPrincipal;
    context: RequestContext;
}

const organizations: { [account: string]: string } = { [own]: "o-exampleorgid", [foreign]: "o-anotherorgid" };
const pathOf = (account: string) => `${organizations[account]}/r-ab12/ou-ab12-11111111/`;

/** The context keys of a request's principal or resource in an account. */
export function keysOf(whose: "Principal" | "Resource", account: string): RequestContext {
    return {
        [`aws:${whose}Account`]: account,
        [`aws:${whose}OrgID`]: organizations[account]!,
        [`aws:${whose}OrgPaths`]: [pathOf(account)],
    };
}

/** A role of an account, with the context keys of its tags. */
export function signedBy(account: string, tags: RequestContext = {}): By {
    const arn = `arn:aws:iam::${account}:role/app`;
    const context = { ...keysOf("Principal", account), "aws:PrincipalArn": arn, "aws:PrincipalIsAWSService": "false" };
    return { principal: { type: "AWS", arn }, context: { ...context, ...tags } };
}

export const byService: By = {
    principal: { type: "Service", name: "logs.amazonaws.com" },
    context: { "aws:PrincipalIsAWSService": "true" },
};

/**
 * An anonymous principal's account is a word:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export const byNobody: By = { principal: { type: "Anonymous" }, context: { "aws:PrincipalAccount": "anonymous" } };
