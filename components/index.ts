/** The public surface of the package. */
export { type FlowLogsArgs } from "./flowLogs";
export { FlowLogsDestination } from "./plan/flowLogs";
export { EndpointKind } from "./plan/kinds";
export { type Plan, PrivateVpc, type PrivateVpcArgs } from "./privateVpc";
export { readSettings, type Settings } from "./settings";
export { type EndpointArgs, VpcEndpoints, type VpcEndpointsArgs } from "./vpcEndpoints";
