import type { Known, Schema } from "./args/contract";
import { inVpc, type InVpcArgs } from "./args/inVpcArgs";
import { privateVpc, type PrivateVpcArgs } from "./args/privateVpcArgs";
import { notAbout, readArgs } from "./args/readArgs";
import { plannableVpcEndpoints, type PlannableVpcEndpointsArgs, type VpcEndpointsArgs } from "./args/vpcEndpointsArgs";
import { inOrigin } from "./config/origin";
import { type EndpointsPlan, type Planned, planVpc, planVpcEndpoints as planWith, type VpcPlan } from "./plan/planVpc";
import type { Problem } from "./plan/problem";
import { endpointPolicies } from "./resources/endpointPolicies";

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
    return named(args, planVpcOf(args));
}

/** What `new VpcEndpoints` would make of these arguments, and why, or everything that is wrong with them. */
export function planVpcEndpoints(args: PlannableVpcEndpointsArgs): Planned<EndpointsPlan> {
    return named(args, planEndpointsOf(plannableVpcEndpoints, args));
}

/** The plan of a private VPC; its problems have the paths of its arguments, wherever those were read from. */
export function planVpcOf(args: PrivateVpcArgs): Planned<VpcPlan> {
    return planned(privateVpc, args, (known, unread) => planVpc(known, endpointPolicies(), unread));
}

const plans = new WeakMap<object, EndpointsPlan>();

/** Arguments that are planned already, so that whatever is made of them is not planned once more. */
export function withPlan<T extends VpcEndpointsArgs>(args: T, plan: EndpointsPlan): T {
    plans.set(args, plan);
    return args;
}

/** The plan that arguments came with. */
export function planOf(args: VpcEndpointsArgs): EndpointsPlan | undefined {
    return plans.get(args);
}

/** The plan of the endpoints of a VPC, of arguments that have this schema. */
export function planEndpointsOf<T extends PlannableVpcEndpointsArgs>(
    schema: Schema<T>,
    args: T,
): Planned<EndpointsPlan> {
    return planned(schema, args, (known, unread) => {
        const { subnetIds, ...request } = known as Known<PlannableVpcEndpointsArgs>;
        return planWith(request, Object.keys(subnetIds), endpointPolicies(), unread);
    });
}

/** Everything wrong with arguments for a VPC of which nothing is known yet. */
export function checkInVpc(args: InVpcArgs): Problem[] {
    return planned(inVpc, args, ({ vpcId, availabilityZones, subnetIds, routeTableIds, ...request }, unread) => {
        const { problems } = planWith(request, [], endpointPolicies(), unread);
        return { problems: problems.filter(({ path }) => path !== "subnetIds") };
    }).problems;
}

function named<Plan>(args: unknown, result: Planned<Plan>): Planned<Plan> {
    return result.plan ? result : { problems: inOrigin(args, result.problems, "").problems };
}

/** Reads the arguments and plans what is right with them, so that everything that is wrong is found at once. */
function planned<T extends object, Plan>(
    schema: Schema<T>,
    args: T,
    plan: (known: Known<T>, unread: string[]) => Planned<Plan>,
): Planned<Plan> {
    const { known, problems } = readArgs(schema, args);
    const result = plan(known, problems.map(({ path }) => path));
    if (result.plan && problems.length === 0) return result;
    return { problems: [...problems, ...notAbout(problems, result.problems)] };
}
