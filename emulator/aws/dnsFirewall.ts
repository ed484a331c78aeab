import { type Made, types } from "./world";

/** What DNS Firewall does with a query; `none` if no rule matches, which resolves it. */
export type Decision = "ALLOW" | "ALERT" | "BLOCK" | "none";

/**
 * The decision of a VPC's DNS firewall about a query and the chain of names that the answers redirect it to. The first rule
 * that matches decides, in the order of the priorities of rule groups and of rules. A rule that trusts redirections decides for
 * the whole chain; otherwise each name in the chain is inspected, and one that is blocked blocks the query.
 *
 * Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall-overview.html
 */
export function decide(made: Made[], vpcId: string, [name, ...redirections]: string[]): Decision {
    const rule = firstMatch(made, vpcId, name!);
    if (!rule) return redirections.length > 0 ? decide(made, vpcId, redirections) : "none";
    const { action, firewallDomainRedirectionAction } = rule.attributes;
    if (action === "BLOCK" || redirections.length === 0) return action;
    if (firewallDomainRedirectionAction === "TRUST_REDIRECTION_DOMAIN") return action;
    const next = decide(made, vpcId, redirections);
    return next === "none" ? action : next;
}

function firstMatch(made: Made[], vpcId: string, name: string): Made | undefined {
    const ofType = (type: string) => made.filter((one) => one.type === type);
    const byPriority = (one: Made, other: Made) => one.attributes.priority - other.attributes.priority;
    const groups = ofType(types.firewallAssociation).filter(({ attributes }) => attributes.vpcId === vpcId);
    return groups.sort(byPriority)
        .flatMap(({ attributes }) =>
            ofType(types.firewallRule).filter((rule) =>
                rule.attributes.firewallRuleGroupId === attributes.firewallRuleGroupId
            ).sort(byPriority)
        )
        .find(({ attributes }) => {
            const list = made.find(({ id }) => id === attributes.firewallDomainListId);
            return (list?.attributes.domains ?? []).some((domain: string) => matches(domain, name));
        });
}

/**
 * Whether a domain of a list matches a name. An asterisk at the start is any text, so that `*.example.com` matches every name
 * below example.com. AWS does not document whether it also matches example.com itself; here it does not.
 */
function matches(domain: string, name: string): boolean {
    const [listed, asked] = [domain, name].map((text) => text.toLowerCase().replace(/\.$/, ""));
    return listed!.startsWith("*")
        ? asked!.endsWith(listed!.slice(1)) && asked!.length > listed!.length - 1
        : asked === listed;
}
