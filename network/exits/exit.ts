/** Whether something can leave a VPC by a way. */
export const ExitVerdict = { closed: "closed", open: "open", unknown: "unknown" } as const;
export type ExitVerdict = (typeof ExitVerdict)[keyof typeof ExitVerdict];

/** A way out of a VPC. */
export interface Exit {
    vpc: string;
    /** What leads out, e.g. `internet gateway` or `endpoint app-s3`. */
    exit: string;
    verdict: ExitVerdict;
    /** The proof that it is closed, or the paths by which it is open, the shortest first. */
    because: string[];
    /** What is not known, by name. */
    unknown: string[];
    /** The AWS page about it. */
    source: string;
}
