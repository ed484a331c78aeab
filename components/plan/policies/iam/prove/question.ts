import type { PolicyDocument } from "../../policyDocument";
import type { Request } from "../request";

/** Which requests are looked for. */
export interface Question {
    /** Documents that all allow the request. */
    allowedBy: PolicyDocument[];
    /** Documents of which none allows it. */
    notBy?: PolicyDocument[];
    /** Whether the answer need not show or confirm a request, which saves most of the time. @default false */
    briefly?: boolean;
}

/** Whether there are such requests. */
export type Answer =
    /** There is none. */
    | { found: "none" }
    /** There are: the shortest one by each statement of the first document that allows some, which the evaluator confirms. */
    | { found: "some"; requests: Found[] }
    /** There is none that can be shown, and something prevents the proof that there is none. */
    | { found: "unknown"; why: string[] }
    /** The documents need more than the prover spends on them. */
    | { found: "too large"; why: string[] };

/** A request, and the statement that allows it. */
export interface Found {
    /** The label of the statement, by Sid or index, e.g. `Statement[0]`. */
    statement: string;
    request: Request;
}
