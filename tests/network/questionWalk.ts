/**
 * A second, naive implementation of how a VPC's Resolver answers one query, for comparing with the model's. It shares no code
 * with it: names are lists of labels from the right, and everything is scanned from the start.
 */

/** What answers queries in a VPC: everything in it is known. `resolves` are addresses, or another name. */
export interface PlainDns {
    zones: { domain: string; records: { host: string; resolves: string }[] }[];
    /** Without a server, it is a system rule. */
    rules: { domain: string; server?: string }[];
    firewalls: { priority: number; rules: { domain: string; blocks: boolean }[] }[];
    endpoints: { address: string; privateDns: boolean; names: string[] }[];
}

/** What a query gets: `blocked`, `no record`, `loop`, `public`, `forwarded`, or an address. */
export type Outcome = string;

const labels = (name: string) => (name === "" ? [] : name.split(".").reverse());

/** How many labels a domain has, if it is the name or above it; otherwise -1. */
function depth(domain: string, host: string): number {
    const [above, whole] = [labels(domain), labels(host)];
    return above.every((label, at) => whole[at] === label) ? above.length : -1;
}

/** Whether a pattern has a name: itself, or all that is below its asterisk. */
function has(pattern: string, host: string): boolean {
    if (pattern === "*") return true;
    if (!pattern.startsWith("*.")) return pattern === host;
    const found = depth(pattern.slice(2), host);
    return found >= 0 && labels(host).length > found;
}

/** What one query gets, and what it is referred to. */
export function resolved(dns: PlainDns, host: string, asked: string[] = []): Outcome {
    if (asked.includes(host)) return "loop";
    const ordered = [...dns.firewalls].sort((one, other) => one.priority - other.priority).flatMap(({ rules }) =>
        rules
    );
    for (const { domain, blocks } of ordered) {
        if (!has(domain, host)) continue;
        if (blocks) return "blocked";
        break;
    }
    let rule: PlainDns["rules"][number] | undefined;
    for (const one of dns.rules) {
        if (depth(one.domain, host) > depth(rule?.domain ?? "no such name", host)) rule = one;
    }
    let [best, answer]: [number, (() => Outcome) | undefined] = [-1, undefined];
    for (const zone of dns.zones) {
        const found = depth(zone.domain, host);
        if (found > best) [best, answer] = [found, () => inZone(dns, zone, host, [...asked, host])];
    }
    for (const { names, address, privateDns } of dns.endpoints) {
        for (const name of privateDns ? names : []) {
            const domain = name.replace("*.", "");
            const isOne = name === domain ? host === name : labels(host).length === labels(domain).length + 1;
            const found = isOne ? depth(domain, host) : -1;
            if (found > best) [best, answer] = [found, () => address];
        }
    }
    if (rule?.server !== undefined && depth(rule.domain, host) >= best) return "forwarded";
    return answer ? answer() : "public";
}

function inZone(dns: PlainDns, zone: PlainDns["zones"][number], host: string, asked: string[]): Outcome {
    const exact = zone.records.filter((one) => one.host === host);
    const wild = zone.records.filter((one) => one.host.startsWith("*.") && has(one.host, host));
    const [record] = [...exact, ...wild];
    if (!record) return "no record";
    return /^\d/.test(record.resolves) ? record.resolves : resolved(dns, record.resolves, asked);
}
