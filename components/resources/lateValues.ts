import type * as pulumi from "@pulumi/pulumi";

import type { ConnectionArgs } from "../args/connectionArgs";
import type { EndpointArgs } from "../args/endpointArgs";
import type { VpcEndpointsArgs } from "../args/vpcEndpointsArgs";
import { asksAws } from "../plan/endpoints/confirm";
import { reachedServices } from "../plan/endpoints/existingEndpoints";
import type { PlannedEndpoint } from "../plan/kinds/endpointKinds";
import type { EndpointsPlan } from "../plan/planVpc";
import type { PolicyRequest } from "../plan/policies/endpointPolicy";
import type { PlaceholderValues } from "../plan/policies/policyDocument";
import { endpointPolicies } from "./endpointPolicies";
import type { Tags } from "./tags";

/** An endpoint to make: what was planned, and what the plan leaves open. */
export interface EndpointToMake<Planned extends PlannedEndpoint = PlannedEndpoint> {
    planned: Planned;
    /** Whether AWS is asked what it offers. */
    asksAws: boolean;
    /** The caller's options for an AWS service, some of which a plan does not know, and AWS may contradict. */
    options: Pick<EndpointArgs, "policy" | "additionalPolicy" | "access" | "fromPolicies" | "zones" | "privateDns">;
    /** The name of an endpoint service that is not AWS's. */
    endpointService?: ConnectionArgs["serviceName"];
    /** The caller's groups, where one of them is attached in place of a group made for the endpoint. */
    securityGroupIds?: pulumi.Input<string>[];
}

/** What every policy depends on that is known only in part before a deployment. */
export interface PolicyContext {
    request: Omit<PolicyRequest, "service" | "overrides">;
    values: PlaceholderValues;
}

/** What the plan of a VPC's endpoints leaves open until a deployment: its only meeting with the arguments after it. */
export interface LateValues extends Pick<VpcEndpointsArgs, "vpcId" | "vpcCidrBlock" | "subnetIds" | "routeTableIds"> {
    existing: { [service: string]: pulumi.Input<string> };
    tags: Tags | undefined;
    /** The Region of the zones. */
    region: string;
    endpoints: EndpointToMake[];
    policies: PolicyContext;
}

/** Joins a plan with the late values of the arguments that it was made of. */
export function lateValues(args: VpcEndpointsArgs, plan: EndpointsPlan): LateValues {
    const { vpcId, vpcCidrBlock, subnetIds, routeTableIds, existing = {}, tags, perimeter, workloads, options } = args;
    const { region, partition } = plan;
    const endpoints = plan.endpoints.map((planned): EndpointToMake => {
        const isConnection = planned.reason.key === "endpoint-service";
        const own = isConnection ? undefined : args.endpoints?.[planned.askedAs];
        const connection = isConnection ? args.endpointServices?.[planned.askedAs] : undefined;
        return {
            planned,
            asksAws: asksAws(options),
            options: own ?? {},
            endpointService: connection?.serviceName,
            securityGroupIds: (connection ?? own)?.securityGroupIds,
        };
    });
    const request = {
        perimeter,
        workloads,
        madeServices: reachedServices(plan),
        asksAws: asksAws(options),
        templates: endpointPolicies(),
    };
    const policies = { request, values: { region, partition } };
    return { vpcId, vpcCidrBlock, subnetIds, routeTableIds, existing, tags, region, endpoints, policies };
}
