/** The public surface of the package. */
export { type FlowLogsArgs } from "./flowLogs";
export type { EndpointsPlan, PlannedNetwork, VpcPlan } from "./plan";
export type { PlannedEndpoint } from "./plan/endpoints";
export { EndpointKind } from "./plan/facts/kinds";
export { FlowLogsDestination } from "./plan/flowLogs";
export type { Problem } from "./plan/problem";
export type { PlanSummary } from "./plan/summary";
export { type Plan, PrivateVpc } from "./privateVpc";
export type { PrivateVpcArgs } from "./privateVpcArgs";
export { readSettings, type Settings } from "./settings";
export { VpcEndpoints } from "./vpcEndpoints";
export type {
    AccessArgs,
    EndpointArgs,
    EndpointOptions,
    PerimeterArgs,
    PerimeterExceptionArgs,
    VpcEndpointsArgs,
} from "./vpcEndpointsArgs";
