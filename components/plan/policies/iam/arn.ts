import { matches, type Pattern, textOf } from "./pattern";
import { all, type Truth, unknown } from "./truth";

/**
 * ArnLike and ArnEquals: each of the six parts is compared separately
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
 * An ARN in Resource: `*` at the end of a part may match beyond the next colon, other wildcards stay within their part
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html). A match that needs
 * another wildcard to cross a colon is unknown: AWS advises against it without documenting the result.
 */
export function resourceMatches(pattern: Pattern, resource: string): Truth {
    if (pattern.length === 1 && textOf(pattern) === "*") return true;
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

/** The index of the last of an ARN's six parts, the only one that may contain variables in Resource. */
export function nameIndex(arn: string): number {
    return /^(?:[^:]*:){5}/.exec(arn)?.[0].length ?? Infinity;
}

function isArn(parts: Pattern[]): boolean {
    return parts.length === 6 && parts[0]!.length === 3 && textOf(parts[0]!) === "arn";
}

/** Up to six parts: colons after the fifth belong to the resource's name. */
function partsOf(pattern: Pattern): Pattern[] {
    const parts: Pattern[] = [[]];
    for (const glyph of pattern) {
        if (glyph.char === ":" && parts.length < 6) parts.push([]);
        else parts.at(-1)!.push(glyph);
    }
    return parts;
}
