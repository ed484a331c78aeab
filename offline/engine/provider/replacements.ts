import { types } from "../../aws/world";

const source = (file: string) =>
    `https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/${file}`;

/** A change that AWS offers no request for. */
interface Replacement {
    /** The inputs whose change makes a new resource. */
    inputs: string[];
    /** Inputs of which one takes the place of another: a change of which one is given makes a new resource. */
    oneOf?: string[];
    /** Where the provider says so: `ForceNew`, or `RequiresReplace`. */
    source: string;
}

const ruleSources = ["cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId"];

/** Which changes replace a resource, by type token. */
export const replacements: { [type: string]: Replacement } = {
    [types.vpc]: { inputs: ["cidrBlock", "ipv4IpamPoolId", "ipv4NetmaskLength"], source: source("ec2/vpc_.go") },
    [types.subnet]: {
        inputs: ["availabilityZone", "availabilityZoneId", "cidrBlock", "outpostArn", "vpcId"],
        source: source("ec2/vpc_subnet.go"),
    },
    [types.routeTable]: { inputs: ["vpcId"], source: source("ec2/vpc_route_table.go") },
    [types.association]: { inputs: ["gatewayId", "subnetId"], source: source("ec2/vpc_route_table_association.go") },
    [types.defaultGroup]: { inputs: ["vpcId"], source: source("ec2/vpc_default_security_group.go") },
    [types.group]: {
        inputs: ["description", "name", "namePrefix", "vpcId"],
        source: source("ec2/vpc_security_group.go"),
    },
    [types.ingress]: {
        inputs: ["securityGroupId"],
        oneOf: ruleSources,
        source: source("ec2/vpc_security_group_ingress_rule.go"),
    },
    [types.egress]: {
        inputs: ["securityGroupId"],
        oneOf: ruleSources,
        source: source("ec2/vpc_security_group_ingress_rule.go"),
    },
    [types.endpoint]: {
        inputs: [
            "resourceConfigurationArn",
            "serviceName",
            "serviceNetworkArn",
            "serviceRegion",
            "vpcEndpointType",
            "vpcId",
        ],
        source: source("ec2/vpc_endpoint.go"),
    },
    [types.flowLog]: {
        inputs: [
            "deliverCrossAccountRole",
            "destinationOptions",
            "iamRoleArn",
            "logDestination",
            "logDestinationType",
            "logFormat",
            "maxAggregationInterval",
            "trafficType",
            "vpcId",
        ],
        source: source("ec2/vpc_flow_log.go"),
    },
    [types.logGroup]: { inputs: ["logGroupClass", "name", "namePrefix"], source: source("logs/group.go") },
    [types.role]: { inputs: ["name", "namePrefix", "path"], source: source("iam/role.go") },
    [types.rolePolicy]: { inputs: ["name", "namePrefix", "role"], source: source("iam/role_policy.go") },
};
