import { PrivateVpc, readSettings } from "./components";

// Creates the VPC that the stack's config describes. Its only ways out are its endpoints and DNS queries.
const { args, options } = readSettings();
const vpc = new PrivateVpc("app", args, options);

export const {
    vpcId,
    cidrBlock,
    subnetIds,
    subnetIdsByZone,
    secondarySubnetIds,
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
