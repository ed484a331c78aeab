import { isLate } from "../args/late";
import { ownerTag } from "./facts/ownerTag";
import { isMap } from "./isMap";
import type { Problem, ProblemCode } from "./problem";

/** The limits for tags: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Tags.html#tag-restrictions */
const longestKey = 128;
const longestValue = 256;
const mostTags = 50;

/** Problems in tags that are already known. Keys and values may be outputs, which are not checked. */
export function checkTags(tags: unknown): Problem[] {
    if (isLate(tags) || !isMap(tags)) return [];
    // Every resource also has these tags.
    const count = new Set([...Object.keys(tags), "Name", ownerTag]).size;
    const message = `would be ${count} tags on each resource, including Name and ${ownerTag}; AWS allows ${mostTags}`;
    const tooMany = count > mostTags ? [problem("tags.too-many", "tags", message, "remove some")] : [];
    return [...tooMany, ...Object.entries(tags).flatMap(([key, value]) => checkTag(key, value))];
}

function checkTag(key: string, value: unknown): Problem[] {
    const path = `tags.${key}`;
    if (key === "__proto__") {
        const message = "the Pulumi SDK for Node.js cannot send a tag with the key __proto__";
        return [problem("tags.reserved-key", path, message, "use another key")];
    }
    if (/^aws:/i.test(key)) {
        return [problem("tags.reserved-key", path, "the prefix aws: is reserved for AWS", "use another prefix")];
    }
    if (key === ownerTag) {
        const message = "the tag identifies the owner of the resources";
        return [problem("tags.reserved-key", path, message, "set owner instead")];
    }
    const problems: Problem[] = [];
    if (key === "" || lengthOf(key) > longestKey) {
        const message = `the key has ${lengthOf(key)} characters; AWS allows 1 to ${longestKey}`;
        problems.push(problem("tags.invalid-length", path, message, "use another key"));
    }
    if (typeof value === "string" && lengthOf(value) > longestValue) {
        const message = `the value has ${lengthOf(value)} characters; AWS allows ${longestValue}`;
        problems.push(problem("tags.invalid-length", path, message, "shorten it"));
    }
    return problems;
}

// https://docs.aws.amazon.com/IAM/latest/APIReference/API_Tag.html; Amazon EC2 allows every character.
const allowedByIam = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** Problems in the tags of resources of IAM and CloudWatch Logs, which allow fewer characters than Amazon EC2. */
export function checkTagCharacters(tags: unknown): Problem[] {
    if (isLate(tags) || !isMap(tags)) return [];
    return Object.entries(tags).flatMap(([key, value]) => {
        const wrong = [key, value].find((text) =>
            typeof text === "string" && !isLate(text) && !allowedByIam.test(text)
        );
        if (wrong === undefined) return [];
        const message = `${
            JSON.stringify(wrong)
        } has a character that IAM and CloudWatch Logs do not allow in tags, and flow logs create resources in both`;
        const hint = "use letters, digits, spaces and _ . : / = + - @";
        return [problem("tags.invalid-characters", `tags.${key}`, message, hint)];
    });
}

/** Problems in the value of the tag that identifies the owner, which IAM's roles have, too. */
export function checkOwner(owner: string | undefined): Problem[] {
    if (owner === undefined) return [];
    const path = "owner";
    if (owner === "" || lengthOf(owner) > longestValue) {
        const message = `has ${lengthOf(owner)} characters; it needs 1 to ${longestValue}`;
        return [problem("tags.invalid-length", path, message, "name the project and the stack, e.g. shop/prod")];
    }
    if (allowedByIam.test(owner)) return [];
    const message = `${JSON.stringify(owner)} has a character that IAM does not allow in tags`;
    return [problem("tags.invalid-characters", path, message, "use letters, digits, spaces and _ . : / = + - @")];
}

function problem(code: ProblemCode, path: string, message: string, hint: string): Problem {
    return { code, path, message, hint };
}

/** The length in Unicode characters. */
function lengthOf(text: string): number {
    return [...text].length;
}
