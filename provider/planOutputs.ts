import { type MadeEndpointsPlan, markdownReport, type Plan, type PlanSummary } from "../components";
import { summarize } from "../components/plan/summary";

/** The outputs for the plan of `VpcEndpoints`, instead of the properties of the TypeScript class. */
export interface EndpointsPlanOutputs {
    /** What is created and why, as JSON: endpoints with reasons, policies, cost, resources. */
    planJson: string;
    /** A summary of the plan, one line per endpoint, for a stack's outputs. */
    planSummary: PlanSummary;
}

/** The outputs for the plan of `PrivateVpc`, instead of the properties of the TypeScript class. */
export interface VpcPlanOutputs extends EndpointsPlanOutputs {
    /** The plan as a Markdown report, e.g. for a comment on a pull request. */
    planMarkdown: string;
}

/** The outputs for the plan of `VpcEndpoints`. */
export function endpointsPlanOutputs(plan: Plan | MadeEndpointsPlan): EndpointsPlanOutputs {
    return { planJson: JSON.stringify(plan), planSummary: summarize(plan.endpoints, plan.cost.endpointsUsd) };
}

/** The outputs for the plan of `PrivateVpc`. */
export function vpcPlanOutputs(plan: Plan): VpcPlanOutputs {
    return { ...endpointsPlanOutputs(plan), planMarkdown: markdownReport(plan) };
}
