import type { PlannedDnsFirewall } from "../plan/dnsFirewall/plannedDnsFirewall";
import type { ReportedPlan } from "./reportedPlan";

/** A difference between the DNS firewalls of two plans. */
export interface DnsChange {
    /** What changed: `DNS firewall`, one of its settings, or an allowed name. */
    subject: string;
    /** Its value in the earlier plan, in words; empty if it is new. */
    before: string;
    /** Its value in the later plan, in words; empty if it is gone. */
    after: string;
}

const settings: { [subject: string]: (firewall: PlannedDnsFirewall) => string } = {
    "DNS queries for other names": ({ action }) => action,
    "DNS Firewall fails": ({ failOpen }) => (failOpen === null ? "as the VPC is set" : failOpen ? "open" : "closed"),
    "priority of DNS Firewall": ({ priority }) => String(priority),
    "DNS query logs": ({ queryLogs }) => queryLogs ?? "none",
};

/** The differences between the DNS firewalls of two plans; names are compared only if both have one. */
export function dnsChanges({ dnsFirewall: before }: ReportedPlan, { dnsFirewall: after }: ReportedPlan): DnsChange[] {
    const words = (firewall: PlannedDnsFirewall | undefined) => firewall ? `${firewall.action}s other names` : "";
    if (!before || !after) {
        const whole = { subject: "DNS firewall", before: words(before), after: words(after) };
        return before || after ? [whole] : [];
    }
    const usersIn = ({ allowed }: PlannedDnsFirewall, name: string) =>
        allowed.find((one) => one.name === name)?.usedBy.join(", ") ?? "";
    const names = [...new Set([...before.allowed, ...after.allowed].map(({ name }) => name))].sort();
    return [
        ...Object.entries(settings).map(([subject, valueOf]) => ({
            subject,
            before: valueOf(before),
            after: valueOf(after),
        })),
        ...names.map((name) => ({ subject: name, before: usersIn(before, name), after: usersIn(after, name) }))
            .filter((one) => one.before === "" || one.after === ""),
    ].filter((one) => one.before !== one.after);
}

/** The differences as rows of the table of changes. */
export function dnsChangeRows(changes: DnsChange[]): string[][] {
    return changes.map(({ subject, before, after }) => {
        const [sign, change] = before === "" ? ["+", "added"] : after === "" ? ["-", "removed"] : ["~", "changed"];
        return [`${sign} ${subject}`, subject.includes(".") ? `DNS name ${change}` : change!, before, after];
    });
}
