import { isUnknown } from "../../components/plan/policies/iam/truth";
import type { DnsFirewall } from "../model/dnsModel";
import { given, type Maybe } from "../model/maybe";
import type { NetworkIndex } from "../model/networkIndex";
import { isWithin } from "../model/serviceHosts";

/** What the first rule of DNS Firewall that matches a name does, and the firewall that it is of. */
export interface FirewallRuling {
    firewall: DnsFirewall;
    blocks: Maybe<boolean>;
}

/**
 * The associations of DNS Firewall rule groups with a VPC, in the order in which they are applied: the lowest priority first
 * (https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall-vpc-protections.html).
 */
export function firewallsOf(index: NetworkIndex, vpc: string): Maybe<DnsFirewall[]> {
    return given(index.inVpc("dnsFirewalls", vpc), (firewalls): Maybe<DnsFirewall[]> => {
        const late = firewalls.map(({ priority }) => priority).find(isUnknown);
        if (late !== undefined && firewalls.length > 1) return late as { unknown: string[] };
        return [...firewalls].sort((a, b) => Number(a.priority) - Number(b.priority));
    });
}

/** What DNS Firewall does with a query; `undefined` if no rule matches it, so that it is answered. */
export function rulingFor(firewalls: DnsFirewall[], host: string): FirewallRuling | undefined {
    for (const firewall of firewalls) {
        const { rules } = firewall;
        if (isUnknown(rules)) return { firewall, blocks: rules };
        for (const { domains, blocks } of rules) {
            if (isUnknown(domains)) return { firewall, blocks: domains };
            if (domains.some((one) => isMatch(one, host))) return { firewall, blocks };
        }
    }
    return undefined;
}

function isMatch(domain: string, host: string): boolean {
    return domain === "*" || domain === host || isWildcardFor(domain, host);
}

/** Whether a name such as `*.example.com` matches a host name, with any number of labels for its asterisk. */
export function isWildcardFor(name: string, host: string): boolean {
    return name.startsWith("*.") && isWithin(name.slice(2), host) && host !== name.slice(2);
}

/** What DNS Firewall leaves open: whether it blocks all other names, and the names that its rules allow before that. */
export interface Openness {
    /** The firewall that blocks all names which no earlier rule allows. */
    closing?: DnsFirewall;
    /** The wildcard names that are allowed, in which data can leave; `*` for all names. */
    wildcards: string[];
    unknown: string[];
}

/** What DNS Firewall leaves open in a VPC. A name is allowed if the first rule that matches it does. */
export function opennessOf(firewalls: DnsFirewall[]): Openness {
    const allowed: string[] = [];
    const open: string[] = [];
    const blocked: string[] = [];
    for (const firewall of firewalls) {
        const rules = isUnknown(firewall.rules) ? [{ domains: firewall.rules, blocks: false }] : firewall.rules;
        for (const { domains, blocks } of rules) {
            // A rule that blocks some more names leaves no others open.
            if (isUnknown(domains)) {
                if (!blocks) open.push(...domains.unknown);
                continue;
            }
            if (blocks && domains.includes("*")) return { closing: firewall, wildcards: allowed, unknown: open };
            if (blocks) blocked.push(...domains);
            else allowed.push(...domains.filter((one) => one.startsWith("*") && !blocked.includes(one)));
        }
    }
    return { wildcards: allowed, unknown: open };
}
