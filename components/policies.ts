import * as fs from "node:fs";
import * as path from "node:path";

import * as pulumi from "@pulumi/pulumi";

import { lateError } from "./lateError";
import type { EndpointsPlan } from "./plan";
import { checkPolicyWish, planPolicy, type PolicyTemplates } from "./plan/endpointPolicy";
import type { PlannedEndpoint } from "./plan/endpoints";
import type { PolicyDocument } from "./plan/policy";
import { describeProblems } from "./plan/problem";
import { isService } from "./plan/services";

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

/** The policy an endpoint is sent, with everything filled that only a deployment knows; none where AWS takes none. */
export function policyOf(
    { service, policy }: PlannedEndpoint,
    wish: pulumi.Input<string> | undefined,
    plan: EndpointsPlan,
    accountId: pulumi.Output<string>,
): pulumi.Output<string> | undefined {
    if (policy.from === "none" || !isService(service)) return undefined;
    return pulumi.all([accountId, wish]).apply(([account, given]) => {
        const problems = checkPolicyWish({ service, wish: given });
        // A policy that was an output could not be judged before the first resource was made.
        if (problems.length > 0) {
            throw lateError(describeProblems(problems, `the endpoint of ${service}`, "it was not made"));
        }
        const request = {
            service,
            wish: given,
            madeServices: plan.endpoints.map((made) => made.service).filter(isService),
        };
        const values = { accountId: account, partition: plan.partition, region: plan.region };
        return planPolicy({ ...request, templates: endpointPolicies() }, values).document!;
    });
}
