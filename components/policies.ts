import * as fs from "node:fs";
import * as path from "node:path";

import * as pulumi from "@pulumi/pulumi";

import type { EndpointArgs } from "./args/endpointArgs";
import type { VpcEndpointsArgs } from "./args/vpcEndpointsArgs";
import { judged } from "./lateError";
import type { EndpointsPlan } from "./plan";
import { asksAws, type Confirmed } from "./plan/endpoints/confirm";
import { reachedServices } from "./plan/endpoints/existing";
import type { PlannedEndpoint } from "./plan/kinds/endpointKinds";
import { checkPolicyWishes } from "./plan/policies/checkPolicy";
import { noPolicy, planPolicy, type PolicyTemplates, withAccount } from "./plan/policies/endpointPolicy";
import { fullAccess } from "./plan/policies/fullAccess";
import { lintEndpoint } from "./plan/policies/lintPlanned";
import type { PolicyDocument } from "./plan/policies/policy";
import type { PolicyWishes } from "./plan/policies/statements";

// The same from components/ in the source and from dist/ in the package.
const folder = path.join(__dirname, "..", "policies");

let templates: PolicyTemplates | undefined;

/** The policies in policies/endpoints/, by file name without `.json`. */
export function endpointPolicies(): PolicyTemplates {
    return templates ??= Object.fromEntries(
        fs.readdirSync(path.join(folder, "endpoints"))
            .filter((file) => file.endsWith(".json"))
            .map((file) => [path.basename(file, ".json"), policyFile("endpoints", file)]),
    );
}

/** One policy of the folder policies/. */
export function policyFile(...place: string[]): PolicyDocument {
    try {
        return JSON.parse(fs.readFileSync(path.join(folder, ...place), "utf8")) as PolicyDocument;
    } catch (error) {
        throw new Error(`policies/${place.join("/")}: ${(error as Error).message}`, { cause: error });
    }
}

/**
 * The policy an endpoint is sent, with everything filled that only a deployment knows; none where AWS takes none, and
 * the one that AWS takes everywhere where nobody knows whether it takes another.
 */
export function policyOf(
    planned: PlannedEndpoint,
    args: VpcEndpointsArgs,
    plan: EndpointsPlan,
    accountId: pulumi.Output<string>,
    confirmed: pulumi.Output<Confirmed>,
): pulumi.Output<string | undefined> | undefined {
    const { from, document } = planned.policy;
    if (from === "none") return undefined;
    const wishes = document === null ? wishesOf(args.endpoints?.[planned.askedAs]) : {};
    return pulumi.all([accountId, confirmed, wishes]).apply(([account, { takesPolicy }, given]) => {
        if (takesPolicy === false) return undefined;
        if (takesPolicy && document !== null) return withAccount(document, account);
        return lateDocument(planned, takesPolicy ? given : { policy: fullAccess }, args, plan, account);
    });
}

/** A policy that was an output, or depends on what AWS says, could not be judged before the first resource was made. */
function lateDocument(
    { service, askedAs, kind }: PlannedEndpoint,
    wishes: PolicyWishes,
    { workloads, options, perimeter }: VpcEndpointsArgs,
    plan: EndpointsPlan,
    accountId: string,
): string {
    const request = {
        service,
        wishes,
        perimeter,
        madeServices: reachedServices(plan),
        workloads,
        asksAws: asksAws(options),
        templates: endpointPolicies(),
    };
    const { partition, region } = plan;
    const wrong = checkPolicyWishes(service, wishes, { kind, partition }, `endpoints.${askedAs}`);
    const policy = wrong.length > 0 ? noPolicy : planPolicy(request, { accountId, partition, region });
    const problems = [...wrong, ...lintEndpoint({ service, askedAs, kind, policy }, wishes, partition).problems];
    return judged(policy.document!, problems, `the endpoint of ${service}`, "it was not made");
}

/** What of an endpoint's arguments bears on its policy, with what is an output resolved. */
function wishesOf({ policy, additionalPolicy, access, fromPolicies }: EndpointArgs = {}): pulumi.Output<PolicyWishes> {
    return pulumi.output({ policy, additionalPolicy, access, fromPolicies });
}
