import { type EndpointsPlan, type Planned, planVpc, planVpcEndpoints as planWith, type VpcPlan } from "./plan";
import { endpointPolicies } from "./policies";
import type { PrivateVpcArgs } from "./privateVpcArgs";
import type { VpcEndpointsArgs } from "./vpcEndpointsArgs";

/**
 * What `new PrivateVpc` would make of these arguments, and why, or everything that is wrong with them. It declares
 * nothing, and needs neither Pulumi's engine nor AWS.
 *
 * ```typescript
 * const { plan, problems } = planPrivateVpc({ cidrBlock: "10.0.0.0/16", availabilityZones: ["us-east-1a"], services: ["sqs"] });
 * console.log(plan ? markdownReport(plan) : describeProblems(problems, "app"));
 * ```
 */
export function planPrivateVpc(args: PrivateVpcArgs): Planned<VpcPlan> {
    return planVpc(args, endpointPolicies());
}

/** What `new VpcEndpoints` would make of these arguments, and why, or everything that is wrong with them. */
export function planVpcEndpoints(args: Omit<VpcEndpointsArgs, "vpcId">): Planned<EndpointsPlan> {
    return planWith(args, Object.keys(args.subnetIds), endpointPolicies());
}
