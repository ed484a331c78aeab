import type * as pulumi from "@pulumi/pulumi";

import { checkDomains } from "../plan/dnsFirewall/checkDomains";
import { DnsFirewallAction } from "../plan/facts/dnsFirewallAction";
import { boolean, integer, list, object, oneOf, type Rows, secret, text } from "./contract";

/** The destination of the logs of all DNS queries in a VPC. */
export interface QueryLogsArgs {
    /**
     * ARN of a log group, an S3 bucket or a Firehose stream of your own, e.g. `arn:aws:s3:::my-query-logs`.
     *
     * @default - a CloudWatch log group that is created for them
     */
    destinationArn?: pulumi.Input<string>;
    /** Retention of the created log group in days, one of AWS's values, e.g. 90; 0 keeps them forever. @default 30 */
    retentionInDays?: number;
}

/**
 * A Route 53 Resolver DNS Firewall for the whole VPC. It allows the names that the plan needs: those of the endpoints and
 * workloads, of the VPC itself, and `allowedDomains`.
 *
 * AWS charges for each domain name in the lists and for DNS queries (https://aws.amazon.com/route53/pricing/).
 */
export interface DnsFirewallArgs {
    /**
     * What happens to queries for all other names: `block` answers that the name does not exist; `alert` resolves it, and
     * counts and logs the query.
     *
     * @default - `block` for `PrivateVpc`; `alert` for `VpcEndpoints` and `inVpc`, because it affects every workload in the VPC
     */
    action?: DnsFirewallAction;
    /**
     * Further names that may be resolved, e.g. `["db.corp.example.com", "*.corp.example.com"]`. `*.` covers every name below
     * a domain, but not the domain itself.
     *
     * @default []
     */
    allowedDomains?: string[];
    /**
     * What happens to DNS queries while DNS Firewall itself fails to answer. `false` (fail closed): they get `SERVFAIL`, so
     * workloads resolve no names until it recovers, and no query is left unfiltered. `true` (fail open): they are resolved
     * without filtering, so workloads go on, and data can leave in DNS queries until it recovers. The setting applies to all
     * rule groups of the VPC
     * (https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall-vpc-configuration.html).
     *
     * @default - `false` for `PrivateVpc`; for `VpcEndpoints` and `inVpc`, the VPC's setting is not changed
     */
    failOpen?: boolean;
    /** Where to log every DNS query in the VPC, with the firewall's decision. @default - no query logs */
    queryLogs?: QueryLogsArgs;
    /**
     * Position among the VPC's DNS Firewall rule groups, 100 to 9900; the lowest number is evaluated first. Groups after this
     * one are never evaluated, because its last rule matches every name.
     *
     * @default 9000
     */
    priority?: number;
}

const queryLogsRows: Rows<QueryLogsArgs> = {
    destinationArn: { is: secret(text) },
    retentionInDays: { is: integer },
};

const rows: Rows<DnsFirewallArgs> = {
    action: { is: oneOf("DnsFirewallAction", DnsFirewallAction) },
    allowedDomains: { is: list(text, "[\"*.corp.example.com\"]"), check: checkDomains },
    failOpen: { is: boolean },
    queryLogs: { is: object("QueryLogsArgs", queryLogsRows) },
    priority: { is: integer },
};

/** The rows of `DnsFirewallArgs`. */
export const dnsFirewallRows = rows;

/** The schema of `DnsFirewallArgs`. */
export const dnsFirewall = object("DnsFirewallArgs", rows);
