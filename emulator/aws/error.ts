/** AWS's error for a request that it rejects. */
export interface Refusal {
    /** EC2's error code, e.g. `RouteAlreadyExists`. */
    code: string;
    /** What is wrong, in EC2's wording if known. */
    message: string;
    /** How to fix it. */
    fix: string;
}

/** A lookup that finds nothing, finds too many matches, or is denied. */
export class LookUpError extends Error {
    /** The part of an error that the SDK forwards over gRPC, in the provider's format. */
    readonly details: string;

    constructor(message: string) {
        super(message);
        this.details = `invocation returned an error: 1 error occurred:\n\t* ${message}\n\n`;
    }
}

/** AWS rejected the creation, update or deletion of a resource. */
export class AwsError extends Error {
    readonly code: string;
    readonly fix: string;
    /** The resource's name in the program. */
    readonly resource: string;
    /** The same as an input problem, so that a plan reports it like any other. */
    readonly problems: { code: "aws.refused"; path: string; message: string; hint: string }[];

    constructor(resource: string, action: "make" | "change" | "delete" | "look up", refusal: Refusal) {
        super(`AWS would refuse to ${action} ${resource}: ${refusal.code}: ${refusal.message}`);
        this.name = "AwsError";
        this.code = refusal.code;
        this.fix = refusal.fix;
        this.resource = resource;
        const message = `AWS would refuse to ${action} it: ${refusal.code}: ${refusal.message}`;
        this.problems = [{ code: "aws.refused", path: resource, message, hint: refusal.fix }];
    }
}
