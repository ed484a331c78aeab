import { isUnknown } from "../../components/plan/policies/iam/truth";
import { knownOr } from "../model/maybe";
import type { NetworkIndex } from "../model/networkIndex";
import type { Vpc } from "../model/vpcModel";
import { firewallsOf, opennessOf } from "../reach/dnsFirewalls";
import { closed, type Decided, type Exit, ExitKind, open, undecidedExit } from "./exit";

const resolver = "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide";

/** Whether DNS queries carry data out: the VPC's Resolver answers for public names, which no group or ACL filters. */
export function dnsExits(index: NetworkIndex, vpc: Vpc): Exit[] {
    const label = index.label("vpcs", vpc.id);
    const source = `${resolver}/resolver-dns-firewall.html`;
    return [
        { vpc: label, kind: ExitKind.dnsQueries, exit: "DNS", source, ...queries(index, vpc, label) },
        ...forwarding(index, vpc, label),
    ];
}

function queries(index: NetworkIndex, vpc: Vpc, label: string): Decided {
    if (vpc.dnsSupport === false) return closed(`enableDnsSupport of ${label} is off`);
    if (isUnknown(vpc.dnsSupport)) return undecidedExit(vpc.dnsSupport.unknown);
    const firewalls = firewallsOf(index, vpc.id);
    if (isUnknown(firewalls)) return undecidedExit(firewalls.unknown);
    const { closing, wildcards, unknown } = opennessOf(firewalls);
    const leading = wildcards.filter((name) => !isAnsweredInside(index, vpc, name));
    if (leading.includes("*") || (!closing && unknown.length === 0)) return leadingTo("any domain", label);
    if (leading.length > 0) return leadingTo(leading.join(", "), label);
    if (unknown.length > 0) return undecidedExit(unknown);
    return closed(`${index.label("dnsFirewalls", closing!.id)} blocks all names but those that it allows one by one`);
}

function leadingTo(names: string, label: string): Decided {
    return open(`${label} -> its Route 53 Resolver -> DNS servers of ${names}`);
}

/** Names that the VPC's Resolver answers itself: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-dns.html. */
const ofResolver = /\.(ec2|[\w-]+\.compute)\.internal$|\.in-addr\.arpa$/;

/** Whether queries for names below a wildcard are answered in the VPC, e.g. by private DNS of an endpoint. */
function isAnsweredInside(index: NetworkIndex, vpc: Vpc, wildcard: string): boolean {
    if (ofResolver.test(wildcard)) return true;
    const endpoints = knownOr(index.inVpc("endpoints", vpc.id), []);
    return vpc.dnsHostnames === true
        && endpoints.some(({ privateDns, privateDnsNames }) =>
            privateDns === true && knownOr<string[], string[]>(privateDnsNames, []).includes(wildcard)
        );
}

/** Resolver rules that send queries to other DNS servers. */
function forwarding(index: NetworkIndex, vpc: Vpc, label: string): Exit[] {
    const rules = index.network.resolverRules;
    const source = `${resolver}/resolver-forwarding-outbound-queries.html`;
    const exit = { vpc: label, kind: ExitKind.resolverRule, exit: "Resolver rule", source };
    if (isUnknown(rules)) return [{ ...exit, ...undecidedExit(rules.unknown) }];
    const own = rules.filter(({ forwards, vpcs }) => forwards && (isUnknown(vpcs) || vpcs.includes(vpc.id)));
    return own.map(({ id, domain, servers, vpcs }) => {
        const to = knownOr(servers, ["other DNS servers"]).join(", ");
        const path = `${label} -> ${index.label("resolverRules", id)}: ${knownOr(domain, "names")} to ${to}`;
        return { ...exit, ...(isUnknown(vpcs) ? undecidedExit(vpcs.unknown) : open(path)) };
    });
}
