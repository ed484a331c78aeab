import { getCallerIdentity } from "@pulumi/aws/getCallerIdentity";
import { getRegion } from "@pulumi/aws/getRegion";
import type * as pulumi from "@pulumi/pulumi";

import { type Problem, withCode } from "../plan/problem";
import { lateError } from "../resources/lateError";
import { answered } from "./ask";

// AWS's answers depend on no resource and are not secret, so a promise is enough. It costs a tenth of an output.
// Why none of these functions is asynchronous: see `lateError`.

/** The account of the component's provider. */
export function accountOf(component: pulumi.ComponentResource): Promise<string> {
    return answered(getCallerIdentity({}, { parent: component })).then(({ accountId }) => accountId);
}

/** The Region of the component's provider. */
export function regionOf(component: pulumi.ComponentResource): Promise<string> {
    return answered(getRegion({}, { parent: component })).then(({ region }) => region);
}

/** Resolves if the component's provider works in the planned Region. */
export function inPlannedRegion(component: pulumi.ComponentResource, region: string): Promise<void> {
    return regionOf(component).then((name) => {
        if (name === undefined || name === region) return;
        const message = `availabilityZones are in ${region}, but the AWS provider is configured for ${name}`;
        const hint = `set aws:region to ${region}, or pass a provider for ${region}`;
        const problem: Problem = { code: "regions.mismatch", path: "aws:region", message, hint };
        throw lateError(withCode({ ...problem, message: `${message}: ${hint}` }), [problem]);
    });
}
