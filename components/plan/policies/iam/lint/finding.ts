/** How much a finding weighs. */
export const Severity = {
    /** AWS refuses the policy, or what is written can do nothing. */
    error: "error",
    /** It does less, or more, than it seems to; or it is newer than the linter's tables. */
    warning: "warning",
} as const;
export type Severity = (typeof Severity)[keyof typeof Severity];

/** What a rule found. */
export interface Fault {
    /** Where in the document, e.g. `Statement[0].Condition.StringLike.aws:PrincipalOrgID`; empty for the whole of it. */
    path: string;
    /** What is wrong. */
    message: string;
    /** The cure. */
    hint: string;
    /** @default - the rule's own */
    severity?: Severity;
}

/** Something wrong with a policy, by the code of the rule that says so, and where it is in the text if it was linted as one. */
export interface Finding<Code extends string = string> extends Required<Fault> {
    code: Code;
    /** The line in the text, from 1. */
    line?: number;
    /** The column in the line, from 1. */
    column?: number;
}

/** What is known of the endpoint that a policy is for. What is left out is not known, and nothing is said of it. */
export interface EndpointContext {
    /** The service by AWS's key, e.g. `ecr.api`. */
    service?: string;
    /** `Gateway` or `Interface`. */
    kind?: string;
    /** The partition of its Region, e.g. `aws-us-gov`. */
    partition?: string;
    /** What the actions that go through it begin with, e.g. `["s3", "s3-object-lambda"]`. */
    iamPrefixes?: string[];
    /** Whether AWS lets it have a policy of its own. */
    policySupport?: boolean | null;
}
