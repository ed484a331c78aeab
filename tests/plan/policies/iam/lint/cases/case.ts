import type { EndpointContext, Finding } from "../../../../../../components/plan/policies/iam/lint/lintEndpointPolicy";

/** A policy with one fault, the finding it causes, and a similar policy without the fault. */
export interface Case {
    /** What is wrong in one policy and right in the other. */
    title: string;
    context?: EndpointContext;
    fault: unknown;
    legal: unknown;
    /** The finding; its severity is the rule's unless given here. */
    finding: Partial<Finding> & Pick<Finding, "path" | "message" | "hint">;
}

type Elements = { [element: string]: unknown };

const usual = {
    Effect: "Allow",
    Principal: "*",
    Action: "s3:GetObject",
    Resource: "arn:aws:s3:::amzn-s3-demo-bucket/*",
};

/** A policy with one statement for each change to a default statement; an element that is `undefined` is omitted. */
export function policy(...changes: Elements[]) {
    const Statement = changes.map((change) =>
        Object.fromEntries(Object.entries({ ...usual, ...change }).filter(([, value]) => value !== undefined))
    );
    return { Version: "2012-10-17", Statement };
}

/** A policy as `policy` makes it, whose statements differ in a condition, so that none allows what another one allows. */
export function separately(...changes: Elements[]) {
    return policy(...changes.map((change, index) => ({
        ...change,
        Condition: { StringEquals: { "aws:SourceVpce": `vpce-0123456789abcdef${index}` } },
    })));
}

/** A policy with one statement that has a Condition. */
export function when(Condition: Elements, change: Elements = {}) {
    return policy({ ...change, Condition });
}

/** The catalogue's facts about Amazon S3's endpoint, without its kind. */
export const s3: EndpointContext = { service: "s3", iamPrefixes: ["s3", "s3-object-lambda"], policySupport: true };
