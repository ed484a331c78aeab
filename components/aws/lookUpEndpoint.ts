import { getVpcEndpoint, type GetVpcEndpointArgs, type GetVpcEndpointResult } from "@pulumi/aws/ec2/getVpcEndpoint";
import * as pulumi from "@pulumi/pulumi";

import { reasonOf } from "./ask";

/** Looks up an endpoint by its ID. */
export function lookUpEndpoint(id: string, opts: pulumi.InvokeOptions): Promise<GetVpcEndpointResult> {
    return getVpcEndpoint({ id }, opts);
}

/** Looks up the endpoint that matches a filter; the provider returns none of them if several match. */
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
