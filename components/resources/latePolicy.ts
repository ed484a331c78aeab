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
 * The endpoint's policy with deploy-time values filled in: undefined if AWS supports none, full access if support is
 * unknown.
 */
export function policyOf(
    { planned, options }: EndpointToMake,
    context: PolicyContext,
    accountId: Promise<string>,
    confirmed: Promise<Confirmed>,
): pulumi.Input<string | undefined> {
    const { from, document } = planned.policy;
    if (from === "none") return undefined;
    const late = (account: string, { takesPolicy }: Confirmed, given: PolicyOverrides) => {
        if (takesPolicy === false) return undefined;
        if (takesPolicy && document !== null) return withAccount(document, account);
        return lateDocument(planned, takesPolicy ? given : { policy: fullAccess }, context, account);
    };
    if (document === null) return pulumi.all([accountId, confirmed, overridesOf(options)]).apply((all) => late(...all));
    return Promise.all([accountId, confirmed]).then((both) => late(...both, {}));
}

/** Plans and checks a policy that depends on outputs or on a lookup, so that it could not be checked earlier. */
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
    return checked(policy.document!, problems, `the endpoint of ${service}`, "it was not created");
}

/** The options of an endpoint that affect its policy, with outputs resolved. */
function overridesOf(
    { policy, additionalPolicy, access, fromPolicies }: EndpointToMake["options"],
): pulumi.Output<PolicyOverrides> {
    return pulumi.output({ policy, additionalPolicy, access, fromPolicies });
}
