import { isUnsigned } from "../../unusualRequests";
import { type Action, actionsMatching } from "./actionTable";
import { fieldsOf } from "./arnFields";
import type { Fault } from "./finding";
import { type Check, eachStatement } from "./lintedPolicy";
import { hasWildcard, isOpen } from "./patterns";

/** An action on resources of another service or type does nothing, e.g. `s3:GetObject` on a bucket. */
export const actionResource: Check = eachStatement(({ actions, resources, written }) => {
    if (written.Action === undefined || written.Resource === undefined) return [];
    // No policy that AWS accepts has so many, and each is compared with each type letter by letter.
    if (resources.length > 1_000) return [];
    const patterns = resources.map(({ text }) => patternIn(text));
    if (patterns.length === 0 || patterns.includes(undefined)) return [];
    const known = new Map<string, boolean>();
    const isListed = (type: string) => {
        const [service] = type.split(":", 1);
        if (!known.has(type)) {
            known.set(type, patterns.some((pattern) => pattern!.startsWith(`${service}:`) && overlap(pattern!, type)));
        }
        return known.get(type)!;
    };
    return actions.flatMap(({ path, text }): Fault[] => {
        const types = isUnsigned(text) ? [] : typesOf(actionsMatching(text) ?? []);
        if (types.length === 0 || types.some(isListed)) return [];
        return [{
            path,
            message: `none of the resources is one that ${text} is for`,
            hint: `list ARNs such as ${types.slice(0, 3).map(readable).join(" or ")}`,
        }];
    });
});

/**
 * Resources that the service authorization reference does not list for actions that are checked against them.
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/control-access-with-iam.html
 */
const unlisted: { [action: string]: string[] } = { CreateChangeSet: ["cloudformation:*:*:transform/*"] };

function typesOf(matching: Action[]): string[] {
    return [...new Set(matching.flatMap(({ name, arns }) => [...arns, ...unlisted[name] ?? []]))];
}

/** A resource without `arn:` and its partition, a value that is not known as `*`; undefined if it may be any. */
function patternIn(text: string): string | undefined {
    const [start, , ...parts] = fieldsOf(text);
    if (start !== "arn" || parts.length < 4 || hasWildcard(parts[0]!) || isOpen(parts[0]!)) return undefined;
    return parts.join(":").replace(/<[^<>\s]+>|\$\{[^{}]*\}/g, "*");
}

function readable(type: string): string {
    return `arn:aws:${type.replace("?", "amzn-s3-demo-bucket")}`;
}

/** Whether a resource's pattern and a type, in which `?` is the name of a bucket, have an ARN in common. */
function overlap(pattern: string, type: string): boolean {
    // For each rest of the type, whether it and the rest of the pattern have a string in common: from the last to the first.
    let after = rowAfter(undefined, type, []);
    for (let at = pattern.length - 1; at >= 0; at--) after = rowAfter(pattern[at], type, after);
    return after[0]!;
}

function rowAfter(char: string | undefined, type: string, after: boolean[]): boolean[] {
    const row: boolean[] = [];
    const nameAt = type.split(":", 3).join(":").length;
    for (let at = type.length; at >= 0; at--) {
        const expected = type[at];
        const open = expected === "*" || expected === "?";
        const skipsType = open && row[at + 1]!;
        // A Region, an account and the name of a bucket have neither colon nor slash.
        if (char === undefined) row[at] = expected === undefined || skipsType;
        else if (char === "*") row[at] = after[at]! || (expected !== undefined && row[at + 1]!);
        else if (open) row[at] = skipsType || ((at > nameAt && expected === "*" || !/[:/]/.test(char)) && after[at]!);
        else row[at] = (char === "?" ? expected !== undefined : char === expected) && after[at + 1]!;
    }
    return row;
}
