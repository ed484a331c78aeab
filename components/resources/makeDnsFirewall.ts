import { ResolverFirewallConfig } from "@pulumi/aws/route53/resolverFirewallConfig";
import { ResolverFirewallDomainList } from "@pulumi/aws/route53/resolverFirewallDomainList";
import { ResolverFirewallRule } from "@pulumi/aws/route53/resolverFirewallRule";
import { ResolverFirewallRuleGroup } from "@pulumi/aws/route53/resolverFirewallRuleGroup";
import { ResolverFirewallRuleGroupAssociation } from "@pulumi/aws/route53/resolverFirewallRuleGroupAssociation";
import * as pulumi from "@pulumi/pulumi";

import type { ExistingEndpoints } from "../aws/lookUpExisting";
import { accountOf, inPlannedRegion } from "../aws/provider";
import { reverseNames } from "../plan/dnsFirewall/allowedNames";
import type { PlannedDnsFirewall } from "../plan/dnsFirewall/plannedDnsFirewall";
import { DnsFirewallAction } from "../plan/facts/dnsFirewallAction";
import { hasPrivateDns } from "../plan/kinds/endpointKinds";
import type { LateValues } from "./lateValues";
import type { MadeEndpoint } from "./makeEndpoints";
import { makeQueryLogs } from "./makeQueryLogs";
import { tagsOf } from "./tags";

/** What has the names that are known only during the deployment. */
interface Named {
    made: MadeEndpoint[];
    existing: ExistingEndpoints;
}

/** Rules are evaluated in this order. */
const priorities = { allowed: 100, endpoints: 200, others: 300 };

/**
 * Creates the planned DNS firewall. It is associated with the VPC after all of its rules exist, and deleted in the opposite
 * order, so that names are never blocked before they are allowed.
 */
export function makeDnsFirewall(
    component: pulumi.ComponentResource,
    name: string,
    planned: PlannedDnsFirewall | undefined,
    late: LateValues,
    named: Named,
): void {
    if (!planned) return;
    const opts = { parent: component };
    const firewallName = `${name}-dns`;
    const tags = tagsOf(firewallName, late.tags);
    const group = new ResolverFirewallRuleGroup(firewallName, { tags }, opts);
    const rule = (
        list: keyof typeof priorities,
        domains: pulumi.Input<string[]>,
        action: object & { action: string },
        dependsOn: pulumi.Resource[] = [],
    ) => {
        const ruleName = `${firewallName}-${list}`;
        const listTags = tagsOf(ruleName, late.tags);
        const firewallDomainListId = new ResolverFirewallDomainList(ruleName, { domains, tags: listTags }, opts).id;
        const inputs = { firewallRuleGroupId: group.id, firewallDomainListId, priority: priorities[list], ...action };
        return new ResolverFirewallRule(ruleName, inputs, { ...opts, dependsOn });
    };
    const allowing = [
        rule("allowed", plannedNames(component, planned, late), allow),
        ...(planned.reported.length > 0 ? [rule("endpoints", reportedNames(planned, late, named), allow)] : []),
    ];
    const others = rule("others", ["*"], ofOthers[planned.action], allowing);
    const failMode = planned.failOpen === null ? [] : [
        new ResolverFirewallConfig(firewallName, {
            resourceId: late.vpcId,
            firewallFailOpen: planned.failOpen ? "ENABLED" : "DISABLED",
        }, opts),
    ];
    const logging = makeQueryLogs(component, firewallName, planned.queryLogs, late);
    new ResolverFirewallRuleGroupAssociation(firewallName, {
        vpcId: late.vpcId,
        firewallRuleGroupId: group.id,
        priority: planned.priority,
        mutationProtection: "DISABLED",
        tags,
    }, {
        ...opts,
        dependsOn: [...allowing, others, ...failMode, ...logging],
        // A VPC cannot have two associations with the same priority, not even during a replacement.
        deleteBeforeReplace: true,
    });
}

/**
 * AWS inspects every name in a chain of CNAME records by default, and the names that AWS services refer to are not
 * documented.
 */
const allow = { action: "ALLOW", firewallDomainRedirectionAction: "TRUST_REDIRECTION_DOMAIN" };

const ofOthers = {
    [DnsFirewallAction.Alert]: { action: "ALERT" },
    // After NODATA, some resolvers do not try the next domain of their search list; after NXDOMAIN, all do.
    [DnsFirewallAction.Block]: { action: "BLOCK", blockResponse: "NXDOMAIN" },
};

function plannedNames(
    component: pulumi.ComponentResource,
    { allowed }: PlannedDnsFirewall,
    { region }: LateValues,
): Promise<string[]> {
    const account = inPlannedRegion(component, region).then(() => accountOf(component));
    return account.then((accountId) => [
        ...new Set(allowed.map(({ name }) => name.replace("<accountId>", accountId))),
    ]);
}

/** The endpoints' own names as AWS reports them, Regional, zonal and private, without those that are planned. */
function reportedNames(
    { allowed, reported }: PlannedDnsFirewall,
    { vpcCidrBlock }: LateValues,
    { made, existing }: Named,
): pulumi.Output<string[]> {
    const planned = new Set(allowed.map(({ name }) => name));
    const entries = [
        ...made.filter((one) => hasPrivateDns(one.planned)).map(({ endpoint }) => endpoint.dnsEntries),
        ...Object.values(existing).flat().map((found) => found.apply(({ dnsEntries }) => dnsEntries)),
    ];
    return pulumi.all([pulumi.all(entries), vpcCidrBlock]).apply(([lists, cidrBlock]) => {
        // A user's mocks may omit them.
        const names = lists.flatMap((list) => list ?? []).map(({ dnsName }) => dnsName.toLowerCase());
        const reverse = reported.includes("vpc") ? reverseNames(cidrBlock) : [];
        return [...new Set([...names, ...reverse])].filter((one) => !planned.has(one)).sort();
    });
}
