import { type Case, policy, s3 } from "./case";

const trailingComma = `{"Statement": [],}`;

export const notJsonCases: Case[] = [{
    title: "JSON does not allow a trailing comma",
    fault: trailingComma,
    legal: JSON.stringify(policy({})),
    finding: {
        path: "",
        message: "is not JSON: line 1, column 18: unexpected }",
        hint: "check the quotes, commas and brackets there",
    },
}];

export const unsupportedCases: Case[] = [{
    title: "a service known not to support endpoint policies [pol.unsupported]",
    context: { policySupport: false },
    fault: policy({}),
    legal: policy({}),
    finding: {
        path: "",
        message: "AWS does not support endpoint policies for this service",
        hint: "remove it, and limit access with identity and resource policies",
    },
}, {
    title: "a named service known not to support endpoint policies [pol.unsupported]",
    context: { service: "rum", policySupport: false },
    fault: policy({}),
    legal: policy({}),
    finding: {
        path: "",
        message: "AWS does not support endpoint policies for rum",
        hint: "remove it, and limit access with identity and resource policies",
    },
}];

/** A policy with this number of characters when minified, not counting `tail`, e.g. a placeholder. */
function ofLength(length: number, tail = "") {
    const text = (fill: string) => policy({ Resource: `arn:aws:s3:::a/${fill}${tail}` });
    return text("x".repeat(length - JSON.stringify(text("")).length + tail.length));
}

const tooLong = (title: string, longest: number, fault: unknown, legal: unknown): Case => ({
    title: `${title} [quota.policy-size]`,
    context: s3,
    fault,
    legal,
    finding: {
        path: "",
        message: "the policy has 20481 characters when minified; the limit is 20480",
        hint: `merge similar statements: the longest statement is Statement[0], of ${longest} characters`,
    },
});

const spread = (document: unknown) => JSON.stringify(document, undefined, 40);

export const tooLongCases: Case[] = [
    tooLong("20,480 characters and not one more", 20_442, ofLength(20_481), ofLength(20_480)),
    tooLong("white space does not count", 20_442, spread(ofLength(20_481)), spread(ofLength(20_480))),
    ...([["accountId", 12], ["partition", 10], ["region", 14]] as const).map(([name, longest]) =>
        tooLong(
            `<${name}> counts as the longest it can be`,
            20_442 - longest + `<${name}>`.length,
            ofLength(20_481 - longest, `<${name}>`),
            ofLength(20_480 - longest, `<${name}>`),
        )
    ),
];
