import type * as pulumi from "@pulumi/pulumi";

import type { ConnectionArgs } from "../args/connectionArgs";
import type { QueryLogsArgs } from "../args/dnsFirewallArgs";
import type { EndpointArgs } from "../args/endpointArgs";
import type { VpcEndpointsArgs } from "../args/vpcEndpointsArgs";
import { asksAws } from "../plan/endpoints/confirm";
import { reachedServices } from "../plan/endpoints/existingEndpoints";
import type { PlannedEndpoint } from "../plan/kinds/endpointKinds";
import type { EndpointsPlan } from "../plan/planVpc";
import type { PolicyRequest } from "../plan/policies/endpointPolicy";
import type { PlaceholderValues } from "../plan/policies/policyDocument";
import { endpointPolicies } from "./endpointPolicies";
import { type Tags, withOwner } from "./tags";

/** An endpoint to create: what was planned, and the values that the plan lacks. */
export interface EndpointToMake<Planned extends PlannedEndpoint = PlannedEndpoint> {
    planned: Planned;
    /** Whether the service is looked up in AWS. */
    asksAws: boolean;
    /** The caller's options for an AWS service. Some may be unknown when planning, and AWS may contradict them. */
    options: Pick<EndpointArgs, "policy" | "additionalPolicy" | "access" | "fromPolicies" | "zones" | "privateDns">;
    /** The name of an endpoint service of your own or a partner's. */
    endpointService?: ConnectionArgs["serviceName"];
    /** The caller's security groups, if they are attached instead of a group created for the endpoint. */
    securityGroupIds?: pulumi.Input<string>[];
}

/** What every policy depends on and is only partly known before deployment. */
export interface PolicyContext {
    request: Omit<PolicyRequest, "service" | "overrides">;
    values: PlaceholderValues;
}

/** The values that the plan of a VPC's endpoints lacks until deployment. After planning, arguments are read only here. */
export interface LateValues extends Pick<VpcEndpointsArgs, "vpcId" | "subnetIds" | "routeTableIds"> {
    /** The VPC's primary CIDR block. */
    vpcCidrBlock: pulumi.Input<string>;
    existing: { [service: string]: pulumi.Input<string> | pulumi.Input<string>[] };
    tags: Tags | undefined;
    /** The Region of the zones. */
    region: string;
    endpoints: EndpointToMake[];
    policies: PolicyContext;
    /** The caller's options for the logs of DNS queries. */
    queryLogs?: QueryLogsArgs;
}

/** Combines a plan with the late values of its arguments. */
export function lateValues(args: VpcEndpointsArgs, plan: EndpointsPlan): LateValues {
    const { vpcId, subnetIds, routeTableIds, existing = {}, perimeter, workloads, options } = args;
    const queryLogs = args.dnsFirewall?.queryLogs;
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
    const tags = withOwner(args.tags, args.owner);
    const vpcCidrBlock = [args.vpcCidrBlock].flat()[0]!;
    const policies = { request, values: { region, partition } };
    return { vpcId, vpcCidrBlock, subnetIds, routeTableIds, existing, tags, region, endpoints, policies, queryLogs };
}
