import type { EndpointContext, Finding } from "../../../../../../components/plan/policies/iam/lint/lintEndpointPolicy";

/** A policy with one fault, the finding it makes, and beside it a policy that is just legal. */
export interface Case {
    /** What is wrong with the one and right with the other. */
    title: string;
    context?: EndpointContext;
    fault: unknown;
    legal: unknown;
    /** What is found; its severity is the rule's unless another is given. */
    finding: Partial<Finding> & Pick<Finding, "path" | "message" | "hint">;
}

type Elements = { [element: string]: unknown };

const usual = {
    Effect: "Allow",
    Principal: "*",
    Action: "s3:GetObject",
    Resource: "arn:aws:s3:::amzn-s3-demo-bucket/*",
};

/** A policy of statements that differ from a usual one; an element that is `undefined` is left out. */
export function policy(...changes: Elements[]) {
    const Statement = changes.map((change) =>
        Object.fromEntries(Object.entries({ ...usual, ...change }).filter(([, value]) => value !== undefined))
    );
    return { Version: "2012-10-17", Statement };
}

/** A policy of one statement with a Condition. */
export function when(Condition: Elements, change: Elements = {}) {
    return policy({ ...change, Condition });
}

/** What the catalogue knows of Amazon S3's endpoint, without its kind. */
export const s3: EndpointContext = { service: "s3", iamPrefixes: ["s3", "s3-object-lambda"], policySupport: true };
