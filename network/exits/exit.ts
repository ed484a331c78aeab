/** Whether something can leave a VPC by a way. */
export const ExitVerdict = { closed: "closed", open: "open", unknown: "unknown" } as const;
export type ExitVerdict = (typeof ExitVerdict)[keyof typeof ExitVerdict];

/** What leads out of a VPC. */
export const ExitKind = {
    gateway: "gateway",
    connection: "connection",
    appliance: "appliance",
    publicAddress: "public address",
    endpoint: "endpoint",
    dnsQueries: "DNS queries",
    resolverRule: "Resolver rule",
} as const;
export type ExitKind = (typeof ExitKind)[keyof typeof ExitKind];

/** A way out of a VPC. */
export interface Exit {
    vpc: string;
    kind: ExitKind;
    /** What it is, e.g. `internet gateway` or `endpoint app-s3`. */
    exit: string;
    verdict: ExitVerdict;
    /** The proof that it is closed, or the paths by which it is open, the shortest first. */
    because: string[];
    /** What is not known, by name. */
    unknown: string[];
    /** The AWS page about it. */
    source: string;
}

/** What is decided about a way out. */
export type Decided = Pick<Exit, "verdict" | "because" | "unknown">;

/** A way out that is open, by the shortest path first. */
export function open(...because: string[]): Decided {
    return { verdict: ExitVerdict.open, because, unknown: [] };
}

/** A way out that is closed, with the proof. */
export function closed(proof: string): Decided {
    return { verdict: ExitVerdict.closed, because: [proof], unknown: [] };
}

/** A way out that may be open, with the names of what is not known. */
export function undecidedExit(unknown: string[]): Decided {
    return { verdict: ExitVerdict.unknown, because: [], unknown };
}
