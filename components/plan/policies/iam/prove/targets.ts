import type { RequestContext } from "../request";
import { samplesOf } from "./cells";
import { languagesIn } from "./keySamples";
import { accountId, anyBut, inSegments, type Language, languageOf, literal, oneBut, without } from "./language";
import type { Effort } from "./limit";
import type { Words } from "./words";

/** The resource of a request, and the context key that depends on it. */
export interface Target {
    resource: string;
    context: RequestContext;
}

/** The keys whose values depend on the resource's ARN, in lower case. */
export const targetKeys = ["aws:resourceaccount"];

const colon = literal(":");
const part: Language = [anyBut(":")];
const filled: Language = [oneBut(":"), anyBut(":")];
/** `*` for an action without a resource, or an ARN of six parts. */
const resources: Language[] = [
    literal("*"),
    [
        ...literal("arn:"),
        ...filled,
        ...colon,
        ...filled,
        ...colon,
        ...part,
        ...colon,
        ...part,
        ...colon,
        oneBut(""),
        anyBut(""),
    ],
];

/**
 * One resource for each combination of what documents compare resources with, with each possible owner. The owner is
 * the account in the ARN. Without an account there, e.g. in an ARN of Amazon S3, it is any account. AWS does not set
 * the owner for every action
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resourceaccount).
 */
export function targetsOf({ resources: patterns, tests }: Words, effort?: Effort): Target[] {
    const owners = languagesIn(tests.filter(({ key }) => targetKeys.includes(key.toLowerCase())));
    const arns = patterns.flatMap(({ text, variables }) => {
        const language = languageOf(text, { wildcards: true, variables });
        return [language, inSegments(language)];
    });
    const accounts = samplesOf([accountId], owners, effort);
    const languages = [...arns, inAccount(accountId), ...owners.map(inAccount)];
    return samplesOf(resources, languages, effort).flatMap((resource) => {
        const account = resource.split(":")[4] ?? "";
        const possible = /^\d{12}$/.test(account) ? [account] : accounts;
        const owned = possible.map((owner): Target => ({ resource, context: { "aws:ResourceAccount": owner } }));
        return [...owned, { resource, context: {} }];
    });
}

/** The ARNs of which a language includes the account. */
function inAccount(language: Language): Language {
    const parts = [...literal("arn:"), ...part, ...colon, ...part, ...colon, ...part, ...colon];
    return [...parts, ...without(language, ":"), ...colon, anyBut("")];
}
