/** Type tokens of the resources of a DNS firewall and of the logs of DNS queries. */
export const firewallTypes = {
    firewallDomains: "aws:route53/resolverFirewallDomainList:ResolverFirewallDomainList",
    firewallGroup: "aws:route53/resolverFirewallRuleGroup:ResolverFirewallRuleGroup",
    firewallRule: "aws:route53/resolverFirewallRule:ResolverFirewallRule",
    firewallAssociation: "aws:route53/resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation",
    firewallConfig: "aws:route53/resolverFirewallConfig:ResolverFirewallConfig",
    queryLog: "aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig",
    queryLogAssociation: "aws:route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation",
} as const;
