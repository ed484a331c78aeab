import type { Problem } from "../problem";
import type { PlannedDnsFirewall } from "./plannedDnsFirewall";

/**
 * The longest name of a part of a DNS firewall, and its characters.
 * Source: https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_CreateFirewallDomainList.html
 */
const longest = 64;
const allowed = /^[\w '-]*$/;

/** The longest ending: of the resource's name, and the hyphen and digits that Pulumi appends. */
const appended = "-dns-endpoints-1234567".length;

/** Problems with the name of a component as the start of the names of its DNS firewall, which Pulumi derives from it. */
export function checkFirewallNames(name: string, plan: { dnsFirewall?: PlannedDnsFirewall }): Problem[] {
    if (!plan.dnsFirewall) return [];
    const room = longest - appended;
    const problem = (message: string, hint: string): Problem[] => [
        { code: "dns-firewall.invalid-name", path: "name", message, hint },
    ];
    if (!allowed.test(name)) {
        const message = "it has characters that AWS does not allow in the names of a DNS firewall";
        return problem(message, "use letters of the English alphabet, digits, hyphens and underscores");
    }
    if (name.length <= room) return [];
    const message = `it has ${name.length} characters, and the names of its DNS firewall would exceed ${longest}`;
    return problem(message, `use a name of up to ${room} characters`);
}
