import { emptyNetwork, type Network } from "../model/network";
import { privateZonesIn, resolverRulesIn } from "./resourceDns";
import { endpointsIn, gatewayRoutes, prefixListOf, prefixListsIn } from "./resourceEndpoints";
import { gatewaysIn, peeringsIn } from "./resourceGateways";
import { securityGroupsIn } from "./resourceGroups";
import { dnsFirewallsIn, resolverEndpointsIn } from "./resourceResolver";
import { transitAttachmentsIn } from "./resourceTransit";
import { resourceTypes as types } from "./resourceTypes";
import { networkAclsIn, routeTablesIn, subnetsIn, vpcsIn } from "./resourceVpcs";
import { type StackResource, StackResources } from "./stackResources";
import { workloadsIn } from "./workloads/resourceWorkloads";

/**
 * The networks of any stack, deployed or only previewed. A VPC of the stack has what the stack declares for it, and what AWS
 * creates with it; of a VPC of another stack, only that is known.
 */
export function networkOfResources(resources: StackResource[], region: string): Network {
    const stack = new StackResources(resources);
    const account = accountIn(resources) ?? trustedIn(stack);
    const vpcs = vpcsIn(stack);
    const endpoints = endpointsIn(stack, region);
    const network: Network = {
        ...emptyNetwork(region),
        accountId: account,
        vpcs,
        subnets: subnetsIn(stack),
        routeTables: routeTablesIn(stack, vpcs, gatewayRoutes(stack, endpoints)),
        prefixLists: prefixListsIn(stack, endpoints),
        networkAcls: networkAclsIn(stack, vpcs),
        securityGroups: securityGroupsIn(stack, vpcs.map(({ id }) => id), prefixListOf(stack, endpoints)),
        endpoints,
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

/** The only account that endpoint policies name: before a deployment, nothing else shows which account the stack is for. */
function trustedIn(stack: StackResources): string | undefined {
    const policies = stack.of(...types.endpoint, ...types.endpointPolicy).map((one) => stack.text(one, "policy"));
    const texts = policies.filter((policy) => typeof policy === "string");
    const [account, ...others] = new Set(texts.flatMap((policy) => policy.match(/(?<!\d)\d{12}(?!\d)/g) ?? []));
    if (account === undefined || others.length > 0) return undefined;
    stack.assumptions.add(`The account is ${account}, the only one that endpoint policies name.`);
    return account;
}

/** The account of the resources that have an ARN. */
function accountIn(resources: StackResource[]): string | undefined {
    for (const { properties: { arn } } of resources) {
        const account = typeof arn === "string" ? arn.split(":")[4] : undefined;
        if (account && /^\d{12}$/.test(account)) return account;
    }
    return undefined;
}
