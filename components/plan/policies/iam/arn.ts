import { matches, type Pattern, textOf } from "./pattern";
import { all, type Truth, unknown } from "./truth";

/**
 * ArnLike and ArnEquals: each of the six parts by itself
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN).
 */
export function arnMatches(pattern: Pattern, value: string): Truth {
    const parts = partsOf(pattern);
    const values = /^(arn):([^:]*):([^:]*):([^:]*):([^:]*):([^]*)$/.exec(value)?.slice(1);
    if (!isArn(parts)) return unknown(`"${textOf(pattern)}" is not an ARN of six parts`);
    if (!values) return unknown(`the request's "${value}" is not an ARN of six parts`);
    return all(parts.map((part, index) => matches(part, values[index]!)));
}

/**
 * An ARN in Resource: `*` at the end of a part may run on past its colon, other wildcards stay in theirs
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html). What only matches when
 * another one runs on cannot be told, since AWS recommends against it without saying what comes of it.
 */
export function resourceMatches(pattern: Pattern, resource: string): Truth {
    if (textOf(pattern) === "*") return true;
    const parts = partsOf(pattern);
    if (!isArn(parts)) return unknown(`"${textOf(pattern)}" is not an ARN of six parts`);
    if (!matches(pattern, resource)) return false;
    if ([...parts[1]!, ...parts[2]!].some(({ wildcard }) => wildcard)) {
        return unknown(`"${textOf(pattern)}" has a wildcard in its partition or service`);
    }
    const nameAt = pattern.length - parts[5]!.length;
    const staysInSegment = (index: number) =>
        index < nameAt && !(pattern[index]!.char === "*" && pattern[index + 1]!.char === ":");
    return matches(pattern, resource, staysInSegment)
        || unknown(`"${textOf(pattern)}" matches only if a wildcard runs past a colon`);
}

/** Where the last of the six parts of an ARN begins, which alone may hold variables in Resource. */
export function nameIndex(arn: string): number {
    return /^(?:[^:]*:){5}/.exec(arn)?.[0].length ?? Infinity;
}

function isArn(parts: Pattern[]): boolean {
    return parts.length === 6 && textOf(parts[0]!) === "arn";
}

/** At most six: colons behind the fifth belong to the resource's name. */
function partsOf(pattern: Pattern): Pattern[] {
    const parts: Pattern[] = [[]];
    for (const glyph of pattern) {
        if (glyph.char === ":" && parts.length < 6) parts.push([]);
        else parts.at(-1)!.push(glyph);
    }
    return parts;
}
