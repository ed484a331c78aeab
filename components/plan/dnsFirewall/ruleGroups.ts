import { ownerTag } from "../facts/ownerTag";
import { fixedQuotas, quotas } from "../facts/quotas";
import type { Problem } from "../problem";
import type { PlannedDnsFirewall } from "./plannedDnsFirewall";

/** A DNS Firewall rule group that is associated with a VPC, as AWS reports it. */
export interface FoundRuleGroup {
    /** The ID of the association. */
    id: string;
    firewallRuleGroupId: string;
    name: string;
    priority: number;
    tags: { [key: string]: string };
}

const groups = "quota.firewall-groups";
const path = "dnsFirewall.priority";

/** What other rule groups of the VPC mean for a planned DNS firewall: problems that AWS would report, and warnings. */
export function checkRuleGroups(
    { priority }: PlannedDnsFirewall,
    found: FoundRuleGroup[],
    owner: string,
): { problems: Problem[]; warnings: Problem[] } {
    const others = found.filter(({ tags }) => tags[ownerTag] !== owner).sort((a, b) => a.priority - b.priority);
    const same = others.filter((one) => one.priority === priority);
    const problems = same.map(({ firewallRuleGroupId }): Problem => ({
        code: "dns-firewall.taken-priority",
        path,
        message: `the VPC's rule group ${firewallRuleGroupId} already has the priority ${priority}`,
        hint: "set another priority",
    }));
    if (others.length >= quotas[groups] && fixedQuotas.includes(groups)) {
        problems.push({
            code: groups,
            path: "dnsFirewall",
            message: `the VPC already has ${others.length} rule groups of DNS Firewall, and AWS allows ${
                quotas[groups]
            }`,
            hint: "remove one, or add this firewall's rules to one of them",
        });
    }
    const warnings = others.filter((one) => one.priority !== priority).map((one): Problem => {
        const which = `the VPC's rule group ${one.firewallRuleGroupId} with priority ${one.priority}`;
        return one.priority < priority
            ? {
                code: "dns-firewall.other-group",
                path,
                message:
                    `${which} is evaluated first and may block or allow names that this firewall decides otherwise`,
                hint: "compare its rules with the names in the report",
            }
            : {
                code: "dns-firewall.other-group",
                path,
                message: `${which} will never be evaluated, because the last rule of this firewall matches every name`,
                hint: `set a priority above ${one.priority}, so that it is evaluated first`,
            };
    });
    return { problems, warnings };
}

/** The warning if the VPC's rule groups could not be looked up. */
export function unknownRuleGroups(reason: string): Problem {
    return {
        code: "dns-firewall.other-group",
        path: "dnsFirewall",
        message: `the VPC's other rule groups of DNS Firewall are unknown: ${reason}`,
        hint:
            "allow tag:GetResources and route53resolver:GetFirewallRuleGroupAssociation, or check them in the console",
    };
}
