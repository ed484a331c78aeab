import { getVpcEndpoint, type GetVpcEndpointArgs, type GetVpcEndpointResult } from "@pulumi/aws/ec2/getVpcEndpoint";
import * as pulumi from "@pulumi/pulumi";

import { reasonOf } from "./ask";

/** Asks AWS for an endpoint by its id. */
export function lookUpEndpoint(id: string, opts: pulumi.InvokeOptions): Promise<GetVpcEndpointResult> {
    return getVpcEndpoint({ id }, opts);
}

/**
 * Asks AWS for the one endpoint that fits; `undefined` where there is none. Where there are several nothing is said either:
 * the provider does not tell them, and two of them with private DNS cannot be.
 */
export async function findEndpoint(
    filter: GetVpcEndpointArgs,
    opts: pulumi.InvokeOptions,
): Promise<GetVpcEndpointResult | undefined> {
    try {
        return await getVpcEndpoint(filter, opts);
    } catch (error) {
        if (/no matching|multiple/.test(reasonOf(error))) return undefined;
        throw error;
    }
}
