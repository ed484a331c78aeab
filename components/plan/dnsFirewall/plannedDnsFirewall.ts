import type { Price } from "../costs/priceIn";
import type { DnsFirewallAction } from "../facts/dnsFirewallAction";

/** A name, or all names below a domain, that DNS Firewall allows. */
export interface AllowedName {
    /** The name, or `*.` and a domain. `<accountId>` is replaced with the stack's own account during the deployment. */
    name: string;
    /** What needs it: names of endpoints, e.g. `s3-gateway`, and workloads, `vpc` or `allowedDomains`. */
    usedBy: string[];
}

/** The DNS firewall of a VPC. */
export interface PlannedDnsFirewall {
    /** What happens to queries for names that are not allowed. */
    action: DnsFirewallAction;
    /** Whether queries are resolved while DNS Firewall fails to answer; `null` if the VPC's setting is not changed. */
    failOpen: boolean | null;
    /** The priority of the rule group among those of the VPC. */
    priority: number;
    /** The allowed names that are known before the deployment, sorted. */
    allowed: AllowedName[];
    /**
     * What has further allowed names that are known only during the deployment: interface endpoints, whose own DNS names AWS
     * reports, and `vpc` if its CIDR block is an output.
     */
    reported: string[];
    /** Where DNS queries are logged: in a log group created for it, or where the caller says; `null` for nowhere. */
    queryLogs: "log-group" | "given" | null;
    /** USD a month for the planned names and the rule for all others, without those that AWS reports. */
    namesUsd: number;
    /** The price of a million DNS queries from the VPC. */
    millionQueries: Price;
}
