import type { Problem, ProblemCode } from "../problem";
import { isDomain, isWildcard, publicSuffixOf } from "./domainName";

/** Problems with the caller's allowed domains. */
export function checkDomains(path: string, domains: string[] = []): Problem[] {
    return domains.flatMap((domain, index) => {
        const problem = problemOf(domain);
        return problem ? [{ ...problem, path: `${path}[${index}]` }] : [];
    });
}

function problemOf(domain: string): Omit<Problem, "path"> | undefined {
    const problem = (code: ProblemCode, message: string, hint: string) => ({ code, message, hint });
    if (/^\*\.?$/.test(domain)) {
        const hint = "remove dnsFirewall, or use action: alert to find out which names your workloads need";
        return problem("dns-firewall.every-domain", `"${domain}" allows every name`, hint);
    }
    if (!isDomain(domain)) {
        return problem("dns-firewall.invalid-domain", `"${domain}" is not a domain`, hintFor(domain));
    }
    const suffix = isWildcard(domain) ? publicSuffixOf(domain.toLowerCase()) : undefined;
    if (suffix === undefined) return undefined;
    const message = `"${domain}" allows domains that others have registered: ${suffix} is not a domain of your own`;
    return problem(
        "dns-firewall.public-suffix",
        message,
        "name the domains that your workloads resolve, e.g. *.example.com",
    );
}

function hintFor(domain: string): string {
    if (domain.endsWith(".") && isDomain(domain.slice(0, -1))) {
        return `remove the dot at the end: ${domain.slice(0, -1)}`;
    }
    const [, host] = /^\w+:\/\/([^/:]+)/.exec(domain) ?? [];
    if (host !== undefined && isDomain(host)) return `use ${host}`;
    if (/^\*[^.]/.test(domain)) {
        return `use *.${domain.slice(1)} for the names below it, and ${domain.slice(1)} for itself`;
    }
    if (domain.lastIndexOf("*") > 0) return "AWS allows an asterisk only at the start, e.g. *.example.com";
    if (/[^\p{ASCII}]/u.test(domain)) return "write it in Punycode, e.g. xn--bcher-kva.example";
    return "use letters, digits and hyphens between dots, e.g. db.example.com or *.example.com";
}
