import type { Details } from "../../inventory/readDetails";
import type { Inventory } from "../../inventory/readInventory";
import { type Found, tagMap, tokens } from "./found";

/** The parts of DNS firewalls and of query logs, in the order in which they can be deleted. */
export function foundDnsFirewall(inventory: Inventory, details: Details): Found[] {
    const { firewallAssociations, firewallDomainLists, firewallRuleGroups } = inventory;
    const { queryLogAssociations, queryLogConfigs } = inventory;
    const tagsOf = (arn: string) => tagMap(details.resolverTags[arn] ?? []);
    const command = (operation: string, ...options: string[]) => ["route53resolver", operation, ...options];
    return [
        ...firewallAssociations.map(({ Id: id, Arn, VpcId: vpcId }): Found => ({
            type: tokens.firewallAssociation,
            id,
            tags: tagsOf(Arn ?? ""),
            vpcId: vpcId ?? undefined,
            deletion: command("disassociate-firewall-rule-group", "--firewall-rule-group-association-id", id),
        })),
        ...Object.entries(details.firewallRules).flatMap(([group, rules]) =>
            rules.map(({ FirewallDomainListId: list }): Found => ({
                type: tokens.firewallRule,
                id: `${group}:${list}`,
                tags: {},
                of: { type: tokens.firewallGroup, id: group },
                deletion: command(
                    "delete-firewall-rule",
                    "--firewall-rule-group-id",
                    group,
                    "--firewall-domain-list-id",
                    list!,
                ),
            }))
        ),
        ...firewallRuleGroups.map(({ Id: id, Arn }): Found => ({
            type: tokens.firewallGroup,
            id,
            tags: tagsOf(Arn),
            deletion: command("delete-firewall-rule-group", "--firewall-rule-group-id", id),
        })),
        ...firewallDomainLists.filter(({ ManagedOwnerName: owner }) => !owner).map(({ Id: id, Arn }): Found => ({
            type: tokens.firewallDomains,
            id,
            tags: tagsOf(Arn),
            deletion: command("delete-firewall-domain-list", "--firewall-domain-list-id", id),
        })),
        ...queryLogAssociations.map(({ Id: id, ResolverQueryLogConfigId: config, ResourceId: vpc }): Found => ({
            type: tokens.queryLogAssociation,
            id,
            tags: {},
            setsFor: vpc,
            of: { type: tokens.queryLog, id: config },
            deletion: command(
                "disassociate-resolver-query-log-config",
                "--resolver-query-log-config-id",
                config,
                "--resource-id",
                vpc,
            ),
        })),
        ...queryLogConfigs.map(({ Id: id, Arn }): Found => ({
            type: tokens.queryLog,
            id,
            tags: tagsOf(Arn),
            deletion: command("delete-resolver-query-log-config", "--resolver-query-log-config-id", id),
        })),
    ];
}
