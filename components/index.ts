/** The public surface of the package. */
export type { ConnectionArgs } from "./connectionArgs";
export { EndpointService } from "./endpointService";
export type { ConnectionNotificationArgs, EndpointServiceArgs } from "./endpointServiceArgs";
export { type FlowLogsArgs } from "./flowLogs";
export { type AwsxVpc, fromAwsx } from "./fromAwsx";
export type { EndpointsPlan, PlannedNetwork, VpcPlan } from "./plan";
export type { PlannedEndpoint } from "./plan/endpoints";
export { ConnectionEvent, IpAddressType } from "./plan/endpointService";
export { EndpointKind } from "./plan/facts/kinds";
export { FlowLogsDestination } from "./plan/flowLogs";
export type { Problem } from "./plan/problem";
export type { PlanSummary } from "./plan/summary";
export type { PrivateDnsVerification } from "./privateDnsVerification";
export { type Plan, PrivateVpc } from "./privateVpc";
export type { PrivateVpcArgs } from "./privateVpcArgs";
export { readSettings, type Settings } from "./settings";
export { VpcEndpoints } from "./vpcEndpoints";
export type {
    AccessArgs,
    EndpointArgs,
    EndpointOptions,
    EndpointsArgs,
    InVpcArgs,
    PerimeterArgs,
    PerimeterExceptionArgs,
    VpcEndpointsArgs,
} from "./vpcEndpointsArgs";
