import { getCallerIdentity } from "@pulumi/aws/getCallerIdentity";
import { getRegion } from "@pulumi/aws/getRegion";
import * as pulumi from "@pulumi/pulumi";

import { type Problem, withCode } from "../plan/problem";
import { lateError } from "../resources/lateError";
import { answered } from "./ask";

/** The account that the component's provider works in. */
export function accountOf(component: pulumi.ComponentResource): pulumi.Output<string> {
    return pulumi.output(answered(getCallerIdentity({}, { parent: component }))).accountId;
}

/** The Region that the component's provider works in. */
export function regionOf(component: pulumi.ComponentResource): pulumi.Output<string> {
    return pulumi.output(answered(getRegion({}, { parent: component }))).region;
}

/** Passes a value on only where the component's provider works in the Region its zones name. */
export function inPlannedRegion<T>(
    component: pulumi.ComponentResource,
    region: string,
): (value: pulumi.Input<T>) => pulumi.Output<T> {
    const agreed = regionOf(component).apply((name) => {
        if (name === undefined || name === region) return;
        const message = `the zones are in ${region}, the AWS provider works in ${name}`;
        const hint = `set aws:region to ${region}, or pass a provider for it`;
        const problem: Problem = { code: "regions.mismatch", path: "aws:region", message, hint };
        throw lateError(withCode({ ...problem, message: `${message}: ${hint}` }), [problem]);
    });
    return (value) => agreed.apply(() => value) as pulumi.Output<T>;
}
