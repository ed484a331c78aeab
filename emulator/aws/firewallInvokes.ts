import { LookUpError } from "./error";
import { type Attributes, types, type World } from "./world";

/** AWS's answers to lookups of DNS Firewall's rule groups, by token. */
export const firewallInvokes: { [token: string]: (args: Attributes, world: World) => Attributes } = {
    // Only resources that have or had tags: https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/API_GetResources.html
    "aws:resourcegroupstaggingapi/getResources:getResources": ({ resourceTypeFilters = [] }, world) => {
        const only = resourceTypeFilters.includes("route53resolver:firewall-rule-group-association");
        const found = only ? world.all(types.firewallAssociation, ({ tags }) => tags !== undefined) : [];
        return {
            resourceTagMappingLists: found.map(({ id, attributes: { tags, tagsAll } }) => ({
                resourceArn:
                    `arn:aws:route53resolver:${world.region}:${world.accountId}:firewall-rule-group-association/${id}`,
                tags: tagsAll ?? tags,
                complianceDetails: [],
            })),
        };
    },
    "aws:route53/getResolverFirewallRuleGroupAssociation:getResolverFirewallRuleGroupAssociation": (
        { firewallRuleGroupAssociationId: id },
        world,
    ) => {
        const found = world.find(id);
        if (found) return { id, name: found.name, ...found.attributes };
        throw new LookUpError(
            `reading Route53 Resolver Firewall Rule Group Association (${id}): couldn't find resource`,
        );
    },
};
