/** What AWS answers to a request it refuses. */
export interface Refusal {
    /** EC2's error code, e.g. `RouteAlreadyExists`. */
    code: string;
    /** What is wrong, in EC2's words where they are known. */
    message: string;
    /** What would mend it. */
    fix: string;
}

/** A look-up that finds nothing or more than it may, or is denied. */
export class LookUpError extends Error {
    /** What the SDK passes on of an error over gRPC, in the form that the provider gives it. */
    readonly details: string;

    constructor(message: string) {
        super(message);
        this.details = `invocation returned an error: 1 error occurred:\n\t* ${message}\n\n`;
    }
}

/** AWS refused to make, to change or to delete a resource. */
export class AwsError extends Error {
    readonly code: string;
    readonly fix: string;
    /** The resource's name in the program. */
    readonly resource: string;
    /** The same as a problem of the input, so that a plan reports it like any other. */
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
