import * as pulumi from "@pulumi/pulumi";

import { checkPolicyWish, planPolicy } from "./plan/endpointPolicy";
import type { PlannedEndpoint } from "./plan/endpoints";
import { describeProblems } from "./plan/problem";
import type { EndpointsPlan } from "./plan";
import { endpointPolicies } from "./policyTemplates";

/** The policy an endpoint is sent, with everything filled that only a deployment knows; none where AWS takes none. */
export function policyOf(
    component: pulumi.ComponentResource,
    { service, policy }: PlannedEndpoint,
    wish: pulumi.Input<string> | undefined,
    plan: EndpointsPlan,
    accountId: pulumi.Output<string>,
): pulumi.Output<string> | undefined {
    if (policy.from === "none") return undefined;
    return pulumi.all([accountId, wish]).apply(([account, given]) => {
        const problems = checkPolicyWish({ service, wish: given });
        // A policy that was an output could not be judged before the first resource was made.
        if (problems.length > 0) throw new pulumi.ResourceError(describeProblems(problems, service), component, true);
        const request = { service, wish: given, madeServices: plan.endpoints.map((made) => made.service) };
        const values = { accountId: account, partition: plan.partition, region: plan.region };
        return planPolicy({ ...request, templates: endpointPolicies() }, values).document!;
    });
}
