import { getResources } from "@pulumi/aws/resourcegroupstaggingapi/getResources";
import { getResolverFirewallRuleGroupAssociation } from "@pulumi/aws/route53/getResolverFirewallRuleGroupAssociation";
import * as pulumi from "@pulumi/pulumi";

import type { PlannedDnsFirewall } from "../plan/dnsFirewall/plannedDnsFirewall";
import { checkRuleGroups, type FoundRuleGroup, unknownRuleGroups } from "../plan/dnsFirewall/ruleGroups";
import type { Problem } from "../plan/problem";
import { defaultOwner } from "../resources/tags";
import { ask } from "./ask";

/**
 * Problems and warnings about the rule groups of DNS Firewall that a VPC has. The provider cannot list a VPC's associations,
 * so that they are found by their tags: one that never had a tag is not found.
 *
 * Source: https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/API_GetResources.html
 */
export async function otherRuleGroups(
    { vpcId, owner = defaultOwner() }: { vpcId: string; owner?: string },
    planned: PlannedDnsFirewall | undefined,
    opts: pulumi.InvokeOptions,
): Promise<{ problems: Problem[]; warnings: Problem[] }> {
    if (!planned) return { problems: [], warnings: [] };
    const what = "rule groups of DNS Firewall";
    const { value, problems } = await ask("dnsFirewall", what, foundIn(vpcId, opts));
    if (value) return checkRuleGroups(planned, value, owner);
    return { problems: [], warnings: problems.map(({ message }) => unknownRuleGroups(message)) };
}

async function foundIn(vpcId: string, opts: pulumi.InvokeOptions): Promise<FoundRuleGroup[]> {
    const resourceTypeFilters = ["route53resolver:firewall-rule-group-association"];
    const { resourceTagMappingLists } = await getResources({ resourceTypeFilters }, opts);
    const found = await Promise.all(resourceTagMappingLists.map(async ({ resourceArn, tags }) => {
        const firewallRuleGroupAssociationId = resourceArn.split("/").at(-1)!;
        const one = await getResolverFirewallRuleGroupAssociation({ firewallRuleGroupAssociationId }, opts);
        return { ...one, tags };
    }));
    return found.filter((one) => one.vpcId === vpcId);
}
