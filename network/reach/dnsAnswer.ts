import { isUnknown, type Truth } from "../../components/plan/policies/iam/truth";
import type { Maybe } from "../model/maybe";
import type { Vpc } from "../model/vpcModel";
import { type Hop, passed, undecided } from "./hop";
import type { Target } from "./target";

/** What a host name resolves to in a VPC, and what decides it. */
export interface Resolution {
    hop: Hop;
    targets: Target[];
}

/** Another query whose answer is the answer, e.g. for the name in a CNAME record. */
export interface Referral {
    vpc: Vpc;
    host: string;
    /** What refers to it, for the start of a sentence. */
    says: string;
    /** Whether the other query gets to what answers it. */
    delivered: Truth;
    /** What is reported if the queries lead in a circle. */
    circle: Hop;
}

/** A name that resolves to targets; unknown if they are. */
export function resolvedTo(targets: Maybe<Target[]>, says: string): Resolution {
    if (isUnknown(targets)) return unresolved(undecided("name", targets, says));
    return { hop: passed("name", says), targets };
}

/** A name that resolves to nothing, or of which it is not known what it resolves to. */
export function unresolved(hop: Hop): Resolution {
    return { hop, targets: [] };
}
