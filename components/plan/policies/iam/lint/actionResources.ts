import { isUnsigned } from "../../unusualRequests";
import { type Action, actionsMatching } from "./actionTable";
import { fieldsOf } from "./arnFields";
import type { Fault } from "./finding";
import { type Check, eachStatement } from "./lintedPolicy";
import { isAnything } from "./patterns";

/** An action on resources of another service or type does nothing, e.g. `s3:GetObject` on a bucket. */
export const actionResource: Check = eachStatement(({ actions, resources, written }) => {
    if (written.Action === undefined || written.Resource === undefined) return [];
    const patterns = resources.map(({ text }) => patternIn(text));
    if (patterns.length === 0 || patterns.includes(undefined)) return [];
    return actions.flatMap(({ path, text }): Fault[] => {
        const types = isUnsigned(text) ? [] : typesOf(actionsMatching(text) ?? []);
        if (types.length === 0 || types.some((type) => patterns.some((pattern) => overlap(pattern!, type)))) return [];
        return [{
            path,
            message: `none of the resources is one that ${text} is for`,
            hint: `list ARNs such as ${types.slice(0, 3).map(readable).join(" or ")}`,
        }];
    });
});

function typesOf(matching: Action[]): string[] {
    return [...new Set(matching.flatMap(({ arns }) => arns))];
}

/** A resource without `arn:` and its partition, a value that is not known as `*`; undefined if it may be any. */
function patternIn(text: string): string | undefined {
    const [start, , ...parts] = fieldsOf(text);
    if (isAnything(text) || start !== "arn" || parts.length < 4) return undefined;
    return parts.join(":").replace(/<[^<>\s]+>|\$\{[^}]*\}/g, "*");
}

function readable(type: string): string {
    return `arn:aws:${type.replace("?", "amzn-s3-demo-bucket")}`;
}

/** Whether a resource's pattern and a type, in which `?` is a name without a slash, have an ARN in common. */
function overlap(pattern: string, type: string): boolean {
    const known = new Map<number, boolean>();
    const from = (at: number, typeAt: number): boolean => {
        const key = at * (type.length + 1) + typeAt;
        if (!known.has(key)) known.set(key, step(at, typeAt));
        return known.get(key)!;
    };
    const step = (at: number, typeAt: number): boolean => {
        const [char, expected] = [pattern[at], type[typeAt]];
        if (char === undefined && expected === undefined) return true;
        if (char === "*" && from(at + 1, typeAt)) return true;
        if ((expected === "*" || expected === "?") && from(at, typeAt + 1)) return true;
        if (char === undefined || expected === undefined) return false;
        const open = expected === "*" || expected === "?";
        if (char === "*" && open) return false;
        if (char === "*") return from(at, typeAt + 1);
        if (open) return (expected === "*" || char !== "/") && from(at + 1, typeAt);
        return (char === "?" || char === expected) && from(at + 1, typeAt + 1);
    };
    return from(0, 0);
}
