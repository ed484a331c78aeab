import { checkRows } from "../../args/checkRows";
import { dnsFirewallRows } from "../../args/dnsFirewallArgs";
import { isLate } from "../../args/late";
import { DnsFirewallAction } from "../facts/dnsFirewallAction";
import { logRetentions } from "../facts/logRetentions";
import type { Problem, ProblemCode } from "../problem";
import { suggest } from "../suggest";
import type { DnsFirewallRequest } from "./planDnsFirewall";

/**
 * Priorities that AWS allows.
 * Source: https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_AssociateFirewallRuleGroup.html
 */
const priorities = { lowest: 100, highest: 9900 };

/**
 * ARNs of what AWS sends query logs to.
 * Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-query-logs-choosing-target-resource.html
 */
const destination = /^arn:[\w-]+:(s3:::.|logs:[\w-]+:\d{12}:log-group:.|firehose:[\w-]+:\d{12}:deliverystream\/.)/;

/** All problems in the options of the DNS firewall. */
export function checkDnsFirewall(request: DnsFirewallRequest | undefined): Problem[] {
    if (!request) return [];
    return [
        ...checkAction(request),
        ...checkRows(dnsFirewallRows, request, "dnsFirewall"),
        ...checkPriority(request),
        ...checkQueryLogs(request.queryLogs),
    ];
}

function checkAction({ action }: DnsFirewallRequest): Problem[] {
    const known: string[] = Object.values(DnsFirewallAction);
    if (action === undefined || known.includes(action)) return [];
    const message = `"${action}" is not an action of the DNS firewall`;
    return [{
        code: "dns-firewall.unknown-action",
        path: "dnsFirewall.action",
        message,
        hint: suggest(action, known, "actions"),
    }];
}

function checkPriority({ priority }: DnsFirewallRequest): Problem[] {
    const { lowest, highest } = priorities;
    if (priority === undefined || (Number.isInteger(priority) && priority >= lowest && priority <= highest)) return [];
    return [{
        code: "dns-firewall.invalid-priority",
        path: "dnsFirewall.priority",
        message: `${priority} is not a priority that AWS allows`,
        hint: `use an integer from ${lowest} to ${highest}`,
    }];
}

/** Problems in the options of query logs, also for a destination that is known only during the deployment. */
export function checkQueryLogs(queryLogs: DnsFirewallRequest["queryLogs"]): Problem[] {
    if (!queryLogs) return [];
    const { destinationArn, retentionInDays } = queryLogs;
    const problem = (code: ProblemCode, key: string, message: string, hint: string): Problem[] => [
        { code, path: `dnsFirewall.queryLogs.${key}`, message, hint },
    ];
    if (typeof destinationArn === "string" && !isLate(destinationArn) && !destination.test(destinationArn)) {
        const message = `"${destinationArn}" is not the ARN of a log group, a bucket or a Firehose stream`;
        const hint = "write it as arn:aws:s3:::my-query-logs";
        return problem("dns-firewall.invalid-destination", "destinationArn", message, hint);
    }
    if (retentionInDays === undefined) return [];
    if (destinationArn !== undefined) {
        const message = "does not apply to a destination of your own";
        return problem("dns-firewall.retention-unused", "retentionInDays", message, "remove it");
    }
    if (logRetentions.includes(retentionInDays)) return [];
    const message = `CloudWatch Logs does not offer a retention of ${retentionInDays} days`;
    const hint = `use one of ${logRetentions.join(", ")}`;
    return problem("dns-firewall.invalid-retention", "retentionInDays", message, hint);
}
