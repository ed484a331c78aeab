import { isUnknown, unknown } from "../../components/plan/policies/iam/truth";
import type { EndpointInterface } from "../model/accessModel";
import type { DnsFirewall, FirewallRule, ResolverEndpoint } from "../model/dnsModel";
import { given, knownOr, type Maybe } from "../model/maybe";
import { resourceTypes as types } from "./resourceTypes";
import { required } from "./resourceVpcs";
import type { StackResource, StackResources } from "./stackResources";

/** The inbound and outbound Resolver endpoints of a stack. */
export function resolverEndpointsIn(stack: StackResources): ResolverEndpoint[] {
    return stack.of(...types.resolverEndpoint).map((one) => {
        const interfaces = given(stack.items(one, "ipAddresses"), (items): Maybe<EndpointInterface[]> => {
            const subnets = items.map((_, at) =>
                required(
                    stack.reference(types.subnet, one, "ipAddresses", at, "subnetId"),
                    `ipAddresses of ${one.name}`,
                )
            );
            return subnets.find(isUnknown) ?? subnets.map((subnet, at) => ({
                subnet: subnet as string,
                address: knownOr(stack.text(one, "ipAddresses", at, "ip"), undefined),
            }));
        });
        const subnet = stack.resource(types.subnet, one, "ipAddresses", 0, "subnetId");
        const vpc = isUnknown(subnet) || subnet === undefined ? undefined : stack.reference(types.vpc, subnet, "vpcId");
        return {
            id: stack.idOf(one),
            name: one.name,
            isInbound: given(stack.text(one, "direction"), (direction) => direction === "INBOUND"),
            vpc: required(vpc, `the VPC of ${one.name}`),
            interfaces,
            groups: given(
                stack.references(types.group, one, "securityGroupIds"),
                (groups): Maybe<string[]> => groups.length > 0 ? groups : unknown(`securityGroupIds of ${one.name}`),
            ),
        };
    });
}

/** The associations of DNS Firewall rule groups with VPCs, with the groups' rules. */
export function dnsFirewallsIn(stack: StackResources): DnsFirewall[] {
    return stack.of(...types.firewallAssociation).map((one) => ({
        id: stack.idOf(one),
        name: one.name,
        vpc: required(stack.reference(types.vpc, one, "vpcId"), `vpcId of ${one.name}`),
        priority: stack.number(one, "priority") ?? unknown(`priority of ${one.name}`),
        rules: rulesOf(stack, one),
    }));
}

function rulesOf(stack: StackResources, association: StackResource): Maybe<FirewallRule[]> {
    const group = stack.resource(types.firewallGroup, association, "firewallRuleGroupId");
    if (group === undefined || isUnknown(group)) return group ?? unknown(`the rule group of ${association.name}`);
    const rules = stack.of(...types.firewallRule).map((rule) => ({
        of: stack.resource(types.firewallGroup, rule, "firewallRuleGroupId"),
        priority: stack.number(rule, "priority") ?? unknown(`priority of ${rule.name}`),
        rule,
    }));
    const own = rules.filter(({ of }) => of === group);
    const late = [...rules.map(({ of }) => of), ...own.map(({ priority }) => priority)].find((one) =>
        isUnknown(one) && !one.unknown[0]!.endsWith("which is not in the stack")
    );
    if (late !== undefined) return late as { unknown: string[] };
    return own.sort((a, b) => Number(a.priority) - Number(b.priority)).map(({ rule }) => ({
        domains: domainsOf(stack, rule),
        blocks: stack.text(rule, "action") === "BLOCK",
    }));
}

function domainsOf(stack: StackResources, rule: StackResource): Maybe<string[]> {
    const list = stack.resource(types.firewallDomains, rule, "firewallDomainListId");
    if (list === undefined) return unknown(`the names of rule ${rule.name}, which DNS Firewall Advanced finds out`);
    if (isUnknown(list)) return list;
    return given(
        stack.texts(list, "domains"),
        (names) => names.map((name) => name.replace(/(.)\.$/, "$1").toLowerCase()),
    );
}
