import type { Problem } from "../problem";

/** A lookup that failed, and without which the deployment is possible. */
export interface NotLookedUp {
    /** What was looked up, e.g. `internet gateways`. */
    what: string;
    /** The IAM actions that it needs. */
    permissions: string[];
    /** Why it failed. */
    reason: string;
}

/** One warning for all lookups that failed. */
export function notLookedUp(vpcId: string, missing: NotLookedUp[]): Problem[] {
    const [first] = missing;
    if (!first) return [];
    const what = missing.map((one) => one.what).join(", ");
    const permissions = missing.flatMap((one) => one.permissions).join(", ");
    return [{
        code: "vpc.not-looked-up",
        path: "vpcId",
        message: `what ${vpcId} has of these is unknown: ${what}. The first lookup failed: ${first.reason}`,
        hint: `allow ${permissions}, or check the VPC in the console`,
    }];
}
