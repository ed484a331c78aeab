import { isUnknown, type Truth } from "../../components/plan/policies/iam/truth";
import type { AwsRequest } from "../model/accessModel";
import type { ExplanationCode } from "./explanations";

/** What is decided on the way, in the order in which it is reported. */
export const steps = {
    name: "name resolution",
    route: "route",
    egress: "security groups of the client",
    aclOut: "network ACL of the client's subnet, outbound",
    aclIn: "network ACL of the destination's subnet, inbound",
    ingress: "security groups of the destination",
    gateway: "gateway",
    policy: "endpoint policy",
    role: "identity policies of the role",
    routeBack: "route of the answers",
    aclOutBack: "network ACL of the destination's subnet, outbound answers",
    aclInBack: "network ACL of the client's subnet, inbound answers",
} as const;
export type Step = keyof typeof steps;

/** One decision on the way to a destination. */
export interface Hop {
    step: Step;
    /** Whether the packets pass; unknown by the names of what is not known. */
    passes: Truth;
    /** What decides, in a sentence without its full stop. */
    says: string;
    /** Why the packets do not pass, and the smallest change with which they do. */
    failure?: { code: ExplanationCode; fix: Fix };
}

/** A change that makes a hop pass. */
export interface Fix {
    /** The change, in a sentence without its full stop. */
    sentence: string;
    /** What to set in the config of a stack with a `PrivateVpc`. @default - it has no option for it */
    option?: FixOption;
}

/** The option of a `PrivateVpc` that makes the change. */
export type FixOption =
    | { add: "service"; service: string }
    | { add: "privateDns"; service: string }
    | { add: "allowedCidrBlocks"; service: string; cidrs: string[] }
    | { add: "access"; service: string; request: AwsRequest };

/** A hop. Its failure is kept only if the packets do not pass. */
export function hop(step: Step, passes: Truth, says: string, code: ExplanationCode, fix: () => Fix): Hop {
    return { step, passes, says, ...(passes === false && { failure: { code, fix: fix() } }) };
}

/** A hop that packets pass. */
export function passed(step: Step, says: string): Hop {
    return { step, passes: true, says };
}

/** A hop that is not known. */
export function undecided(step: Step, truth: Truth, says: string): Hop {
    return { step, passes: isUnknown(truth) ? truth : { unknown: [says] }, says };
}
