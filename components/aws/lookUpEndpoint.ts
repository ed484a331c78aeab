import { getVpcEndpoint, type GetVpcEndpointArgs, type GetVpcEndpointResult } from "@pulumi/aws/ec2/getVpcEndpoint";
import * as pulumi from "@pulumi/pulumi";

import { reasonOf } from "./ask";

/** Asks AWS for an endpoint by its id. */
export function lookUpEndpoint(id: string, opts: pulumi.InvokeOptions): Promise<GetVpcEndpointResult> {
    return getVpcEndpoint({ id }, opts);
}

/** Asks AWS for the endpoint that fits; where there are several, the provider tells none of them. */
export async function findEndpoint(
    filter: GetVpcEndpointArgs,
    opts: pulumi.InvokeOptions,
): Promise<GetVpcEndpointResult | "none" | "several"> {
    try {
        return await getVpcEndpoint(filter, opts);
    } catch (error) {
        const reason = reasonOf(error);
        if (/no matching/.test(reason)) return "none";
        if (/multiple/.test(reason)) return "several";
        throw error;
    }
}
