import type * as v from "valibot";

import type { Call } from "./calls";
import * as dns from "./dnsShapes";
import * as gateways from "./gatewayShapes";
import * as network from "./networkShapes";
import * as resolver from "./resolverShapes";
import * as roles from "./roleShapes";
import * as services from "./serviceShapes";
import * as tasks from "./taskShapes";

/** One command describes roles and the policies that are attached to them. */
const authorizations = [
    ...["iam", "get-account-authorization-details", "--filter"] as const,
    ...["Role", "LocalManagedPolicy", "AWSManagedPolicy"] as const,
] as const;

/** The commands that list everything of a kind in a Region: the command, the key of the list in its answer, its items. */
export const listings = {
    vpcs: [["ec2", "describe-vpcs"], "Vpcs", network.vpc],
    subnets: [["ec2", "describe-subnets"], "Subnets", network.subnet],
    routeTables: [["ec2", "describe-route-tables"], "RouteTables", network.routeTable],
    endpoints: [["ec2", "describe-vpc-endpoints"], "VpcEndpoints", network.endpoint],
    securityGroups: [["ec2", "describe-security-groups"], "SecurityGroups", network.securityGroup],
    securityGroupRules: [["ec2", "describe-security-group-rules"], "SecurityGroupRules", network.securityGroupRule],
    networkAcls: [["ec2", "describe-network-acls"], "NetworkAcls", network.networkAcl],
    networkInterfaces: [["ec2", "describe-network-interfaces"], "NetworkInterfaces", network.networkInterface],
    internetGateways: [["ec2", "describe-internet-gateways"], "InternetGateways", gateways.internetGateway],
    egressOnlyInternetGateways: [
        ["ec2", "describe-egress-only-internet-gateways"],
        "EgressOnlyInternetGateways",
        gateways.egressOnlyInternetGateway,
    ],
    carrierGateways: [["ec2", "describe-carrier-gateways"], "CarrierGateways", gateways.carrierGateway],
    natGateways: [["ec2", "describe-nat-gateways"], "NatGateways", gateways.natGateway],
    vpnGateways: [["ec2", "describe-vpn-gateways"], "VpnGateways", gateways.vpnGateway],
    prefixLists: [["ec2", "describe-prefix-lists"], "PrefixLists", gateways.prefixList],
    peerings: [["ec2", "describe-vpc-peering-connections"], "VpcPeeringConnections", gateways.peering],
    transitAttachments: [
        ["ec2", "describe-transit-gateway-vpc-attachments"],
        "TransitGatewayVpcAttachments",
        gateways.transitAttachment,
    ],
    anyTransitAttachments: [
        ["ec2", "describe-transit-gateway-attachments"],
        "TransitGatewayAttachments",
        gateways.anyTransitAttachment,
    ],
    managedPrefixLists: [["ec2", "describe-managed-prefix-lists"], "PrefixLists", gateways.managedPrefixList],
    resolverEndpoints: [["route53resolver", "list-resolver-endpoints"], "ResolverEndpoints", dns.resolverEndpoint],
    roleAuthorizations: [authorizations, "RoleDetailList", roles.roleAuthorization],
    policyAuthorizations: [authorizations, "Policies", roles.policyAuthorization],
    resolverRules: [["route53resolver", "list-resolver-rules"], "ResolverRules", dns.resolverRule],
    resolverRuleAssociations: [
        ["route53resolver", "list-resolver-rule-associations"],
        "ResolverRuleAssociations",
        dns.resolverRuleAssociation,
    ],
    firewallAssociations: [
        ["route53resolver", "list-firewall-rule-group-associations"],
        "FirewallRuleGroupAssociations",
        dns.firewallAssociation,
    ],
    ecsClusters: [["ecs", "list-clusters"], "clusterArns", tasks.clusterArn],
    lambdaFunctions: [["lambda", "list-functions"], "Functions", dns.lambdaFunction],
    endpointServices: [
        ["ec2", "describe-vpc-endpoint-service-configurations"],
        "ServiceConfigurations",
        services.endpointService,
    ],
    endpointConnections: [
        ["ec2", "describe-vpc-endpoint-connections"],
        "VpcEndpointConnections",
        services.endpointConnection,
    ],
    connectionNotifications: [
        ["ec2", "describe-vpc-endpoint-connection-notifications"],
        "ConnectionNotificationSet",
        services.connectionNotification,
    ],
    flowLogs: [["ec2", "describe-flow-logs"], "FlowLogs", services.flowLog],
    logGroups: [["logs", "describe-log-groups"], "logGroups", services.logGroup],
    roles: [["iam", "list-roles"], "Roles", services.role],
    firewallDomainLists: [
        ["route53resolver", "list-firewall-domain-lists"],
        "FirewallDomainLists",
        resolver.firewallDomainList,
    ],
    firewallRuleGroups: [
        ["route53resolver", "list-firewall-rule-groups"],
        "FirewallRuleGroups",
        resolver.firewallRuleGroup,
    ],
    queryLogConfigs: [
        ["route53resolver", "list-resolver-query-log-configs"],
        "ResolverQueryLogConfigs",
        resolver.queryLogConfig,
    ],
    queryLogAssociations: [
        ["route53resolver", "list-resolver-query-log-config-associations"],
        "ResolverQueryLogConfigAssociations",
        resolver.queryLogAssociation,
    ],
    hostedZones: [["route53", "list-hosted-zones"], "HostedZones", services.hostedZone],
} as const satisfies { [kind: string]: readonly [Call, string, v.GenericSchema] };
