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
 * An ARN in Resource: `*` at the end of a part may match beyond the next colon, so that a short ARN that ends with it has
 * all other parts; other wildcards stay within their part
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html). A match is unknown if it
 * needs another wildcard to cross a colon, or a wildcard in the service or resource type, which AWS does not allow
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html#arns-paths-wildcards).
 */
export function resourceMatches(pattern: Pattern, resource: string): Truth {
    if (pattern.length === 1 && textOf(pattern) === "*") return true;
    const parts = partsOf(pattern);
    if (!isArn(parts) && !isShortArn(parts)) return unknown(`"${textOf(pattern)}" is not an ARN of six parts`);
    if (!matches(pattern, resource)) return false;
    if (parts[2]!.some(({ wildcard }) => wildcard)) {
        return unknown(`"${textOf(pattern)}" has a wildcard in its service`);
    }
    if (isOpenType(parts)) return unknown(`"${textOf(pattern)}" has a wildcard in its resource type`);
    const nameAt = parts.length < 6 ? pattern.length : pattern.length - parts[5]!.length;
    const endsPart = (index: number) =>
        pattern[index]!.char === "*" && (index === pattern.length - 1 || pattern[index + 1]!.char === ":");
    return matches(pattern, resource, (index) => index < nameAt && !endsPart(index))
        || unknown(`"${textOf(pattern)}" matches only if a wildcard runs past a colon`);
}

/** An ARN with at least a service whose last part is or ends with `*`. */
function isShortArn(parts: Pattern[]): boolean {
    const last = parts.at(-1)!.at(-1);
    return parts.length > 3 && parts.length < 6 && textOf(parts[0]!) === "arn"
        && last !== undefined && last.wildcard && last.char === "*";
}

/** Whether the resource type at the start of the name has a wildcard. A name of only wildcards is every resource. */
function isOpenType([, , service = [], , , name = []]: Pattern[]): boolean {
    if (name.every(({ wildcard }) => wildcard) || withoutTypes.has(textOf(service))) return false;
    const end = name.findIndex(({ char }) => char === "/" || char === ":");
    return name.slice(0, end < 0 ? name.length : end).some(({ wildcard }) => wildcard);
}

/**
 * Services with resources whose ARN has a name, a path or a caller's choice where others have the resource type.
 * Source: https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const withoutTypes = new Set([
    ...["account", "amplifybackend", "apigateway", "aws-marketplace", "cassandra", "codecatalyst", "codecommit"],
    ...["codepipeline", "emr-containers", "emr-serverless", "eventsbilltoaws", "execute-api", "finspace-api"],
    ...["glue", "grafana", "greengrass", "kinesis", "mapcredits", "mediaconnect", "mgh", "mobiletargeting"],
    ...["neptune-db", "s3", "servicecatalog", "servicequotas", "signer", "sns", "sqs", "ssm-sap", "sts", "swf"],
    ...["textract", "wafv2"],
]);

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
