/** What DNS Firewall does with DNS queries for names that are not allowed, in AWS's words. */
export const DnsFirewallAction = {
    /** Answers that the name does not exist (`NXDOMAIN`), and logs the query if query logging is on. */
    Block: "block",
    /** Resolves the name, counts the query in CloudWatch, and logs it if query logging is on. */
    Alert: "alert",
} as const;
/** What DNS Firewall does with DNS queries for names that are not allowed. */
export type DnsFirewallAction = (typeof DnsFirewallAction)[keyof typeof DnsFirewallAction];
