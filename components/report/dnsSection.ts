import type { PlannedDnsFirewall } from "../plan/dnsFirewall/plannedDnsFirewall";
import { residualChannels } from "../plan/dnsFirewall/residualChannels";
import { DnsFirewallAction } from "../plan/facts/dnsFirewallAction";
import type { ReportedPlan } from "./reportedPlan";
import type { Section } from "./section";
import { countOf, grouped, listOf } from "./wording";

const page = "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall.html";

/**
 * A path that is open in every VPC without a DNS firewall.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html#amazon-dns-rules
 */
export const openLines = [
    "DNS queries leave the VPC: its Route 53 Resolver also resolves public names, so data can leave in DNS queries. Security "
    + "groups and network ACLs do not filter them.",
    `Route 53 Resolver DNS Firewall filters them: set dnsFirewall to create one that allows only the names of this plan. ${page}`,
];

/** Which DNS queries can leave the VPC, and which are logged. */
export function dnsSection(plan: ReportedPlan): Section {
    const { dnsFirewall } = plan;
    if (!dnsFirewall) return { title: "DNS", lines: openLines };
    const channels = residualChannels(plan);
    return {
        title: "DNS",
        lines: [
            ...decisionLines(dnsFirewall),
            ...nameLines(dnsFirewall),
            ...grouped(channels, ({ says }) => says).map(([says, same]) =>
                `${listOf(same.map(({ name }) => name))}: ${says}.`
            ),
        ],
    };
}

function decisionLines({ action, failOpen, queryLogs, priority }: PlannedDnsFirewall): string[] {
    return [
        action === DnsFirewallAction.Block
            ? "DNS Firewall blocks queries for all names that are not allowed here, in the whole VPC."
            : "DNS Firewall only reports queries for names that are not allowed here, so data can still leave in DNS queries. "
                + "Set dnsFirewall.action: block to block them.",
        failOpen === null
            ? "If DNS Firewall fails, the VPC's own setting decides whether queries are resolved without filtering."
            : failOpen
            ? "If DNS Firewall fails, queries are resolved without filtering (fail open)."
            : "If DNS Firewall fails, queries are not answered (fail closed).",
        {
            "log-group": "All DNS queries are logged in a CloudWatch log group.",
            "given": "All DNS queries are logged in your own destination.",
            "none": "DNS queries are not logged; set dnsFirewall.queryLogs to see which names are not allowed.",
        }[queryLogs ?? "none"],
        `The firewall's rule group has priority ${priority}: groups with a higher number are not evaluated.`,
    ];
}

function nameLines({ allowed, reported }: PlannedDnsFirewall): string[] {
    const users = [...new Set(allowed.flatMap(({ usedBy }) => usedBy))].sort();
    const namesOf = (user: string) => allowed.filter(({ usedBy }) => usedBy[0] === user).map(({ name }) => name);
    const wildcards = allowed.filter(({ name }) => name.startsWith("*")).length;
    return [
        `${countOf(allowed.length, "name")} allowed, ${wildcards} of them with a wildcard`
        + `${reported.length > 0 ? `; also the names that AWS reports for ${listOf(reported)}` : ""}.`,
        ...users.flatMap((user) => {
            const names = namesOf(user);
            return names.length > 0 ? [`For ${user}: ${listOf(names)}.`] : [];
        }),
    ];
}
