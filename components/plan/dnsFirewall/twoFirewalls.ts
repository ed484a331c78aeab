import type { Problem } from "../problem";

/**
 * The problem of two components with a DNS firewall in one VPC: the one that is evaluated first decides about every name, so
 * that it would block the names that only the other one allows.
 *
 * @param where the VPC's ID, or `the same VPC`
 */
export function twoFirewalls(names: { mine: string; other: string }, where: string): Problem {
    return {
        code: "dns-firewall.two",
        path: "dnsFirewall",
        message: `${names.other} and ${names.mine} both create a DNS firewall in ${where}, and the first one evaluated `
            + "decides about every name",
        hint: "create it in one of the two, with the other's names in its allowedDomains",
    };
}
