/** The public surface of the package. */
export { type FlowLogsArgs } from "./flowLogs";
export { EndpointKind } from "./plan/facts/kinds";
export { FlowLogsDestination } from "./plan/flowLogs";
export { type Plan, PrivateVpc } from "./privateVpc";
export type { PrivateVpcArgs } from "./privateVpcArgs";
export { readSettings, type Settings } from "./settings";
export { VpcEndpoints } from "./vpcEndpoints";
export type { EndpointArgs, VpcEndpointsArgs } from "./vpcEndpointsArgs";
