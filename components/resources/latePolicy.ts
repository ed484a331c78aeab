import * as pulumi from "@pulumi/pulumi";

import type { Confirmed } from "../plan/endpoints/confirm";
import { checkPolicyOverrides } from "../plan/policies/checkPolicy";
import { noPolicy, planPolicy, withAccount } from "../plan/policies/endpointPolicy";
import { fullAccess } from "../plan/policies/fullAccess";
import { lintEndpoint } from "../plan/policies/lintPlanned";
import type { PolicyOverrides } from "../plan/policies/statements";
import { checked } from "./lateError";
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
    const overrides = document === null ? overridesOf(options) : {};
    return pulumi.all([accountId, confirmed, overrides]).apply(([account, { takesPolicy }, given]) => {
        if (takesPolicy === false) return undefined;
        if (takesPolicy && document !== null) return withAccount(document, account);
        return lateDocument(planned, takesPolicy ? given : { policy: fullAccess }, context, account);
    });
}

/** A policy that was an output, or depends on what AWS says, could not be judged before the first resource was made. */
function lateDocument(
    { service, askedAs, kind }: EndpointToMake["planned"],
    overrides: PolicyOverrides,
    { request, values }: PolicyContext,
    accountId: string,
): string {
    const { partition } = values;
    const wrong = checkPolicyOverrides(service, overrides, { kind, partition }, `endpoints.${askedAs}`);
    const policy = wrong.length > 0
        ? noPolicy
        : planPolicy({ ...request, service, overrides }, { ...values, accountId });
    const problems = [...wrong, ...lintEndpoint({ service, askedAs, kind, policy }, overrides, partition).problems];
    return checked(policy.document!, problems, `the endpoint of ${service}`, "it was not made");
}

/** What of an endpoint's arguments bears on its policy, with what is an output resolved. */
function overridesOf(
    { policy, additionalPolicy, access, fromPolicies }: EndpointToMake["options"],
): pulumi.Output<PolicyOverrides> {
    return pulumi.output({ policy, additionalPolicy, access, fromPolicies });
}
