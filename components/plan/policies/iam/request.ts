import { type Unknown, unknown } from "./truth";

/** Who makes a request, as AWS authenticates it. */
export type RequestPrincipal =
    /** Unsigned requests, federated sign-in among them. */
    | { type: "Anonymous" }
    /** A user, role session or root user by its ARN, e.g. `arn:aws:sts::111122223333:assumed-role/app/i-1`. */
    | { type: "AWS"; arn: string }
    /** An AWS service by its principal, e.g. `logs.amazonaws.com`. */
    | { type: "Service"; name: string };

/**
 * The keys of a request and their values, as text, binary ones in base64. A key that is missing is not in the request; a
 * list is the value of a multivalued key.
 */
export interface RequestContext {
    [key: string]: string | string[];
}

/** One request at an endpoint. */
export interface Request {
    principal: RequestPrincipal;
    /** The action by its IAM name, e.g. `s3:GetObject`. */
    action: string;
    /** The resource's ARN, or `*` for an action that has none. */
    resource: string;
    /** Everything known of the request, the keys of its principal included: nothing is added to it. */
    context: RequestContext;
    /** The kind of endpoint, `Gateway` or `Interface`, which decides what an account in Principal stands for. @default Interface */
    endpoint?: string;
}

/** The value of a key, whose name has no case; undefined where the request has none. */
export function lookUp(context: RequestContext, key: string): string | string[] | undefined | Unknown {
    const name = key.toLowerCase();
    const [found, another] = Object.entries(context).filter(([other]) => other.toLowerCase() === name);
    // Tags may differ only by case, and AWS does not say which of them is compared.
    if (another) return unknown(`the request has ${key} in several cases`);
    return found?.[1].length === 0 && Array.isArray(found[1]) ? undefined : found?.[1];
}
