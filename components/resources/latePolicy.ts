import * as pulumi from "@pulumi/pulumi";

import type { Confirmed } from "../plan/endpoints/confirm";
import { checkPolicyWishes } from "../plan/policies/checkPolicy";
import { noPolicy, planPolicy, withAccount } from "../plan/policies/endpointPolicy";
import { fullAccess } from "../plan/policies/fullAccess";
import { lintEndpoint } from "../plan/policies/lintPlanned";
import type { PolicyWishes } from "../plan/policies/statements";
import { judged } from "./lateError";
import type { EndpointToMake, PolicyContext } from "./lateValues";

/**
 * The policy an endpoint is sent, with everything filled that only a deployment knows; none where AWS takes none, and
 * the one that AWS takes everywhere where nobody knows whether it takes another.
 */
export function policyOf(
    { planned, options }: EndpointToMake,
    context: PolicyContext,
    accountId: pulumi.Output<string>,
    confirmed: pulumi.Output<Confirmed>,
): pulumi.Output<string | undefined> | undefined {
    const { from, document } = planned.policy;
    if (from === "none") return undefined;
    const wishes = document === null ? wishesOf(options) : {};
    return pulumi.all([accountId, confirmed, wishes]).apply(([account, { takesPolicy }, given]) => {
        if (takesPolicy === false) return undefined;
        if (takesPolicy && document !== null) return withAccount(document, account);
        return lateDocument(planned, takesPolicy ? given : { policy: fullAccess }, context, account);
    });
}

/** A policy that was an output, or depends on what AWS says, could not be judged before the first resource was made. */
function lateDocument(
    { service, askedAs, kind }: EndpointToMake["planned"],
    wishes: PolicyWishes,
    { request, values }: PolicyContext,
    accountId: string,
): string {
    const { partition } = values;
    const wrong = checkPolicyWishes(service, wishes, { kind, partition }, `endpoints.${askedAs}`);
    const policy = wrong.length > 0 ? noPolicy : planPolicy({ ...request, service, wishes }, { ...values, accountId });
    const problems = [...wrong, ...lintEndpoint({ service, askedAs, kind, policy }, wishes, partition).problems];
    return judged(policy.document!, problems, `the endpoint of ${service}`, "it was not made");
}

/** What of an endpoint's arguments bears on its policy, with what is an output resolved. */
function wishesOf(
    { policy, additionalPolicy, access, fromPolicies }: EndpointToMake["options"],
): pulumi.Output<PolicyWishes> {
    return pulumi.output({ policy, additionalPolicy, access, fromPolicies });
}
