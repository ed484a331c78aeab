import { type Unknown, unknown } from "./truth";

/** Who sends a request, as AWS authenticates it. */
export type RequestPrincipal =
    /** Unsigned requests, including federated sign-in. */
    | { type: "Anonymous" }
    /** A user, role session or root user by its ARN, e.g. `arn:aws:sts::111122223333:assumed-role/app/i-1`. */
    | { type: "AWS"; arn: string }
    /** An AWS service by its principal, e.g. `logs.amazonaws.com`. */
    | { type: "Service"; name: string };

/**
 * The context keys of a request and their values as strings, binary ones in base64. A key that is not listed is not in
 * the request; a list is the value of a multivalued key.
 */
export interface RequestContext {
    [key: string]: string | string[];
}

/** One request at an endpoint. */
export interface Request {
    principal: RequestPrincipal;
    /** The action by its IAM name, e.g. `s3:GetObject`. */
    action: string;
    /** The resource's ARN, or `*` for an action without a resource. */
    resource: string;
    /** All context keys of the request, including those of its principal: none are added. */
    context: RequestContext;
    /** The kind of endpoint, `Gateway` or `Interface`. It decides what an account in Principal means. @default Interface */
    endpoint?: string;
}

/** The value of a context key (case-insensitive); undefined if absent. */
export function lookUp(context: RequestContext, key: string): string | string[] | undefined | Unknown {
    const name = key.toLowerCase();
    const [found, another] = Object.entries(context).filter(([other]) => other.toLowerCase() === name);
    // Tag keys may differ only in case, and AWS does not document which one is compared.
    if (another) return unknown(`the request has ${key} in several cases`);
    return found?.[1].length === 0 && Array.isArray(found[1]) ? undefined : found?.[1];
}
