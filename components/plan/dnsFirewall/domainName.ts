import { partitions } from "../facts/partitions";
import { privateSuffixes, registryLabels, sharedDomains } from "../facts/publicSuffixes";
import { regions } from "../facts/regions";

/**
 * Whether DNS Firewall accepts a domain: labels of letters, digits and hyphens, after an optional `*.`.
 *
 * Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall-user-managed-domain-lists.html
 */
export function isDomain(domain: string): boolean {
    const labels = domain.replace(/^\*\./, "").split(".");
    return domain.length <= 253 && labels.every((label) => /^[a-z\d]([a-z\d-]{0,61}[a-z\d])?$/i.test(label));
}

/** Whether a domain covers every name below another one. */
export function isWildcard(domain: string): boolean {
    return domain.startsWith("*.");
}

/** Whether a domain of a list covers a name, or every name that another wildcard covers. */
export function covers(domain: string, name: string): boolean {
    return domain === name || (isWildcard(domain) && name.endsWith(domain.slice(1)));
}

const labelsOfAws = Object.values(partitions).flatMap(({ dnsSuffix, dualStackDnsSuffix }) => [
    dnsSuffix,
    dualStackDnsSuffix,
]);

/** The part of a wildcard below which every customer can register a name, or AWS has the names of all services of a Region. */
export function publicSuffixOf(wildcard: string): string | undefined {
    const suffix = wildcard.replace(/^\*\./, "");
    if (privateSuffixes.includes(suffix)) return undefined;
    const [first = "", ...rest] = suffix.split(".");
    const isCountry = rest.length === 1 && /^[a-z]{2}$/.test(rest[0]!);
    const ofRegion = Object.hasOwn(regions, first) && labelsOfAws.includes(rest.join("."));
    const isPublic = rest.length === 0 || (isCountry && registryLabels.includes(first)) || ofRegion
        || labelsOfAws.includes(suffix) || sharedDomains.includes(suffix);
    return isPublic ? suffix : undefined;
}
