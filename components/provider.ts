import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity";
import { getRegionOutput } from "@pulumi/aws/getRegion";
import * as pulumi from "@pulumi/pulumi";

import { lateError } from "./lateError";

/** The account that the component's provider works in. */
export function accountOf(component: pulumi.ComponentResource): pulumi.Output<string> {
    return getCallerIdentityOutput({}, { parent: component }).accountId;
}

/** Passes a value on only where the component's provider works in the Region its zones name. */
export function inPlannedRegion<T>(
    component: pulumi.ComponentResource,
    region: string,
): (value: pulumi.Input<T>) => pulumi.Output<T> {
    const actual = getRegionOutput({}, { parent: component }).region;
    const agreed = actual.apply((name) => {
        if (name === undefined || name === region) return;
        const message = `the zones are in ${region}, the AWS provider works in ${name}: `
            + `set aws:region to ${region}, or pass a provider for it`;
        throw lateError(message);
    });
    return (value) => agreed.apply(() => value) as pulumi.Output<T>;
}
