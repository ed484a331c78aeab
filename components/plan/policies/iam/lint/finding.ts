/** The severity of a finding. */
export const Severity = {
    /** AWS rejects the policy, or what is written has no effect. */
    error: "error",
    /** It allows less, or more, than it seems to; or it is newer than the linter's tables. */
    warning: "warning",
    /** It is as it should be, or a mistake: only its author knows. A plan does not show it. */
    note: "note",
} as const;
export type Severity = (typeof Severity)[keyof typeof Severity];

/** A rule's result. */
export interface Fault {
    /** The path in the document, e.g. `Statement[0].Condition.StringLike.aws:PrincipalOrgID`; empty for the whole document. */
    path: string;
    /** What is wrong. */
    message: string;
    /** The fix. */
    hint: string;
    /** @default - the rule's own */
    severity?: Severity;
}

/** A problem in a policy with the rule's code, and its position if the policy was linted as a string. */
export interface Finding<Code extends string = string> extends Required<Fault> {
    code: Code;
    /** The line, from 1. */
    line?: number;
    /** The column, from 1. */
    column?: number;
}

/** The endpoint that a policy is for. Missing properties are unknown, and nothing is reported about them. */
export interface EndpointContext {
    /** The service key, e.g. `ecr.api`. */
    service?: string;
    /** `Gateway` or `Interface`. */
    kind?: string;
    /** The partition of its Region, e.g. `aws-us-gov`. */
    partition?: string;
    /** The IAM prefixes of actions that use it, e.g. `["s3", "s3-object-lambda"]`. */
    iamPrefixes?: string[];
    /** Whether AWS supports an endpoint policy. */
    policySupport?: boolean | null;
}
