import type { Known, Schema } from "./args/contract";
import { inVpc, type InVpcArgs } from "./args/inVpcArgs";
import { privateVpc, type PrivateVpcArgs } from "./args/privateVpcArgs";
import { deprecations, notAbout, readArgs } from "./args/readArgs";
import {
    placementRows,
    plannableVpcEndpoints,
    type PlannableVpcEndpointsArgs,
    type VpcEndpointsArgs,
} from "./args/vpcEndpointsArgs";
import { inOrigin, warningsOf } from "./config/origin";
import { checkVpcRanges, vpcRanges } from "./plan/endpoints/vpcRanges";
import { withExamplesOf } from "./plan/exampleRegion";
import { checkPlacement, repeatedIds } from "./plan/network/resourceIds";
import { possibleZones } from "./plan/network/zones";
import { type EndpointsPlan, type Planned, planVpc, type VpcPlan } from "./plan/planVpc";
import { planVpcEndpoints as planWith } from "./plan/planVpcEndpoints";
import type { Problem } from "./plan/problem";
import { endpointPolicies } from "./resources/endpointPolicies";

/**
 * Plans what `new PrivateVpc` would create, with reasons and cost, or returns every problem in the arguments. Declares
 * no resources; needs neither the Pulumi engine nor AWS.
 *
 * ```typescript
 * const { plan, problems } = planPrivateVpc({ cidrBlock: "10.0.0.0/16", availabilityZones: ["us-east-1a"], services: ["sqs"] });
 * console.log(plan ? markdownReport(plan) : describeProblems(problems, "app"));
 * ```
 */
export function planPrivateVpc(args: PrivateVpcArgs): Planned<VpcPlan> {
    return named(args, planVpcOf(args));
}

/** Plans what `new VpcEndpoints` would create, with reasons and cost, or returns every problem in the arguments. */
export function planVpcEndpoints(args: PlannableVpcEndpointsArgs): Planned<EndpointsPlan> {
    return named(args, planEndpointsOf(plannableVpcEndpoints, args));
}

/** Plans a private VPC. Problems have the paths of the arguments, even if these were read from the config. */
export function planVpcOf(args: PrivateVpcArgs): Planned<VpcPlan> {
    const { plan, problems } = planned(privateVpc, args, (known, unread) => planVpc(known, endpointPolicies(), unread));
    if (!plan) return { problems };
    return { plan: { ...plan, warnings: [...warningsOf(args), ...plan.warnings] }, problems };
}

const plans = new WeakMap<object, EndpointsPlan>();

/** Attaches a plan to arguments, so that the component created from them does not plan again. */
export function withPlan<T extends VpcEndpointsArgs>(args: T, plan: EndpointsPlan): T {
    plans.set(args, plan);
    return args;
}

/** The plan attached to arguments by `withPlan`. */
export function planOf(args: VpcEndpointsArgs): EndpointsPlan | undefined {
    return plans.get(args);
}

/** Plans the endpoints of a VPC from arguments of this schema. */
export function planEndpointsOf<T extends PlannableVpcEndpointsArgs>(
    schema: Schema<T>,
    args: T,
): Planned<EndpointsPlan> {
    return planned(schema, args, (known, unread) => {
        const { subnetIds, ...request } = known as Known<PlannableVpcEndpointsArgs>;
        const wrong = [...checkPlacement({ subnetIds, ...request }), ...checkVpcRanges(request)];
        const { plan, problems } = planWith(
            { ...request, ...vpcRanges(request) },
            Object.keys(subnetIds),
            endpointPolicies(),
            [...unread, ...wrong.map(({ path }) => path)],
        );
        if (!plan || wrong.length > 0) return { problems: [...wrong, ...problems] };
        const warnings = [
            ...deprecations(placementRows, request),
            ...repeatedIds("routeTableIds", request.routeTableIds),
            ...plan.warnings,
        ];
        return { plan: { ...plan, warnings }, problems: [] };
    });
}

/** Every problem in the arguments of `VpcEndpoints.inVpc` that can be found before the VPC is looked up. */
export function checkInVpc(args: InVpcArgs): Problem[] {
    return planned(inVpc, args, ({ vpcId, availabilityZones, subnetIds, routeTableIds, ...request }, unread) => {
        const { problems } = planWith(request, [], endpointPolicies(), unread);
        return { problems: problems.filter(({ path }) => path !== "subnetIds") };
    }).problems;
}

/** The Region of the zones, if they are all in one. */
function regionOf(
    { availabilityZones, subnetIds = {} }: { availabilityZones?: string[]; subnetIds?: object },
): string | undefined {
    return possibleZones(availabilityZones ?? Object.keys(subnetIds))[0]?.region;
}

function named<Plan>(args: unknown, result: Planned<Plan>): Planned<Plan> {
    return result.plan ? result : { problems: inOrigin(args, result.problems, "").problems };
}

/** Reads the arguments and plans with the valid ones, so that all problems are found at once. */
function planned<T extends object, Plan>(
    schema: Schema<T>,
    args: T,
    plan: (known: Known<T>, unread: string[]) => Planned<Plan>,
): Planned<Plan> {
    const { known, problems } = readArgs(schema, args);
    const result = plan(known, problems.map(({ path }) => path));
    if (result.plan && problems.length === 0) return result;
    const region = regionOf(known as { availabilityZones?: string[]; subnetIds?: object });
    return { problems: withExamplesOf(region, [...problems, ...notAbout(problems, result.problems)]) };
}
