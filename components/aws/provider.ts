import { getCallerIdentity } from "@pulumi/aws/getCallerIdentity";
import { getRegion } from "@pulumi/aws/getRegion";
import * as pulumi from "@pulumi/pulumi";

import { type Problem, withCode } from "../plan/problem";
import { lateError } from "../resources/lateError";
import { answered } from "./ask";

/** The account of the component's provider. */
export function accountOf(component: pulumi.ComponentResource): pulumi.Output<string> {
    return pulumi.output(answered(getCallerIdentity({}, { parent: component }))).accountId;
}

/** The Region of the component's provider. */
export function regionOf(component: pulumi.ComponentResource): pulumi.Output<string> {
    return pulumi.output(answered(getRegion({}, { parent: component }))).region;
}

/** Returns a function that passes a value on only if the component's provider works in the planned Region. */
export function inPlannedRegion<T>(
    component: pulumi.ComponentResource,
    region: string,
): (value: pulumi.Input<T>) => pulumi.Output<T> {
    const agreed = regionOf(component).apply((name) => {
        if (name === undefined || name === region) return;
        const message = `availabilityZones are in ${region}, but the AWS provider is configured for ${name}`;
        const hint = `set aws:region to ${region}, or pass a provider for ${region}`;
        const problem: Problem = { code: "regions.mismatch", path: "aws:region", message, hint };
        throw lateError(withCode({ ...problem, message: `${message}: ${hint}` }), [problem]);
    });
    return (value) => agreed.apply(() => value) as pulumi.Output<T>;
}
