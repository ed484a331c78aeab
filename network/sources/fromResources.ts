import { emptyNetwork, type Network } from "../model/network";
import { aclsIn } from "./resourceAcls";
import { privateZonesIn, resolverRulesIn } from "./resourceDns";
import { endpointsIn, gatewayRoutes, prefixListOf, prefixListsIn } from "./resourceEndpoints";
import { gatewaysIn, peeringsIn } from "./resourceGateways";
import { securityGroupsIn } from "./resourceGroups";
import { publicAddressesIn } from "./resourcePublicAddresses";
import { dnsFirewallsIn, resolverEndpointsIn } from "./resourceResolver";
import { routeTablesIn } from "./resourceRoutes";
import { transitAttachmentsIn } from "./resourceTransit";
import { subnetsIn, vpcsIn } from "./resourceVpcs";
import { type StackResource, StackResources } from "./stackResources";
import { workloadsIn } from "./workloads/resourceWorkloads";

/**
 * The networks of any stack, deployed or only previewed. A VPC of the stack has what the stack declares for it, and what AWS
 * creates with it; of a VPC of another stack, only that is known.
 */
export function networkOfResources(resources: StackResource[], region: string): Network {
    const stack = new StackResources(resources);
    const account = accountIn(resources);
    const vpcs = vpcsIn(stack);
    const endpoints = endpointsIn(stack, region);
    const network: Network = {
        ...emptyNetwork(region),
        accountId: account,
        vpcs,
        subnets: subnetsIn(stack),
        routeTables: routeTablesIn(stack, vpcs, gatewayRoutes(stack, endpoints)),
        prefixLists: prefixListsIn(stack, endpoints),
        networkAcls: aclsIn(stack, vpcs.map(({ id }) => id)),
        securityGroups: securityGroupsIn(stack, vpcs.map(({ id }) => id), prefixListOf(stack, endpoints)),
        endpoints,
        publicAddresses: publicAddressesIn(stack),
        gateways: gatewaysIn(stack),
        peerings: peeringsIn(stack),
        transitAttachments: transitAttachmentsIn(stack, vpcs),
        privateZones: privateZonesIn(stack),
        resolverRules: resolverRulesIn(stack),
        resolverEndpoints: resolverEndpointsIn(stack),
        dnsFirewalls: dnsFirewallsIn(stack),
        ...workloadsIn(stack, region, account),
    };
    return { ...network, assumptions: [...stack.assumptions].sort() };
}

/** The account of the resources that have an ARN. */
export function accountIn(resources: StackResource[]): string | undefined {
    for (const { properties: { arn } } of resources) {
        const account = typeof arn === "string" ? arn.split(":")[4] : undefined;
        if (account && /^\d{12}$/.test(account)) return account;
    }
    return undefined;
}
