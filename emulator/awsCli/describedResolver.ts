import { type Attributes, types } from "../aws/world";
import type { ListedAccount } from "./listedAccount";
import { tagsOf } from "./tagList";

/** The answers of Route 53 Resolver, by operation. */
export const describedResolver: {
    [operation: string]: (account: ListedAccount, options: { [option: string]: string }) => Attributes;
} = {
    "list-firewall-domain-lists": ({ all }) => ({
        FirewallDomainLists: all(types.firewallDomains).map(({ id, attributes: { arn, name } }) => ({
            Id: id,
            Arn: arn,
            Name: name ?? id,
        })),
    }),
    "list-firewall-rule-groups": ({ all }) => ({
        FirewallRuleGroups: all(types.firewallGroup).map(({ id, attributes: { arn, name } }) => ({
            Id: id,
            Arn: arn,
            Name: name ?? id,
        })),
    }),
    "list-firewall-rules": ({ all }, options) => ({
        FirewallRules: all(types.firewallRule).filter(({ attributes }) =>
            attributes.firewallRuleGroupId === options["--firewall-rule-group-id"]
        ).map(({ id, attributes: { firewallRuleGroupId, firewallDomainListId, name, priority, action } }) => ({
            FirewallRuleGroupId: firewallRuleGroupId,
            FirewallDomainListId: firewallDomainListId,
            Name: name ?? id,
            Priority: priority,
            Action: action,
        })),
    }),
    "list-firewall-rule-group-associations": ({ all }) => ({
        FirewallRuleGroupAssociations: all(types.firewallAssociation).map(({ id, attributes }) => ({
            Id: id,
            Arn: attributes.arn,
            FirewallRuleGroupId: attributes.firewallRuleGroupId,
            VpcId: attributes.vpcId,
            Name: attributes.name ?? id,
            Priority: attributes.priority,
        })),
    }),
    "list-resolver-query-log-configs": ({ all }) => ({
        ResolverQueryLogConfigs: all(types.queryLog).map(({ id, attributes: { arn, name, destinationArn } }) => ({
            Id: id,
            Arn: arn,
            Name: name ?? id,
            DestinationArn: destinationArn,
        })),
    }),
    "list-resolver-query-log-config-associations": ({ all }) => ({
        ResolverQueryLogConfigAssociations: all(types.queryLogAssociation).map(({ id, attributes }) => ({
            Id: id,
            ResolverQueryLogConfigId: attributes.resolverQueryLogConfigId,
            ResourceId: attributes.resourceId,
        })),
    }),
    "list-tags-for-resource": ({ all }, options) => {
        const tagged = [types.firewallDomains, types.firewallGroup, types.firewallAssociation, types.queryLog];
        const found = tagged.flatMap(all).find(({ attributes }) => attributes.arn === options["--resource-arn"]);
        if (found) return { Tags: tagsOf(found) };
        throw new Error("An error occurred (ResourceNotFoundException): it does not exist");
    },
};
