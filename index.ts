import { PrivateVpc, readSettings } from "./components";

// What the stack's config says becomes a VPC with no way out but its endpoints and DNS queries.
const { args, options } = readSettings();
const vpc = new PrivateVpc("app", args, options);

export const {
    vpcId,
    cidrBlock,
    subnetIds,
    subnetIdsByZone,
    routeTableIds,
    routeTableIdsByZone,
    gatewayEndpointIds,
    interfaceEndpointIds,
    prefixListIds,
    dnsNames,
    endpointSecurityGroupId,
    clientSecurityGroupId,
    summary: plan,
} = vpc;
