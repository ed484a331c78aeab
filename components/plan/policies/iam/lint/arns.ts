import { partitions } from "../../../facts/partitions";
import { arnsOf, fieldsOf } from "./arnFields";
import { type Fault, Severity } from "./finding";
import { type Check, eachStatement } from "./lintedPolicy";
import { fix } from "./meant";
import { hasWildcard, isAnything, isOpen, isPlaceholder } from "./patterns";

/** A resource is `*` or an ARN of six parts. */
export const arnForm: Check = eachStatement(({ resources }) =>
    resources.flatMap(({ path, text }): Fault[] => {
        if (isAnything(text) || /^(<|\$\{)/.test(text)) return [];
        if (!text.startsWith("arn:")) {
            return [{
                path,
                message: `"${text}" is neither * nor an ARN`,
                hint: "write arn:<partition>:<service>:<region>:<account>:<resource>",
            }];
        }
        if (fieldsOf(text).length >= 6) return [];
        const hint =
            "write every part: arn:<partition>:<service>:<region>:<account>:<resource>, some may be empty or *";
        return [{
            path,
            message: `"${text}" has fewer than the six parts of an ARN`,
            hint,
            severity: Severity.warning,
        }];
    })
);

/** The account of an ARN is either an ID or a wildcard, never a mix; or AWS, as in `arn:aws:iam::aws:policy/…`. */
export const arnAccount: Check = eachStatement((statement) =>
    arnsOf(statement)
        .filter(({ fields: [, , , , account = "", ...name] }) =>
            name.length > 0 && !/^(\d{12}|aws|amazon|cloudfront|[*?]*)$/.test(account)
            && !isOpen(account) && !isPlaceholder(account)
        )
        .map(({ path, fields: [, , , , account = ""] }): Fault => ({
            path,
            message: `the account in an ARN must be an account ID or *, not ${account}`,
            hint: "write each account ID in full, or *",
            // AWS may have resources under another name than its own.
            ...(/^[a-z-]+$/.test(account) ? { severity: Severity.warning } : {}),
        }))
);

/** An ARN of another partition matches nothing reachable. */
export const arnPartition: Check = eachStatement((statement, { partition: expected }) =>
    arnsOf(statement).flatMap(({ path, fields: [, partition = ""] }): Fault[] => {
        if (hasWildcard(partition) || isOpen(partition) || partition === expected) return [];
        if (!Object.hasOwn(partitions, partition)) {
            const hint = fix(partition, Object.keys(partitions), "partitions");
            return [{ path, message: `"${partition}" is not a partition`, hint }];
        }
        if (expected === undefined) return [];
        return [{
            path,
            message: `the endpoint is in partition ${expected}, not ${partition}`,
            hint: `write arn:${expected}:…`,
        }];
    })
);

/**
 * Services that authorize a request against two ARNs, with and without a qualifier, by the prefix of their actions.
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-endpoints.html
 */
const qualified: { [service: string]: string } = { lambda: "function" };

/** A function can be called by its ARN with or without a qualifier, and a policy must list both. */
export const bothArns: Check = eachStatement(({ written: { Effect, Resource }, resources }) => {
    if (Effect !== "Allow" || Resource === undefined) return [];
    const mayBeQualified = ({ text }: { text: string }) =>
        Object.keys(qualified).some((service) => text.includes(`:${service}:`));
    return resources.filter(mayBeQualified).flatMap(({ path, text }): Fault[] => {
        const [, , service = "", , , type, name = "*", ...qualifier] = fieldsOf(text);
        if (!Object.hasOwn(qualified, service) || qualified[service] !== type || name.endsWith("*")) return [];
        const bare = text.split(":").slice(0, 7).join(":");
        const missing = qualifier.length > 0 ? bare : `${bare}:*`;
        const other = (one: string) => (qualifier.length > 0 ? one === bare : one.startsWith(`${bare}:`));
        if (resources.some((resource) => other(resource.text))) return [];
        const message =
            `requests to ${service} name a ${type} with or without its qualifier, and only one of the two ARNs is listed`;
        return [{ path, message, hint: `add ${missing}` }];
    });
});
