import { types } from "../../aws/world";

const source = (file: string) =>
    `https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/${file}`;

/** The changes of a resource that AWS has no request for. */
export interface Replacement {
    /** The inputs whose change replaces the resource. */
    inputs: string[];
    /** Alternative inputs: switching from one to another replaces the resource. */
    oneOf?: string[];
    /** The provider's source code with `ForceNew` or `RequiresReplace`. */
    source: string;
}

const ruleSources = ["cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId"];

/** The changes that replace a resource, for every modelled type. */
const replacements: { [kind in keyof typeof types]: Replacement } = {
    vpc: { inputs: ["cidrBlock", "ipv4IpamPoolId", "ipv4NetmaskLength"], source: source("ec2/vpc_.go") },
    cidrAssociation: {
        inputs: ["cidrBlock", "ipv4IpamPoolId", "ipv4NetmaskLength", "vpcId"],
        source: source("ec2/vpc_ipv4_cidr_block_association.go"),
    },
    subnet: {
        inputs: [
            "availabilityZone",
            "availabilityZoneId",
            "cidrBlock",
            "ipv4IpamPoolId",
            "ipv4NetmaskLength",
            "ipv6IpamPoolId",
            "ipv6Native",
            "ipv6NetmaskLength",
            "outpostArn",
            "vpcId",
        ],
        source: source("ec2/vpc_subnet.go"),
    },
    routeTable: { inputs: ["vpcId"], source: source("ec2/vpc_route_table.go") },
    association: { inputs: ["gatewayId", "subnetId"], source: source("ec2/vpc_route_table_association.go") },
    defaultGroup: { inputs: ["vpcId"], source: source("ec2/vpc_default_security_group.go") },
    group: {
        inputs: ["description", "name", "namePrefix", "vpcId"],
        source: source("ec2/vpc_security_group.go"),
    },
    ingress: {
        inputs: ["securityGroupId"],
        oneOf: ruleSources,
        source: source("ec2/vpc_security_group_ingress_rule.go"),
    },
    egress: {
        inputs: ["securityGroupId"],
        oneOf: ruleSources,
        source: source("ec2/vpc_security_group_ingress_rule.go"),
    },
    endpoint: {
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
    loadBalancer: {
        inputs: ["customerOwnedIpv4Pool", "internal", "loadBalancerType", "name", "namePrefix"],
        source: source("elbv2/load_balancer.go"),
    },
    endpointService: { inputs: [], source: source("ec2/vpc_endpoint_service.go") },
    accepter: {
        inputs: ["vpcEndpointId", "vpcEndpointServiceId"],
        source: source("ec2/vpc_endpoint_connection_accepter.go"),
    },
    notification: {
        inputs: ["vpcEndpointId", "vpcEndpointServiceId"],
        source: source("ec2/vpc_endpoint_connection_notification.go"),
    },
    principal: {
        inputs: ["principalArn", "vpcEndpointServiceId"],
        source: source("ec2/vpc_endpoint_service_allowed_principal.go"),
    },
    record: { inputs: ["name", "type", "zoneId"], source: source("route53/record.go") },
    verification: {
        inputs: ["serviceId"],
        source: source("ec2/vpc_endpoint_service_private_dns_verification.go"),
    },
    flowLog: {
        inputs: [
            "deliverCrossAccountRole",
            "destinationOptions",
            "eniId",
            "iamRoleArn",
            "logDestination",
            "logDestinationType",
            "logFormat",
            "maxAggregationInterval",
            "subnetId",
            "trafficType",
            "transitGatewayAttachmentId",
            "transitGatewayId",
            "vpcId",
        ],
        source: source("ec2/vpc_flow_log.go"),
    },
    logGroup: { inputs: ["logGroupClass", "name", "namePrefix"], source: source("logs/group.go") },
    role: { inputs: ["name", "namePrefix", "path"], source: source("iam/role.go") },
    rolePolicy: { inputs: ["name", "namePrefix", "role"], source: source("iam/role_policy.go") },
    firewallDomains: { inputs: ["name"], source: source("route53resolver/firewall_domain_list.go") },
    firewallGroup: { inputs: ["name"], source: source("route53resolver/firewall_rule_group.go") },
    firewallRule: {
        inputs: ["dnsThreatProtection", "firewallDomainListId", "firewallRuleGroupId"],
        source: source("route53resolver/firewall_rule.go"),
    },
    firewallAssociation: {
        inputs: ["firewallRuleGroupId", "vpcId"],
        source: source("route53resolver/firewall_rule_group_association.go"),
    },
    firewallConfig: { inputs: ["resourceId"], source: source("route53resolver/firewall_config.go") },
    queryLog: { inputs: ["destinationArn", "name"], source: source("route53resolver/query_log_config.go") },
    queryLogAssociation: {
        inputs: ["resolverQueryLogConfigId", "resourceId"],
        source: source("route53resolver/query_log_config_association.go"),
    },
};

const byToken = new Map(
    Object.entries(types).map(([kind, token]) => [token, replacements[kind as keyof typeof types]]),
);

/** The changes that replace a resource of this type. */
export function replacementOf(type: string): Replacement {
    const known = byToken.get(type);
    if (known) return known;
    throw new Error(`it is not known which changes of ${type} replace it; say so in replacements.ts`);
}
