import type { Truth } from "../../components/plan/policies/iam/truth";
import type { AwsRequest, Role } from "../model/accessModel";
import type { Maybe } from "../model/maybe";
import type { ExplanationCode } from "./explanations";
import type { Fix, Hop } from "./hop";

/** Where requests come from. */
export interface Source {
    /** For sentences, e.g. `ecs:app`. */
    label: string;
    subnets: Maybe<string[]>;
    groups: Maybe<string[]>;
    /** @default - any address of the subnet */
    address?: string;
    hasPublicAddress?: Truth;
    role?: Maybe<Role>;
}

/** Where requests go. The port is 443, or the service's, unless it is given. */
export type Destination = { port?: number } & ({ service: string } | { host: string } | { address: string });

/** A question: does a request get there? */
export interface Question {
    from: Source;
    to: Destination;
    /** @default - only the network path is checked */
    request?: AwsRequest;
}

export const ReachVerdict = { reachable: "reachable", notReachable: "not reachable", unknown: "unknown" } as const;
export type ReachVerdict = (typeof ReachVerdict)[keyof typeof ReachVerdict];

/** The answer, with every decision on the way that explains it best: the one that fails, or is unknown, if there is one. */
export interface Answer {
    from: string;
    to: string;
    verdict: ReachVerdict;
    hops: Hop[];
    /** Why it is not reachable. */
    reason?: { code: ExplanationCode; says: string; fix: Fix };
    /** What is not known, by name. */
    unknown: string[];
}
